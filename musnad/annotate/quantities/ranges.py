"""Ranges: two numbers that bound one quantity, «بين 20 و25», «من 3 إلى 5 أيام», «15-20 كيلومترا»."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate.quantities.figures import is_label, is_year, percent
from musnad.annotate.quantities.lexicon import folded, is_counted, readings
from musnad.annotate.quantities.words import Words
from musnad.arabic.numbers import Number
from musnad.model import Comparator

_DASHES = ("-", "–")
_PERCENT = ("%", "٪")
_QUOTES = ('"', "«", "“", "(")
_FAR = 14  # words before «من … إلى» in which a verb of change stands


class Bound(NamedTuple):
    """What a number is as part of a pair: its comparator, and its value with the scale that both share."""

    comparator: Comparator | None
    value: float | None


def bounds(words: Words) -> dict[int, Bound]:
    """The bounds of ranges, and the first of two that share a scale («3 أو 4 آلاف»), by first token."""
    found: dict[int, Bound] = {}
    for low, high in zip(words.numbers, words.numbers[1:], strict=False):
        link = _link(words, low, high)
        if not link or low.kind != "cardinal" or high.kind != "cardinal":
            continue
        if is_label(words, low) or is_year(words, low):
            continue
        between = _is_opened(words, low)
        alone = high.first - low.last <= 1 and (link != "و" or between)
        scaled = _scaled(low, high) if alone else low.value
        if _is_range(words, low, high, link, scaled, between):
            found[low.first], found[high.first] = Bound(">=", scaled), Bound("<=", high.value)
        elif scaled != low.value:
            found[low.first] = Bound(None, scaled)
    return found


def _link(words: Words, low: Number, high: Number) -> str:
    """What joins two numbers: «و», «الي», «او» or a dash; nothing where they stand apart."""
    first, last = low.last, high.first
    if last - first > 3:
        return ""
    if words.sign(first) in _PERCENT:
        first += 1
    if first < last and words.sign(last - 1) in _QUOTES:
        last -= 1
    if words.sign(last - 1) in _DASHES and last - first == 1:
        return "-"
    if any(words.tokens[at].kind != "word" for at in range(first, last)):
        return ""
    if words.tokens[high.first].start < high.start and words.word(high.first).startswith("و"):
        return "و"
    word = words.word(last - 1) if last > first else ""
    if word in ("و", "او"):
        return word
    if word in folded("up_to"):
        return "او" if words.word(last - 2) == "او" else "الي"
    return ""


def _is_range(
    words: Words, low: Number, high: Number, link: str, scaled: float | None, between: bool
) -> bool:
    if link == "او" or scaled is None or high.value is None or scaled >= high.value:
        return False
    if _is_share(words, low) and not _is_share(words, high):  # «بنسبة 6 بالمئة إلى 451 طنا»
        return False
    if between:
        return True
    if link == "و":
        return False
    counts = bool(is_counted(words.word(high.last)) or _is_share(words, high) or high.scale > 1)
    if link == "-":
        return counts
    changes = any(words.has(at, "change") for at in range(max(0, low.first - _FAR), low.first))
    opened = words.has(low.first - 1, "starting")
    alike = high.first - low.last == 1 and low.scale in (1, high.scale)
    return counts and not changes and (opened or alike)


def _is_share(words: Words, number: Number) -> bool:
    return percent(words, number.first, number.last) is not None


def _is_opened(words: Words, number: Number) -> bool:
    """Whether «بين» or its like stands before a number, or before the word or mark before it."""
    return any(
        rest in folded("between")
        for at in (number.first - 1, number.first - 2)
        if words.word(at)
        for _, rest in readings(words.tokens[at].text)
    )


def _scaled(low: Number, high: Number) -> float | None:
    """The first number by the scale of the second: 3 in «بين 3 و4 آلاف» is 3,000."""
    if low.value is None or high.value is None or low.scale > 1 or high.scale == 1 or low.value >= 1000:
        return low.value
    return low.value * high.scale if low.value * high.scale <= high.value else low.value
