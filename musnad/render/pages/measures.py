"""The page of figures: what several texts count in one place and time, then what one text alone counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from musnad import address, edtf
from musnad.config import Config
from musnad.model import Archive, Measure
from musnad.render.pages.lone import Lone
from musnad.render.parts.given import given
from musnad.render.parts.names import Names
from musnad.render.parts.rows import SHEET, Rows, cut, sheets
from musnad.render.values.measures import FiguresView, Headed, MeasureRow, Part
from musnad.render.values.page import Planned

_FIRST = "figures.html"
_ON_SHEET = 30  # headings of measures
_LONG = 31  # days from which on measures meet under one heading only if they are of the same time

_Group = list[Measure]


def plan_figures(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """The list of measures, those that disagree first, and beside it, sheet by sheet, the list of people."""
    headings = _headings(archive)
    disagreeing = [group for group in headings if group[0].disagree]
    apart = sum(map(len, disagreeing))
    lone = Lone(archive, names, rows, _FIRST)
    begins = {"disagree": 0, "agree": len(disagreeing) // _ON_SHEET, "lone": 0}
    totals = {"disagree": apart, "agree": len(archive.measures) - apart, "lone": len(lone)}
    parts = tuple(
        Part(key, total, f"{address.sheet(_FIRST, begins[key] + 1)}#{key}")
        for key, total in totals.items()
        if total
    )

    def shown(groups: Iterable[_Group]) -> tuple[Headed, ...]:
        return tuple(_headed(group, archive, names, rows) for group in groups)

    for sheet in sheets(_FIRST, -(-len(headings) // _ON_SHEET), -(-len(lone) // SHEET), size=1):
        here = cut(headings, sheet, _ON_SHEET)
        yield (
            sheet.address,
            FiguresView(
                site=config,
                disagreeing=shown(group for group in here if group[0].disagree),
                agreeing=shown(group for group in here if not group[0].disagree),
                total=len(archive.measures),
                apart=apart,
                lone=tuple(lone.on(sheet)),
                lone_total=len(lone),
                parts=parts,
                kinds=lone.kinds,
                sheet=sheet,
            ),
        )


def places(archive: Archive) -> dict[str, str]:
    """Where each measure stands: the address of its sheet with its anchor, by id."""
    return {
        measure.id: f"{address.sheet(_FIRST, number // _ON_SHEET + 1)}#{measure.id}"
        for number, group in enumerate(_headings(archive))
        for measure in group
    }


def _headings(archive: Archive) -> list[_Group]:
    """The measures under their headings, those that disagree first."""
    apart = [measure for measure in archive.measures if measure.disagree]
    agreed = [measure for measure in archive.measures if not measure.disagree]
    return _together(apart) + _together(agreed)


def _together(measures: Iterable[Measure]) -> list[_Group]:
    """Measures of one class in one place on days that meet, in the order of their first."""
    found: list[_Group] = []
    last: dict[tuple[str | None, str | None], _Group] = {}
    for measure in measures:
        key = measure.counted, measure.place
        group = last.get(key)
        if group is None or not _meets(group, measure):
            group = last[key] = []
            found.append(group)
        group.append(measure)
    return found


def _meets(group: Sequence[Measure], measure: Measure) -> bool:
    """Whether a measure begins before all of a group have ended; a long time meets only itself."""
    if any(each.time == measure.time for each in group):
        return True
    spans = [span for each in (*group, measure) if (span := edtf.days(each.time or ""))]
    if len(spans) <= len(group) or any((last - first).days >= _LONG for first, last in spans):
        return False
    return spans[-1][0] <= max(last for _, last in spans[:-1])


def _headed(group: Sequence[Measure], archive: Archive, names: Names, rows: Rows) -> Headed:
    first = group[0]
    return Headed(
        counted=first.counted,
        place=names.entity(first.place) if first.place else None,
        time=_time(group),
        rows=tuple(_row(measure, archive, rows) for measure in group),
    )


def _time(group: Sequence[Measure]) -> str | None:
    """The time of all measures of a group."""
    spans = [span for each in group if (span := edtf.days(each.time or ""))]
    if len({each.time for each in group}) == 1 or not spans:
        return group[0].time
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _row(measure: Measure, archive: Archive, rows: Rows) -> MeasureRow:
    found = tuple(given(measure.counts, archive, rows))
    return MeasureRow(
        id=measure.id,
        noun=measure.noun,
        time=measure.time,
        said=tuple(each for each in found if each.rows[0].who),
        own=tuple(each for each in found if not each.rows[0].who),
    )
