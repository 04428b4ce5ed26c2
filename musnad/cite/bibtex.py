"""An item as a BibTeX record, in UTF-8; dates as EDTF in `date`, as biblatex reads them."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.cite.dates import dated
from musnad.cite.item import Item, Name
from musnad.cite.notes import notes

_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
_PAIRED = str.maketrans(_SIGNS | {"{": r"\{", "}": r"\}"})
_NAMED = str.maketrans(_SIGNS | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
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
        if when.first:
            yield "year", f"{when.first.year:04}"
            yield "month", str(when.first.month) if 0 < when.first.month < 13 else ""
        yield "date", item.date  # the last: Zotero would put a month before a date that it has already read
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
    """Words with TeX's signs escaped. BibTeX counts a brace after a backslash too: those without a partner
    have names instead, which not every program knows.
    """
    return " ".join(words.split()).translate(_PAIRED if _paired(words) else _NAMED)


def _paired(words: str) -> bool:
    """Whether every brace has its partner, the opening one first."""
    depth = 0
    for sign in words:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
