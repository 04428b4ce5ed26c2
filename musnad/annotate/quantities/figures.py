"""Figures and the signs about them: percentages, money; scores, times, telephone numbers, labels."""

from __future__ import annotations

import re

from musnad.annotate.quantities.counted import of_noun, tells_fate
from musnad.annotate.quantities.lexicon import beginning, folded, has_article, readings
from musnad.annotate.quantities.words import Words
from musnad.arabic.lemmas import lemma
from musnad.arabic.months import month
from musnad.arabic.numbers import Number

_CURRENCY = "$€£¥"
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_@#]|\w[:/.+&=–-]|(?:\d|صفر)\s*[-–ـ]+\s*)$")
_GLUED_AFTER = re.compile(r"[A-Za-z_@]|[:/&=]\w|\s*[-–ـ]+\s*(?:\d|صفر)")
_LONG = re.compile(r"0\d+|\d{7,}")
_OPENING = ("(", '"', "“", "«", "'")
_LATIN = re.compile(r"[a-z]")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


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
    named = (words.word(number.last), f"{words.word(number.last)} {words.word(number.last + 1)}")
    of_month = words.word(number.last) == "من" and words.has(number.last + 1, "month")
    if number.value in range(1, 32) and (of_month or any(month(name) for name in named)):
        return True
    start, end = words.start(number.first), words.tokens[number.last - 1].end
    return bool(
        _GLUED_BEFORE.search(words.text, max(0, start - 12), start) or _GLUED_AFTER.match(words.text, end)
    )


def is_clock(words: Words, number: Number) -> bool:
    """Whether a figure is a time of day written with a dot: «الساعة 14.30», «(08.00 إلى 14.00)»."""
    tokens, at = words.tokens, number.first
    if number.last - at != 1 or not _CLOCK.fullmatch(tokens[at].text):
        return False
    if any(words.has(place, "clock") for place in range(max(0, at - 4), at)):
        return True
    for link, other, end in ((at - 1, at - 2, at + 1), (at + 1, at + 2, at + 3)):
        linked = words.sign(link) == "-" or words.has(link, "up_to")
        if linked and 0 <= other < len(tokens) and _CLOCK.fullmatch(tokens[other].text):
            return not (words.counts(end) or percent(words, end - 1, end) or currency(words, end - 1, end))
    return False


def one_in(words: Words, number: Number) -> Number | None:
    """The number of which one is taken: 3 in «واحد من كل ثلاثة أشخاص», «واحدة تقريبا من بين كل 4»."""
    at = number.last
    if number.value != 1 or not words.has(number.first, "single"):
        return None
    at += words.has(at, "nearly")
    if words.word(at) != "من":
        return None
    at += 2 if words.word(at + 1) == "بين" else 1
    of = words.number_at.get(at + 1) if words.word(at) == "كل" else None
    return of if of and of.value and of.value > 1 else None


def is_label(words: Words, number: Number) -> bool:
    """Whether the word before a number makes it one thing's name: «المادة 5», «دور الـ16»."""
    in_words = words.tokens[number.first].kind == "word"
    if in_words and not number.definite:
        return False
    at = number.first - (2 if words.word(number.first - 1) == "ال" else 1)
    if not words.word(at) or words.is_taken(words.start(at), words.tokens[at].end):
        return False
    if _counts_after(words, number):
        return False
    if (
        in_words
        and number.kind == "cardinal"
        and lemma(words.text_of(at)) != words.word(at).removeprefix("ال")
    ):
        return False  # «الفصول الأربعة»
    return any(_with_article(rest) in folded("label") for _, rest in readings(words.tokens[at].text))


def _with_article(word: str) -> str:
    return "ال" + word[2:] if word.startswith("لل") else word


def _counts_after(words: Words, number: Number) -> bool:
    """Whether what follows a number is counted, a label before it or not: «يضم المركز 200 طفل»."""
    noun = words.text_of(number.last)
    if percent(words, number.first, number.last):
        return True
    if not words.counts(number.last):
        return False
    few = number.value in range(3, 11)
    return of_noun(noun) not in (None, "other") or (few and lemma(noun) != words.word(number.last))


def is_year(words: Words, number: Number) -> bool:
    """Whether a number is a figure that may be a year of our time."""
    if number.last - number.first > 1 or words.tokens[number.first].kind != "number":
        return False
    return number.value is not None and 1900 <= number.value <= 2060


def goes_on(words: Words, labelled: int | None, number: Number) -> bool:
    """Whether a number is joined to a label's number that ended at token `labelled`: «المادتين 5 و7»."""
    if labelled is None or number.first - labelled > 1:
        return False
    joined = words.tokens[number.first].start < number.start
    word = words.word(number.first - 1)
    sign = words.sign(number.first - 1)
    return (
        joined or word in ("و", "او", "مقابل") or word in folded("up_to") or (bool(sign) and sign in "،,-–/")
    )


def counts_alone(words: Words, number: Number, bracketed: bool) -> bool:
    """Whether a number without a noun says how many («قتل 29 في»); a label, year or list number does not."""
    text, before = words.tokens[number.first].text, number.first - 1
    if words.has(number.last, "about"):  # «ألف حوالي 15 رواية»
        return False
    if number.kind == "vague":
        return True
    referred = number.definite and (number.value or 0) < 1_000_000  # «الثلاثة»: those named before
    if number.kind == "fraction" or not number.value or referred or bracketed:
        return False
    if number.value == 1:
        return words.has(before, "among")
    if number.scale > 1:
        return True
    if not text[0].isdigit():
        some_of = words.word(number.last) == "من" or words.has(before, "among")  # «في أربع من عشر محافظات»
        return some_of or number.value >= 100 or text.endswith(("ة", "ون", "ين", "ان"))
    if _LONG.fullmatch(text) or is_year(words, number) or number.first == 0:
        return False
    if _LATIN.match(words.word(before)) or words.ends_name(words.end(before)) or _ends_title(words, number):
        return False
    if has_article(words.text_of(before)) and not words.has(before, "stop"):
        summed = any(words.has(number.first - back, "total") for back in (1, 2, 3))
        return summed or tells_fate(words.text_of(before - 1))  # «اعتقلت الشرطة 30»
    return bool(words.word(before))


def _ends_title(words: Words, number: Number) -> bool:
    """Whether a number ends a short title in quotation marks or brackets: «فيلم "كوكب القردة 2"»."""
    sign, first = words.sign(number.last), number.first
    if not sign or sign not in "\"”»')" or not words.touches(number.last - 1):
        return False
    return any(words.sign(at) in _OPENING for at in range(first - 4, first - 1) if words.sign(at))
