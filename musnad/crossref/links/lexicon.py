"""The words of `data/states.toml`, by their lemmas."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma


@cache
def lexicon() -> dict[str, dict[str, frozenset[str]]]:
    """The lists of each part, by name."""
    text = resources.files("musnad.crossref.links").joinpath("data/states.toml").read_text("utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return {
        part: {name: frozenset(map(_key, words)) for name, words in rows.items()}
        for part, rows in table.items()
    }


def _key(word: str) -> str:
    """What a word of the list is compared by: its lemma, or itself where that would be a particle (فقد)."""
    found = lemma(word)
    return found if len(found) > 2 else fold(word)
