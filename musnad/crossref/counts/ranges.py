"""What numbers a figure can mean, and whether two of them can both be right."""

from __future__ import annotations

from musnad.arabic.fold import fold
from musnad.arabic.tokens import tokenize
from musnad.crossref.counts.lexicon import forms
from musnad.crossref.counts.values import Counted
from musnad.model import Mention, Quantity

_ABOUT = 0.1  # «نحو 150» may be 135 to 165
_ROUND = 0.025  # and a plain 3,000 may be 2,925 to 3,075
_FINE = ("percent", "money", "distance", "area", "weight", "time")  # what is measured, not counted in wholes


def bounds(first: Mention, last: Mention) -> tuple[float | None, float | None, bool]:
    """The least and the most that a figure can mean, None where open; and whether it is told as rounded."""
    low, high = first.value, last.value
    assert isinstance(low, Quantity)
    assert isinstance(high, Quantity)
    if first is not last:
        return low.number, high.number, False
    number = low.number
    if number is None:
        return _least(first.text), None, True
    match low.comparator:
        case "~" | "vague":
            return number, number, True
        case ">" | ">=":
            return number, None, False
        case "<" | "<=":
            return None, number, False
    return number, number, False


def _least(text: str) -> float | None:
    """The least that an unnumbered figure can mean: 10 of «العشرات»."""
    known = forms("vague")
    for token in tokenize(text):
        word = fold(token.text)
        for bare in (word, word.removeprefix("ال"), word.removeprefix("و").removeprefix("ال")):
            if bare in known:
                return float(known[bare])
    return None


def disagree(a: Counted, b: Counted) -> bool:
    """Whether the numbers of two figures of one thing cannot both be right, be they rounded or open."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return False
    return _below(a, b) or _below(b, a)


def _below(a: Counted, b: Counted) -> bool:
    """Whether all that `a` can mean lies below all that `b` can mean."""
    if a.high is None or b.low is None:
        return False
    slack = max(_slack(a, a.high, b.low), _slack(b, b.low, a.high))
    return a.high + slack < b.low


def _slack(one: Counted, number: float, other: float) -> float:
    """How far what is meant may lie from a number as it is told."""
    if one.about:
        return number * _ABOUT
    step = _step(number)
    if step >= 100 or (one.kind in _FINE and _step(other) < step):
        return min(step / 2, number * _ROUND)
    return 0.0


def _step(number: float) -> float:
    """The unit of a number's last digit that is not 0: 1000 of 3,000, 0.1 of 2.5."""
    if not number:
        return 1.0
    step = 1e-4
    while step < 1e12 and abs(number / (step * 10) - round(number / (step * 10))) < 1e-7:
        step *= 10
    return step
