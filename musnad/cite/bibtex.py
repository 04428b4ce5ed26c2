"""An item as a BibTeX record, in UTF-8; dates as EDTF in `date`, as biblatex reads them."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.cite.dates import dated
from musnad.cite.item import Item, Name
from musnad.cite.notes import notes

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
_TABLE = str.maketrans(_SIGNS)
_TYPES = {"article": "article", "statement": "article", "page": "online"}


def written(item: Item) -> str:
    """The record."""
    rows = "".join(f",\n  {key} = {{{value}}}" for key, value in _fields(item) if value)
    return f"@{_TYPES[item.kind]}{{{item.id}{rows}\n}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "author", _names(item.authors or ((item.archive,) if item.kind == "page" else ()))
    yield "title", _plain(item.title.ar)
    if item.kind != "page":
        yield "entrysubtype", "newspaper"
        yield "journal", _plain(item.outlet.ar) if item.outlet else ""
    when = dated(item.date)
    if item.date and when:
        yield "date", item.date
        if when.first:
            yield "year", f"{when.first.year:04}"
            yield "month", str(when.first.month) if 0 < when.first.month < 13 else ""
    yield "version", str(item.edition.number) if item.edition else ""
    yield "organization", _plain(item.archive.ar)
    yield "url", item.address
    yield "langid", {"ar": "arabic", "en": "english"}.get(item.tongue, "")
    yield "keywords", _plain(", ".join(item.keywords))
    yield "abstract", _plain(item.abstract)
    yield "note", _plain(" ".join(notes(item)))


def _names(names: tuple[Name, ...]) -> str:
    """Names in braces of their own, so that none is taken apart."""
    return " and ".join(f"{{{_plain(name.ar)}}}" for name in names)


def _plain(words: str) -> str:
    return " ".join(words.split()).translate(_TABLE)
