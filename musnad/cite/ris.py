"""An item as a RIS record, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.cite.dates import dated
from musnad.cite.item import Item
from musnad.cite.notes import notes

_TYPES = {"article": "NEWS", "statement": "NEWS", "page": "ELEC"}


def written(item: Item) -> str:
    """The record; lines end as RIS asks, with a carriage return and a line feed."""
    rows = (f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(item) if value)
    return "\r\n".join([f"TY  - {_TYPES[item.kind]}", *rows, "ER  - ", ""])


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "ID", item.id
    for author in item.authors or ((item.archive,) if item.kind == "page" else ()):
        yield "AU", author.ar
    for agency in item.contributors:
        yield "A2", agency.ar
    yield "TI", item.title.ar
    yield "T2", (item.outlet.ar if item.outlet else "") if item.kind != "page" else item.archive.ar
    yield "ET", str(item.edition.number) if item.edition else ""
    yield from _dates(item)
    yield "AB", item.abstract
    for keyword in item.keywords:
        yield "KW", keyword
    yield "LA", item.tongue
    yield "DB", item.archive.ar
    yield "UR", item.address
    for note in notes(item):
        yield "N1", note


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """The year, and the date as year, month, day and, where these do not say it all, the EDTF value."""
    found = dated(item.date)
    if found is None or found.first is None or item.date is None:
        return
    first = found.first
    month = f"{first.month:02}" if first.month and not first.season else ""
    day = f"{first.day:02}" if first.day else ""
    exact = not found.about and found.last is None and not first.season
    yield "PY", f"{first.year:04}"
    yield "DA", f"{first.year:04}/{month}/{day}/{'' if exact else item.date.replace('/', ' to ')}"
