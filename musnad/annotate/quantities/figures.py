"""Figures and the signs about them: percentages, money, ranges; scores, times, telephone numbers."""

from __future__ import annotations

import re

from musnad.annotate.quantities.lexicon import beginning, folded, is_counted, readings
from musnad.annotate.quantities.words import Words
from musnad.arabic.months import month
from musnad.arabic.numbers import Number
from musnad.model import Comparator

_CURRENCY = "$€£¥"
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_@#]|\w[:/.+&=–-]|(?:\d|صفر)\s*[-–ـ]+\s*)$")
_GLUED_AFTER = re.compile(r"[A-Za-z_@]|[:/&=]\w|\s*[-–ـ]+\s*(?:\d|صفر)")
_LONG = re.compile(r"0\d+|\d{7,}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def percent(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Start and end of a percentage's sign or words about the number of tokens `first` to `last`."""
    if words.sign(last) and words.sign(last) in "%٪":
        return words.start(first), words.tokens[last].end
    if words.sign(first - 1) and words.sign(first - 1) in "%٪":
        return words.tokens[first - 1].start, words.tokens[last - 1].end
    if phrase := beginning(words.tokens, "percent", last):
        return words.start(first), words.tokens[phrase.last - 1].end
    return None


def currency(words: Words, first: int, last: int) -> tuple[str, int, int] | None:
    """A currency's sign about a number, with start and end of both."""
    for at in (last, first - 1):
        sign = words.sign(at)
        if sign and sign in _CURRENCY:
            places = [first, last - 1, at]
            return sign, min(words.start(p) for p in places), max(words.tokens[p].end for p in places)
    return None


def is_glued(words: Words, number: Number) -> bool:
    """Whether a figure is part of a score, time, name or address: «F-16», «2-1», «25 يناير»."""
    if month(words.word(number.last)) and number.value in range(1, 32):
        return True
    start, end = words.start(number.first), words.tokens[number.last - 1].end
    return bool(
        _GLUED_BEFORE.search(words.text, max(0, start - 12), start) or _GLUED_AFTER.match(words.text, end)
    )


def is_label(words: Words, at: int) -> bool:
    """Whether the word at a token makes the number after it one thing's name: «المادة 5»."""
    if not words.word(at) or words.is_taken(words.start(at), words.tokens[at].end):
        return False
    return any(rest in folded("label") for _, rest in readings(words.tokens[at].text))


def counts_alone(words: Words, number: Number, bracketed: bool) -> bool:
    """Whether a number without a noun says how many («قتل 29 في»); a label, year or list number does not."""
    text = words.tokens[number.first].text
    if number.kind == "vague":
        return True
    referred = number.definite and (number.value or 0) < 1000  # «الثلاثة»: those named before
    if number.kind == "fraction" or number.value == 1 or referred or bracketed:
        return False
    if not text[0].isdigit():
        return text.endswith(("ة", "ون", "ين", "ان"))
    if _LONG.fullmatch(text) or _YEAR.fullmatch(text) or number.first == 0:
        return False
    if words.word(number.first - 1).startswith("ال") and not words.has(number.first - 1, "stop"):
        return any(words.has(number.first - back, "total") for back in (1, 2, 3))
    return bool(words.word(number.first - 1))


def ranges(words: Words) -> dict[int, Comparator]:
    """The comparators of numbers that bound a range, by first token: «بين 20 و25», «3-5 أيام»."""
    found: dict[int, Comparator] = {}
    for low, high in zip(words.numbers, words.numbers[1:], strict=False):
        joined = words.word(high.first - 1) == "و" or words.word(high.first).startswith("و")
        between = (
            any(rest == "بين" for _, rest in readings(words.word(low.first - 1))) if low.first else False
        )
        counts = is_counted(words.word(high.last)) or percent(words, high.first, high.last)
        dash = words.sign(low.last) in ("-", "–") and high.first == low.last + 1
        joined = joined or words.word(high.first - 1) in ("الي", "حتي")
        if (between and joined and high.first - low.last <= 2) or (dash and counts):
            found[low.first], found[high.first] = ">=", "<="
    return found
