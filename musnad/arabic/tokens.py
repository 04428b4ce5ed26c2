"""Tokens: orthographic words, numbers and signs, with their places in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from musnad.arabic.fold import data


class Token(NamedTuple):
    """A word, number or sign: code points `start` to `end` of the text it was found in."""

    start: int
    end: int
    text: str
    kind: str  # word, number or sign


@cache
def _kinds() -> tuple[str, str]:
    """Patterns: a word is letters and the marks on them, a number is digits with separators inside."""
    table = data()
    letter, mark, invisible = (_characters(table[name]) for name in ("letters", "marks", "invisible"))
    digit = f"[{''.join(table['digits'])}]"
    separator = f"[{re.escape(table['thousands'] + table['decimals'] + table['separators'])}]"
    return (
        f"[{letter}][{letter}{mark}]*(?:[{invisible}]+[{letter}{mark}]+)*",
        f"{digit}+(?:{separator}{digit}+)*",
    )


@cache
def _pattern() -> re.Pattern[str]:
    word, number = _kinds()
    return re.compile(rf"(?P<word>{word})|(?P<number>{number})|(?P<sign>\S)")


@cache
def _cuts() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(_kinds())})")


def _characters(ranges: list[str]) -> str:
    return "".join("-".join(f"\\u{end}" for end in entry.split("-")) for entry in ranges)


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order; white space is in none of them."""
    return [Token(m.start(), m.end(), m.group(), m.lastgroup or "") for m in _pattern().finditer(text)]


def alternating(text: str) -> list[str]:
    """A text cut up: at odd places its words and numbers, at even places what stands between them."""
    return _cuts().split(text)
