"""What a record says in words, where its format has no field for it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from musnad.cite.item import Item


def notes(item: Item) -> tuple[str, ...]:
    """Which article a statement stands in, through whom it came, when it was said; where the text was
    published; which text of the article it is, and since when the archive has had it.
    """
    via = "، ".join(name.ar for name in item.agencies if name not in item.authors)
    told = (("within", item.within), ("via", via), ("said", item.said), ("original", item.original))
    found = tuple(_shapes()[key].format(value) for key, value in told if value)
    edition = item.edition
    return (*found, _shapes()["edition"].format(edition.number, edition.date)) if edition else found


@cache
def _shapes() -> dict[str, str]:
    return tomllib.loads((files("musnad.cite") / "data/notes.toml").read_text("utf-8"))
