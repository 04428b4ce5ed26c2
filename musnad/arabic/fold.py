"""Folding: letters that a reader takes as one become one. The table is `data/fold.toml`.

Folding may leave signs out (vowel signs, tatweel) or make two letters of one («ﻻ»), so lengths change.
Text that is canonically equivalent (Unicode NFC and NFD) folds to the same letters.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def data() -> Mapping[str, Any]:
    """The table as its file states it."""
    return tomllib.loads(resources.files("musnad.arabic").joinpath("data/fold.toml").read_text("utf-8"))


def spans(ranges: Iterable[str]) -> list[tuple[int, int]]:
    """First and last code point of each range, written `0610-061A`, or `0640` for a single one."""
    return [(int(first, 16), int(last or first, 16)) for first, _, last in (r.partition("-") for r in ranges)]


def _code_points(ranges: Iterable[str]) -> set[int]:
    return {code for first, last in spans(ranges) for code in range(first, last + 1)}


@cache
def table() -> Mapping[int, str]:
    """What each folded code point becomes: letters, a digit, or nothing. Others stay as they are."""
    table = data()
    near = {ord(letter): row[0] for row in [*table["fold"], *table["digits"]] for letter in row[1:]}
    near |= {ord(letter): letters for letter, letters in table["spelled"].items()}
    gone = dict.fromkeys(_code_points([*table["marks"], *table["invisible"]]), "")
    made_of = {}
    letters = _code_points(table["letters"])
    for code in letters.intersection(_code_points(table["decompose"])):
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).lower())
        folded = parts.translate(near).translate(gone).strip()
        if folded != chr(code):
            made_of[code] = folded
    return {**made_of, **near, **gone}


@cache
def _translation() -> Mapping[int, str]:
    # Letters that stay are named too: str.translate is slow on a code point it does not find.
    return {**{code: chr(code) for code in range(0x20, 0x700)}, **table()}


def fold(text: str) -> str:
    """`text` with its letters and digits folded, vowel signs and invisible signs left out, in lower case."""
    return text.translate(_translation())
