"""Figures in words, the counted noun as its number asks: «شهر واحد»، «يومان»، «ثلث السكان»، «20 مدنيا».

The noun is the text's own word, in the form that its own number gave it; where that fits no other («2» with a
plural, a noun with «ال») it stands in brackets.
"""

from __future__ import annotations

import re
from fractions import Fraction

from musnad.model import Comparator, Quantity
from musnad.render.words.language import Words
from musnad.render.words.setting import Setting

_WORD = re.compile(r"[\u0621-\u0652]{3,}")  # one Arabic word; units of fewer letters are abbreviations
_NO_SINGULAR = re.compile(r"(?:ال.*|.*(?:ان|ين|ون|ات|ا|كلم|كلغ|كجم|سنتم|ملم))")
_TANWIN = re.compile("(?:\u064b\u0627|\u0627\u064b)$")


def quantity(value: Quantity, here: Setting) -> str:
    """A figure in words: comparator, number, unit."""
    said = here.words["comparator"][value.comparator]
    return f"{said} {_amount(value, here.words['amount'])}".strip()


def _amount(value: Quantity, words: Words) -> str:
    number, unit = value.number, value.unit
    if number is None:
        return f"({unit})" if unit else ""
    told = _number(number, words)
    if unit == "%" or not unit:
        return f"{told}{unit or ''}"
    if 0 < number < 1 and told in words.values():
        return f"{told} {unit}"
    one = _TANWIN.sub("", unit)
    if number in (1, 2) and _WORD.fullmatch(one) and not _NO_SINGULAR.fullmatch(one):
        if number == 2:
            return str(words["two"]).format(noun=_dual(one, value.comparator))
        return str(words["one_f" if one.endswith("ة") else "one"]).format(noun=one)
    return f"{told} ({unit})" if number in (1, 2) or unit.startswith("ال") else f"{told} {unit}"


def _dual(noun: str, comparator: Comparator) -> str:
    """The dual of a noun: «يومان», «سنتان», «مستشفيان»; «أكثر من يومين», as the words before it ask."""
    stem = {"ة": noun[:-1] + "ت", "ى": noun[:-1] + "ي"}.get(noun[-1], noun)
    return stem + ("ين" if comparator in (">", "<", "~") else "ان")


def _number(number: float, words: Words) -> str:
    """A number in digits; a part of a whole by its name («نصف») or as a fraction («5/6»)."""
    if 0 < number < 1:
        part = Fraction(number).limit_denominator(12)
        name = words.get(f"{part}")
        if abs(part - number) < 0.001 and (name or round(number, 2) != number):
            return str(name or part)
    return f"{number:,.12g}"
