"""Tokens: orthographic words, numbers and marks, with their places in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word is letters and the marks on them; a number is digits with separators inside; else one sign at a time.
_LETTER = r"[^\W\d_]"
_MARK = r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u0300-\u036f\u200c\u200d]"
_TOKEN = re.compile(
    rf"(?P<word>{_LETTER}(?:{_LETTER}|{_MARK})*)|(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<sign>[^\w\s]|_)"
)


class Token(NamedTuple):
    """A word, number or sign: code points `start` to `end` of the text it was found in."""

    start: int
    end: int
    text: str
    kind: str  # word, number or sign


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order; white space is in none of them."""
    return [Token(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _TOKEN.finditer(text)]
