"""The figures of a measure as its page gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.model import Appearance, Archive, Count, Quantity
from musnad.render.parts.rows import Rows
from musnad.render.values.common import FigureRow
from musnad.render.values.measures import Given

PEOPLE = (
    "killed", "dead", "wounded", "captured", "surrendered", "arrested", "missing", "displaced",
    "civilians", "children", "women", "fighters", "people",
)  # fmt: skip


def given(counts: Iterable[Count], archive: Archive, rows: Rows) -> Iterator[Given]:
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
