"""Number words and figures one by one: what each says, what stands before it (`data/numbers.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from musnad.arabic.clitics import proclitics
from musnad.arabic.figures import figure
from musnad.arabic.fold import fold
from musnad.arabic.tokens import Token


class Word(NamedTuple):
    """One number word: its table in the data, its value, what stands before it."""

    table: str
    value: float
    skip: int  # code points of proclitics
    joined: bool  # with و
    definite: bool
    opens: bool = True  # whether a number may begin with it


def read_word(token: Token) -> Word | None:
    """What a token says as a number word or figure, or None."""
    return _figure(token) if token.kind == "number" else _word(token.text)


def _figure(token: Token) -> Word | None:
    value = figure(token.text)
    return None if value is None else Word("figure", value, 0, False, False)


@lru_cache(maxsize=65536)
def _word(text: str) -> Word | None:
    """The number word a surface word is, with its proclitics and article taken off."""
    table, lists = _tables()
    if fold(text) in lists["never"]:
        return None
    opens = fold(text) not in lists["never_first"]
    for skip in proclitics(text):
        if not skip and text.startswith(("وأ", "وإ")):  # «وأحد عشر» is no «واحد»
            continue
        rest = fold(text[skip:])
        if rest in lists["hamza"] and "ئ" not in text:
            continue
        joined = fold(text[:skip]).startswith("و")
        if rest in table:
            return Word(*table[rest], skip, joined, False, opens)
        for article in ("ال", "لل"):
            if rest.startswith(article) and rest[2:] in table:
                return Word(*table[rest[2:]], skip, joined, True, opens)
    return None


def is_joining(word: str) -> bool:
    """Whether a word is a particle, which no number counts: «من», «في», «و»."""
    return fold(word) in _tables()[1]["particles"]


@cache
def _tables() -> tuple[dict[str, tuple[str, float]], dict[str, frozenset[str]]]:
    """Number words, folded, each with its table and value; and the lists of other words, folded."""
    data = tomllib.loads(resources.files("musnad.arabic").joinpath("data/numbers.toml").read_text("utf-8"))
    lists = {
        key: frozenset(fold(word) for word in data.pop(key))
        for key in ("never", "never_first", "hamza", "particles")
    }
    words = {
        fold(word): (table, float(value))
        for table, rows in data.items()
        for value, row in rows.items()
        for word in row
    }
    return words, lists
