"""Folding: the letters a reader takes as one become one. The table is `data/fold.toml`.

Two folds: `fold` may drop letters (vowel signs, tatweel), so lengths change; `fold_same_length` keeps every
code point's place, for matching in a text whose offsets matter.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def table() -> tuple[dict[int, str], frozenset[int]]:
    """The map of code points to letters, and the dropped code points."""
    data = tomllib.loads(resources.files("musnad.arabic").joinpath("data/fold.toml").read_text("utf-8"))
    letters = {ord(letter): to for froms, to in data["map"].items() for letter in froms}
    dropped: set[int] = set()
    for entry in data["drop"]:
        first, _, last = entry.partition("-")
        dropped.update(range(int(first, 16), int(last or first, 16) + 1))
    return letters, frozenset(dropped)


@cache
def _translation() -> dict[int, str | None]:
    letters, dropped = table()
    latin = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    return {**latin, **letters, **dict.fromkeys(dropped)}


def fold(text: str) -> str:
    """`text` with its letters folded, vowel signs and invisible characters left out, A-Z lowered."""
    return text.translate(_translation())
