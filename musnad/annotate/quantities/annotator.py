"""Quantities: numbers with what they count, from the comparator to the counted noun."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

import msgspec

from musnad.annotate.knowledge import Knowledge
from musnad.annotate.quantities.figures import counts_alone, currency, is_glued, is_label, percent, ranges
from musnad.annotate.quantities.lexicon import beginning, ending, folded, readings
from musnad.annotate.quantities.nouns import noun_after, noun_before
from musnad.annotate.quantities.words import Spans, Words
from musnad.arabic.numbers import Number
from musnad.model import Annotations, Article, Comparator, Mention, Quantity

BY = "quantities"
_FAR = 4  # words between a quantity and a comparator that stands apart
_COMPARATORS: dict[str, Comparator] = {c: c for c in get_args(Comparator)}
Found = tuple[int, int, Quantity]


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's quantities. A number in a date or a name found before is none."""
    mentions = list(found.mentions)
    for block in article.blocks:
        if block.zone == "residue":
            continue
        inside = [m for m in found.mentions if block.start <= m.start < block.end]
        marked = [(m.start - block.start, m.end - block.start, m.type) for m in inside]
        for start, end, quantity in read(article.text[block.start : block.end], marked):
            start, end = block.start + start, block.start + end
            mentions.append(Mention(start, end, article.text[start:end], "quantity", BY, value=quantity))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return msgspec.structs.replace(found, mentions=tuple(mentions))


def read(text: str, marked: Spans = ()) -> list[Found]:
    """The quantities of a text: start, end, value. `marked` are its dates and names: start, end, type."""
    words = Words(text, marked)
    found: list[Found] = []
    comparators = ranges(words)
    for number in words.numbers:
        end = words.tokens[number.last - 1].end
        if number.kind != "ordinal" and not words.is_taken(number.start, end):
            found += _numbered(words, number, comparators.get(number.first))
    for at, token in enumerate(words.tokens):
        if token.kind == "word" and at not in words.number_at and not words.is_taken(token.start, token.end):
            found += _unnumbered(words, at)
    return _apart(sorted(found, key=lambda one: (one[0], -one[1])))


def _apart(found: list[Found]) -> list[Found]:
    """Without those that overlap one before."""
    kept: list[Found] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _numbered(words: Words, number: Number, told: Comparator | None) -> list[Found]:
    """The quantity of a number, or nothing where it is a label, a rank, a score."""
    tokens, first, last = words.tokens, number.first, number.last
    if (told is None and is_glued(words, number)) or words.has(last, "rank") or is_label(words, first - 1):
        return []
    if number.definite and number.kind == "fraction":
        return []
    bracketed = words.sign(first - 1) == "(" and words.sign(last) == ")"
    outer_first, outer_last = (first - 1, last + 1) if bracketed else (first, last)
    start, end, value = number.start, tokens[last - 1].end, number.value
    before = ending(tokens, "before", outer_first)
    unit: str | None = None
    after_noun = outer_last + (1 if bracketed and words.sign(outer_last) == "،" else 0)
    if share := percent(words, first, last):
        unit, start, end = "%", min(start, share[0]), max(end, share[1])
    elif money := currency(words, first, last):
        unit, start, end = money[0], min(start, money[1]), max(end, money[2])
    elif noun := noun_after(words, number, after_noun):
        unit, end = words.text[noun.start : noun.end], noun.end
        start = tokens[outer_first].start if bracketed else start
        value, end = _with_part(words, value, noun.last, end)
    elif noun := noun_before(words, number):
        unit, start = words.text[noun.start : noun.end].split()[0], noun.start
    elif not before and not told and not counts_alone(words, number, bracketed):
        return []
    if before:
        start = before.start
    return [_quantity(words, start, end, value, unit, told or (before.key if before else None))]


def _unnumbered(words: Words, at: int) -> list[Found]:
    """A unit that is a quantity without a number: «يومين», «نحو شهر», «ساعة ونصف», «نصفهم»."""
    token = words.tokens[at]
    found = _unit(token.text)
    if not found:
        return []
    skip, unit, count = found
    start, end = token.start + skip, token.end
    value: float | None = count
    if unit:
        value, end = _with_part(words, count, at + 1, end)
    before = None if skip else ending(words.tokens, "before", at)
    if value == 1 and not before:
        return []
    return [
        _quantity(words, before.start if before else start, end, value, unit, before.key if before else None)
    ]


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
    part = words.number_at.get(at)
    if (
        value is None
        or not part
        or part.kind != "fraction"
        or part.definite
        or not words.word(at).startswith("و")
    ):
        return value, end
    last = part.last
    if words.word(last).removeprefix("ال") in folded("one") and words.word(last).startswith("ال"):
        last += 1
    return value + (part.value or 0), words.tokens[last - 1].end


def _quantity(
    words: Words, start: int, end: int, value: float | None, unit: str | None, told: str | None
) -> Found:
    """The quantity of a span, with the comparator right after it, or one that stands apart."""
    at = words.token_from(end)
    after = beginning(words.tokens, "after", at)
    if after and words.text[end : after.start].isspace():
        end = words.tokens[after.last - 1].end
    comparator = told or (after.key if after else None) or _far(words, start, at) or "="
    if value is None:
        comparator = "vague"
    elif comparator == "vague":
        comparator = "~"
    return start, end, Quantity(value if value is None else round(value, 4), _COMPARATORS[comparator], unit)


def _far(words: Words, start: int, at: int) -> str | None:
    """The key of a comparator a few words before a span or after it, in the same clause."""
    first = words.token_from(start + 1) - 1
    section = "apart_from" if words.has(first - 1, "from") else "apart"
    for last in range(first, max(0, first - _FAR), -1):
        if not words.word(last - 1) or last - 1 in words.number_at:
            break
        if phrase := ending(words.tokens, section, last):
            return phrase.key
    for place in range(at, at + _FAR):
        if not words.word(place) or place in words.number_at:
            break
        if after := beginning(words.tokens, "after", place):
            return after.key
    return None
