"""One quantity: where it begins and ends, what it is worth, what it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, get_args

from musnad.annotate.quantities import comparators
from musnad.annotate.quantities.counted import WHOLE, of_noun
from musnad.annotate.quantities.figures import counts_alone, currency, is_clock, is_glued, one_in, percent
from musnad.annotate.quantities.found import Found
from musnad.annotate.quantities.lexicon import Phrase, folded, readings
from musnad.annotate.quantities.nouns import noun_after
from musnad.annotate.quantities.preceding import follows_dual, noun_before
from musnad.annotate.quantities.ranges import Bound
from musnad.annotate.quantities.words import Words
from musnad.arabic.numbers import Number
from musnad.model import Comparator, Quantity

_COMPARATORS: dict[str, Comparator] = {c: c for c in get_args(Comparator)}
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # thousands, where the counted comes in wholes: «1.250 شخصا»
_PLAIN = ("digits", "words", "mixed")
_QUOTES = ('"', "”", "»", "'", "«", "“")


class _Extent(NamedTuple):
    """Where a quantity starts and ends, its value, its unit, its rule, and the comparator before it."""

    start: int
    end: int
    value: float | None
    unit: str | None
    rule: str
    before: Phrase | None


def of_number(words: Words, number: Number, bound: Bound | None) -> Found | None:
    """The quantity of a number, or None where it is a rank, a score, a time of day."""
    is_range = bound is not None and bound.comparator is not None
    if not is_range and is_glued(words, number):
        return None
    if words.has(number.last, "rank") or is_clock(words, number) or follows_dual(words, number):
        return None
    if number.definite and number.kind == "fraction":
        return None
    if (
        number.value == 1
        and words.tokens[number.first].kind == "word"
        and not words.has(number.first, "single")
    ):
        return None  # «إحدى»
    if of := one_in(words, number):
        return _share_of(words, number, of)
    extent = _extent(words, number, bound.value if bound else number.value, is_range)
    if not extent:
        return None
    start, end, value, unit, rule, before = extent
    if before:
        start = before.start
    if is_range:
        rule = "range"
    elif unit and rule != "vague" and of_noun(unit.split()[0]) == "money":
        rule = "money"
    told = (bound.comparator if bound else None) or (before.key if before else None)
    return _found(words, start, end, value, unit, told, rule)


def _extent(words: Words, number: Number, value: float | None, is_range: bool) -> _Extent | None:
    """The extent of a number with its percentage, currency or noun; None where it counts nothing."""
    first, last = number.first, number.last
    bracketed = words.sign(first - 1) == "(" and words.sign(last) == ")"
    outer = first - 1 if bracketed or words.word(first - 1) == "ال" else first
    plain = number.start == words.start(first)  # not «على الأقل وعشرات الجرحى»
    before = comparators.before(words, outer) if plain else None
    start, end, rule = number.start, words.end(last - 1), _rule(words, number)
    if fifth := _fifth(words, number):
        number, value, rule = number._replace(kind="fraction"), fifth, "fraction"
    if share := percent(words, first, last):
        return _Extent(min(start, share[0]), max(end, share[1]), value, "%", "percent", before)
    if money := currency(words, first, last):
        return _Extent(min(start, money[1]), max(end, money[2]), value, money[0], "money", before)
    if words.has(last, "of_them") and number.value != 1:
        return _Extent(start, words.end(last), value, None, rule, before)
    opened = before.first if before else first
    if noun := noun_after(words, number, _noun_at(words, last, bracketed, opened)):
        unit, end = words.text[noun.start : noun.end], noun.end
        if words.sign(noun.last - 2) in _QUOTES and words.sign(noun.last) in _QUOTES:  # «11 "مطلوبا"»
            end = words.end(noun.last)
        value, end = _with_part(words, _whole(words, number, value, unit), noun.last, end)
        return _Extent(words.start(first - 1) if bracketed else start, end, value, unit, rule, before)
    if noun := noun_before(words, number):
        at = words.token_from(noun.start)
        before = comparators.before(words, at) if words.start(at) == noun.start else None
        unit = words.text[noun.start : noun.end].split()[0]
        return _Extent(noun.start, end, value, unit, "one" if number.value == 1 else rule, before)
    told = is_range or _is_joined(words, number) or (before and not _is_referred(number))
    if not told and not counts_alone(words, number, bracketed):
        return None
    return _Extent(start, end, value, None, "bare" if rule in _PLAIN else rule, before)


def of_unit(words: Words, at: int) -> Found | None:
    """A unit that is a quantity without a number: «يومين», «نحو شهر», «ساعة ونصف», «نصفهم»."""
    token = words.tokens[at]
    said = _unit(token.text)
    if not said:
        return None
    skip, unit, count = said
    start, end = token.start + skip, token.end
    value: float | None = count
    if unit:
        value, end = _with_part(words, count, at + 1, end)
    before = None if skip else comparators.before(words, at)
    after = comparators.after(words, at + 1)
    if value == 1 and not before and not after:
        return None
    rule = "fraction" if not unit else "unit" if count == 1 else "dual"
    told = before.key if before else None
    return _found(words, before.start if before else start, end, value, unit, told, rule)


def _share_of(words: Words, number: Number, of: Number) -> Found:
    """«واحد من كل ثلاثة أشخاص»: a third of them."""
    noun = noun_after(words, of, of.last)
    end = noun.end if noun else words.end(of.last - 1)
    unit = words.text[noun.start : noun.end] if noun else None
    told = comparators.before(words, number.first) or comparators.after(words, number.last)
    start = min(number.start, told.start) if told else number.start
    return _found(words, start, end, 1 / (of.value or 1), unit, told.key if told else None, "fraction")


def _rule(words: Words, number: Number) -> str:
    if number.kind in ("vague", "fraction"):
        return number.kind
    kinds = {words.tokens[at].kind for at in range(number.first, number.last)}
    return "mixed" if len(kinds) > 1 else "digits" if "number" in kinds else "words"


def _fifth(words: Words, number: Number) -> float | None:
    """«خمس عدد اللاجئين» is a fifth: five of them would be a plural without an article."""
    alone = number.last - number.first == 1 and words.has(number.last, "wholes")
    part = folded("part").get(words.word(number.first)) if alone else None
    return float(part) if part else None


def _is_joined(words: Words, number: Number) -> bool:
    """Whether a number shares its noun with the one joined to it: «تبلغان من العمر 4 و8 سنوات»."""
    if words.word(number.last) in ("و", "او"):
        following = words.number_at.get(number.last + 1)
    else:
        joined = words.word(number.last).startswith("و")
        following = words.number_at.get(number.last) if joined else None
    return following is not None and following.kind == "cardinal" and words.counts(following.last)


def _is_referred(number: Number) -> bool:
    """Whether a number in words is of those named before, or an age: «الثلاثة», «دون العشرين»."""
    return number.definite and number.value is not None and number.value < 1000


def _noun_at(words: Words, at: int, bracketed: bool, opened: int) -> int:
    """Where the counted noun of a number that ends before `at` is looked for: behind brackets or quotes.

    `opened` is the token where the quantity begins: «"ما يزيد عن 50" دبلوماسيا».
    """
    at += bracketed
    sign = words.sign(at)
    if bracketed:
        return at + 1 if sign == "،" else at
    counts = words.counts(at + 1) or of_noun(words.text_of(at + 1)) in WHOLE
    if not sign or sign not in _QUOTES or not counts:
        return at
    return at + 1 if words.sign(opened - 1) in _QUOTES or words.sign(at + 2) in _QUOTES else at


def _whole(words: Words, number: Number, value: float | None, unit: str) -> float | None:
    """A value with a dot that parts thousands, where what is counted comes in wholes."""
    text = words.tokens[number.first].text
    if value is None or number.last - number.first > 1 or not _DOTTED.fullmatch(text):
        return value
    return value * 1000 if value < 1000 and of_noun(unit.split()[0]) in WHOLE else value


@lru_cache(maxsize=65536)
def _unit(word: str) -> tuple[int, str | None, float] | None:
    """What a word says of a quantity by itself: its proclitics, its unit, how many; «نصفهم» has no unit."""
    for skip, rest in readings(word):
        if rest in folded("one"):
            return skip, word[skip:], 1.0
        if rest in folded("two"):
            return skip, folded("two")[rest], 2.0
        for part, value in folded("part_of").items():
            if rest.startswith(part) and rest[len(part) :] in folded("pronoun"):
                return skip, None, float(value)
    return None


def _with_part(words: Words, value: float | None, at: int, end: int) -> tuple[float | None, int]:
    """A value and where it ends, with «ونصف», «ونصف الساعة» at a token added."""
    part = words.number_at.get(at) or words.number_at.get(at + 1)
    joined = words.word(at) == "و" or (
        part is not None and part.first == at and words.word(at).startswith("و")
    )
    if value is None or not part or not joined or part.kind != "fraction" or part.definite:
        return value, end
    last = part.last
    if words.word(last).removeprefix("ال") in folded("one") and words.word(last).startswith("ال"):
        last += 1
    return value + (part.value or 0), words.tokens[last - 1].end


def _found(
    words: Words, start: int, end: int, value: float | None, unit: str | None, told: str | None, rule: str
) -> Found:
    """The quantity of a span, with the comparator right after it, or one that stands apart."""
    at = words.token_from(end)
    after = comparators.after(words, at)
    if after and words.text[end : after.start].isspace():
        end = words.tokens[after.last - 1].end
    key = told or (after.key if after else None) or comparators.apart(words, start, at) or "="
    if value is None:
        key = "vague"
    elif key == "vague":
        key = "~"
    worth = value if value is None else round(value, 4)
    return Found(start, end, Quantity(worth, _COMPARATORS[key], unit), rule)
