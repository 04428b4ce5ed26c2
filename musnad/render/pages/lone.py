"""People that one text alone counts, by class and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from musnad import address
from musnad.model import Archive, Measure
from musnad.render.parts.given import PEOPLE, given
from musnad.render.parts.names import Names
from musnad.render.parts.rows import SHEET, Rows, cut
from musnad.render.values.common import Sheet
from musnad.render.values.measures import LoneDay, LoneKind, LoneRow, Part


class Lone:
    """Makes the list: what comes to the same end stands together, and within that the earlier first."""

    def __init__(self, archive: Archive, names: Names, rows: Rows, first: str) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._ordered = sorted(archive.lone, key=_rank)
        self._totals = Counter(map(_kind, archive.lone))
        starts: dict[str, int] = {}
        for place, measure in enumerate(self._ordered):
            starts.setdefault(_kind(measure), place)
        self.kinds = tuple(
            Part(kind, self._totals[kind], f"{address.sheet(first, at // SHEET + 1)}#{kind}")
            for kind, at in starts.items()
        )

    def __len__(self) -> int:
        return len(self._ordered)

    def on(self, sheet: Sheet) -> Iterator[LoneKind]:
        """What stands on a sheet."""
        for kind, alike in groupby(cut(self._ordered, sheet), key=_kind):
            days = groupby(alike, key=lambda measure: measure.time or "")
            yield LoneKind(
                counted=kind,
                days=tuple(LoneDay(time, tuple(self._row(m) for m in same)) for time, same in days),
                total=self._totals[kind],
            )

    def _row(self, measure: Measure) -> LoneRow:
        place = self._names.entity(measure.place) if measure.place else None
        (figure,) = given(measure.counts, self._archive, self._rows)
        return LoneRow(given=figure, place=place)


def _kind(measure: Measure) -> str:
    return measure.counted or ""


def _rank(measure: Measure) -> int:
    return PEOPLE.index(_kind(measure))
