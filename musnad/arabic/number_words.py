"""Number words and figures one by one: what each says, what stands before it (`data/numbers.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.arabic.tokens import Token

_HEAD = "[1-9١-٩۱-۹]\\d{0,2}"
_THOUSANDS = re.compile(rf"{_HEAD}(?:(?:,\d{{3}})+|(?:\.\d{{3}}){{2,}}|\.\d[0٠۰]{{2}}|(?:٬\d{{3}})+)")


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


def figure(text: str) -> float | None:
    """What a figure is worth: «5,000», «1.200.000», «3,5», «٣٫٥»; None where it is no number («1.2.3»).

    A comma before three figures parts thousands; a dot does where it stands twice or before a round hundred.
    """
    if _THOUSANDS.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    parts = re.split(r"[.,٫]", text)
    if len(parts) > 2 or "٬" in text:
        return None
    return float(".".join(parts))


def _figure(token: Token) -> Word | None:
    value = figure(token.text) if len(token.text) < 20 else None
    return None if value is None else Word("figure", value, 0, False, False)


@lru_cache(maxsize=65536)
def _word(text: str) -> Word | None:
    """The number word a surface word is, with its proclitics and article taken off."""
    table, never, inner = _tables()
    if fold(text) in never:
        return None
    opens = fold(text) not in inner
    for skip in proclitics(text):
        if not skip and text.startswith(("وأ", "وإ")):  # «وأحد عشر» is no «واحد»
            continue
        rest = fold(text[skip:])
        joined = fold(text[:skip]).startswith("و")
        if rest in table:
            return Word(*table[rest], skip, joined, False, opens)
        for article in ("ال", "لل"):
            if rest.startswith(article) and rest[2:] in table:
                return Word(*table[rest[2:]], skip, joined, True, opens)
    return None


@cache
def _tables() -> tuple[dict[str, tuple[str, float]], frozenset[str], frozenset[str]]:
    data = tomllib.loads(resources.files("musnad.arabic").joinpath("data/numbers.toml").read_text("utf-8"))
    never, inner = (frozenset(fold(word) for word in data.pop(key)) for key in ("never", "never_first"))
    words = {
        fold(word): (table, float(value))
        for table, rows in data.items()
        for value, row in rows.items()
        for word in row
    }
    return words, never, inner
