"""The page of figures: what several texts count in one place and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.config import Config
from musnad.model import Appearance, Archive, Count, Measure, Quantity
from musnad.render.measure_values import FiguresView, Given, MeasureRow
from musnad.render.names import Names
from musnad.render.rows import Rows, cut, sheets
from musnad.render.values import FigureRow, Planned

_FIRST = "figures.html"
_ON_SHEET = 30  # measures


def plan_figures(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """The list of measures, those that disagree first."""
    ordered = sorted(archive.measures, key=lambda measure: not measure.disagree)
    for sheet in sheets(_FIRST, len(ordered), size=_ON_SHEET):
        shown = cut(ordered, sheet, _ON_SHEET)
        yield (
            sheet.address,
            FiguresView(
                site=config,
                disagreeing=tuple(_measure(m, archive, names, rows) for m in shown if m.disagree),
                agreeing=tuple(_measure(m, archive, names, rows) for m in shown if not m.disagree),
                total=len(ordered),
                apart=sum(measure.disagree for measure in ordered),
                sheet=sheet,
            ),
        )


def _measure(measure: Measure, archive: Archive, names: Names, rows: Rows) -> MeasureRow:
    given = tuple(_given(measure.counts, archive, rows))
    return MeasureRow(
        id=measure.id,
        counted=measure.counted,
        noun=measure.noun,
        place=names.entity(measure.place) if measure.place else None,
        time=measure.time,
        said=tuple(each for each in given if each.rows[0].who),
        own=tuple(each for each in given if not each.rows[0].who),
    )


def _given(counts: Iterable[Count], archive: Archive, rows: Rows) -> Iterator[Given]:
    """The figures by voice and number, in the order of the first text that gives each."""
    found: dict[object, tuple[Count, list[FigureRow]]] = {}
    for one in counts:
        row = rows.figure(Appearance(one.article, one.mention))
        own = row.way[-1:] if one.claim is None else row.context
        voice = row.who if row.who and row.who.ar else own
        key = voice, row.value.comparator, one.low, one.high
        found.setdefault(key, (one, []))[1].append(row)
    for one, alike in found.values():
        last = archive.annotations[one.article].mentions[one.last].value
        until = last if one.last != one.mention and isinstance(last, Quantity) else None
        yield Given(rows=tuple(alike), until=until, low=one.low, high=one.high, about=one.about)
