"""What a record says in words, where its format has no field for it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from musnad.cite.dates import dated
from musnad.cite.item import Item


def notes(item: Item) -> tuple[str, ...]:
    """Which article a statement stands in, through whom it came, when it was said; where the text was
    published; a doubtful date; which text of the article it is, and since when the archive has had it.
    """
    via = "، ".join(name.ar for name in item.contributors)
    told = (("within", item.within), ("via", via), ("said", item.said), ("original", item.original))
    found = (*(_shapes()[key].format(value) for key, value in told if value), doubt(item))
    edition = item.edition
    which = _shapes()["edition"].format(edition.number, edition.date) if edition else ""
    return tuple(filter(None, (*found, which)))


def doubt(item: Item) -> str:
    """The date as EDTF, where it is not one certain time: reference managers keep of it a year, a month and a
    day at most, and would show it as certain. Else «».
    """
    found = dated(item.date)
    return _shapes()["doubt"].format(item.date) if found and (found.about or found.last) else ""


@cache
def _shapes() -> dict[str, str]:
    return tomllib.loads((files("musnad.cite") / "data/notes.toml").read_text("utf-8"))
