"""What a number counts: the noun after it, the one joined to that by و, or the one before it."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate.quantities_lexicon import folded, is_counted, readings
from musnad.annotate.quantities_words import Words
from musnad.arabic.numbers import Number


class Noun(NamedTuple):
    """A counted noun's code points, and the token after it."""

    start: int
    end: int
    last: int


def noun_after(words: Words, number: Number, at: int) -> Noun | None:
    """The noun at a token that a number counts, through «من» where it is vague («المئات من عناصر»)."""
    if number.value == 1:
        return None
    if number.kind == "fraction" and words.name_end(words.start(at)):
        return _with_joined(words, at, at)
    definite = number.kind in ("vague", "fraction") or _ends_in_scale(words, number)
    if words.word(at) == "من":
        if number.kind != "vague" and not _is_some_of(words, at + 1):
            return None
        at, definite = at + 1, True
    if not is_noun(words, at, definite) or (_looks_like_year(number) and not is_counted(words.word(at))):
        return None
    if number.kind == "fraction" and words.has(at, "measured") and words.name_end(words.start(at + 1)):
        return _with_joined(words, at, at + 1)
    return _with_joined(words, at, None)


def noun_before(words: Words, number: Number) -> Noun | None:
    """The noun a number follows: «كيلومترا واحدا», «المتهمين الخمسة», «الدول الـ28»."""
    at = number.first - 1
    if words.word(at) == "ال":
        at, definite = at - 1, True
    else:
        definite = number.definite
    word = words.word(at)
    if number.value in (1, 2):
        dual = number.value == 2 and word.endswith(("ين", "ان")) and len(word) > 4
        agrees = (dual or is_counted(word)) and definite == word.startswith("ال")
    else:
        agrees = definite and word.startswith("ال") and is_counted(word)
    if not agrees or words.is_taken(words.tokens[at].start, words.tokens[at].end):
        return None
    start = words.tokens[at].start
    return Noun(start, words.tokens[number.last - 1].end, number.last)


def is_noun(words: Words, at: int, definite: bool) -> bool:
    """Whether the word at a token can be counted; `definite`: with the article too («آلاف المدنيين»)."""
    word = words.word(at)
    if (
        not word
        or words.in_date(words.start(at))
        or at in words.number_at
        or words.has(at, "stop")
        or words.name_end(words.start(at))
    ):
        return False
    if word.startswith("ال"):
        return definite
    if is_counted(word):
        return True
    if (
        len(word) < 2
        or (word.startswith(("ي", "ل", "ب", "و")) and not word.endswith("ات"))
        or word.endswith(("وا", "هم", "ها", "هما"))
    ):
        return False
    rests = [rest for skip, rest in readings(words.tokens[at].text) if skip]
    return not any(rest.startswith("ال") or is_counted(rest) for rest in rests)


def _with_joined(words: Words, first: int, name: int | None) -> Noun:
    """The noun of a token, with its name (at token `name`, or none) and with what و joins to it."""
    start = words.tokens[first].start
    end = words.name_end(words.start(name)) if name is not None else None
    last = words.token_from(end) if end else first + 1
    end = end or words.tokens[first].end
    at = last + 1 if words.word(last) == "و" else last
    joined = words.word(at) if at > last else words.word(at).removeprefix("و")
    if at == last and joined == words.word(at):
        return Noun(start, end, last)
    place = words.start(at) + (0 if at > last else 1)
    if name is not None and (name_end := words.name_end(place)):
        return Noun(start, name_end, words.token_from(name_end))
    counts = is_counted(joined) and not words.in_date(place) and joined not in folded("never_joined")
    if (
        name is None
        and counts
        and not {at, at + 1} & words.number_at.keys()
        and _agree(words.word(first), joined)
    ):
        return Noun(start, words.tokens[at].end, at + 1)
    return Noun(start, end, last)


def _is_some_of(words: Words, at: int) -> bool:
    """Whether a number may take some of what a word after «من» names: «ثلاثة من الصواريخ»."""
    word = words.word(at)
    return words.has(at, "members") or (
        word.startswith("ال") and (is_counted(word) or word.endswith(("ين", "ات")))
    )


def _agree(first: str, second: str) -> bool:
    """Whether two folded nouns can share a number, being alike in article and ending."""
    if first.startswith("ال") != second.startswith("ال"):
        return False
    return first.endswith("ا") == second.endswith("ا") or "ه" in (first[-1], second[-1])


def _looks_like_year(number: Number) -> bool:
    return number.last - number.first == 1 and number.value is not None and 1900 <= number.value <= 2060


def _ends_in_scale(words: Words, number: Number) -> bool:
    return words.word(number.last - 1) in ("الاف", "ملايين", "مليارات")
