"""Comparators: the words before, after and apart from a number that say whether it is more, less or about."""

from __future__ import annotations

from musnad.annotate.quantities.lexicon import Phrase, beginning, phrase_before
from musnad.annotate.quantities.words import Words

_FAR = 4  # words between a quantity and a comparator that stands apart
_FARTHEST = 9  # where it is of a sum: «فاق عدد …»
_NEGATED = {">": "<=", "<": ">="}  # «لا يتجاوز», «ليس أقل من»


def before(words: Words, last: int) -> Phrase | None:
    """The comparator that ends before a token, with what negates it: «ما لا يقل عن», «ما يزيد قليلا عن»."""
    return _negated(words, phrase_before(words.tokens, "before", last))


def after(words: Words, at: int) -> Phrase | None:
    """The comparator that begins at a token: «على الأقل», «فأكثر»."""
    return beginning(words.tokens, "after", at)


def apart(words: Words, start: int, at: int) -> str | None:
    """The key of a comparator a few words before a span that starts at `start`, or after it, from token `at`.

    It stands in the same clause: «تجاوز عددهم 50», «قتل 5 في الهجوم على الأقل».
    """
    first = words.token_from(start + 1) - 1
    outside = phrase_before(words.tokens, "outside", first)
    if outside and (outside.key != "reaching" or _describes(words, outside)):
        return "<=" if outside.key == "reaching" else outside.key
    section = "apart_from" if words.has(first - 1, "from") else "apart"
    for last in range(first, max(0, first - _FARTHEST), -1):
        if not words.word(last - 1) or last - 1 in words.number_at:
            break
        phrase = _negated(words, phrase_before(words.tokens, section, last))
        if phrase and (first - last < _FAR or words.has(last, "total")):
            return phrase.key
    for place in range(at, at + _FAR):
        if not words.word(place) or place in words.number_at:
            break
        if phrase := after(words, place):
            return phrase.key
    return None


def _describes(words: Words, phrase: Phrase) -> bool:
    """Whether «تصل إلى» describes an indefinite noun before it, and so tells its bound: «غرامة تصل إلى»."""
    at = phrase.first - 1
    plain = phrase.start == words.start(phrase.first) and len(words.word(at)) > 2
    return plain and not words.word(at).startswith(("ال", "لل")) and not words.has(at, "stop")


def _negated(words: Words, phrase: Phrase | None) -> Phrase | None:
    """A phrase with the negation before it, and with «ما» before that."""
    if not phrase or phrase.key not in _NEGATED or phrase.start != words.start(phrase.first):
        return phrase
    if not (inner := phrase_before(words.tokens, "not", phrase.first, longest=1)):
        return phrase
    outer = phrase_before(words.tokens, "what", inner.first, longest=1) if inner.key == "not" else None
    first = outer or inner
    return Phrase(first.first, phrase.last, first.start, _NEGATED[phrase.key])
