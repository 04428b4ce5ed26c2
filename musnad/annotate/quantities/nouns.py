"""What a number counts: the noun after it, the one joined to that by و, or the one before it."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate import tenses
from musnad.annotate.quantities.lexicon import folded, is_counted
from musnad.annotate.quantities.words import Words
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.numbers import Number

_PREFIXES = "وفبكليتس"  # proclitics, and what present verbs begin with
_PRONOUNS = ("هم", "ها", "هما")


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
        if words.has(at + 1, "left") or (number.kind != "vague" and not _is_some_of(words, at + 1)):
            return None
        at, definite = at + 1, True
    if _is_accusative_of_place(words, number, at):
        return Noun(words.start(at), words.tokens[at].end, at + 1)
    if number.definite and number.kind == "cardinal" and not is_counted(words.word(at)):
        return None
    if not is_noun(words, at, definite) or (
        _looks_like_year(words, number) and not is_counted(words.word(at))
    ):
        return None
    if number.kind == "fraction" and words.has(at, "measured") and words.name_end(words.start(at + 1)):
        return _with_joined(words, at, at + 1)
    return _with_joined(words, at, None)


def _is_accusative_of_place(words: Words, number: Number, at: int) -> bool:
    """Whether what reads like a country is its people, as 11 to 99 count them: «22 سوريا»."""
    nisba = words.word(at).endswith("يا") and words.name_end(words.start(at)) == words.end(at)
    return nisba and number.value is not None and 11 <= number.value % 100 <= 99


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
        agrees = (dual or is_counted(word)) and definite == word.startswith(("ال", "لل"))
    else:
        agrees = definite and word.startswith(("ال", "لل")) and is_counted(word)
    if not agrees or words.is_taken(words.tokens[at].start, words.tokens[at].end):
        return None
    start = words.tokens[at].start
    return Noun(start, words.tokens[number.last - 1].end, number.last)


def is_noun(words: Words, at: int, definite: bool) -> bool:
    """Whether the word at a token can be counted; `definite`: with an article too («آلاف المدنيين»)."""
    word, start = words.word(at), words.start(at)
    if not word or at in words.number_at or words.in_date(start) or words.name_end(start):
        return False
    if words.has(at, "stop") or word.endswith("وا"):
        return False
    if word.startswith("ال") or (word.endswith(_PRONOUNS) and not is_counted(word)):
        return definite
    return is_counted(word) or (word not in tenses.past() and _is_whole(words.tokens[at].text))


def _is_whole(text: str) -> bool:
    """Whether a word has no proclitic and is no present verb: its lemma begins with the same letter."""
    word = fold(text)
    return len(word) > 1 and (word[0] not in _PREFIXES or fold(lemma(text)).startswith(word[0]))


def _with_joined(words: Words, first: int, name: int | None) -> Noun:
    """The noun of a token, with its name (at token `name`, or none) and with what و joins to it."""
    start = words.start(first)
    end = (words.name_end(words.start(name)) if name is not None else None) or words.end(first)
    last = words.token_from(end)
    at = last + 1 if words.word(last) == "و" else last
    place = words.start(at) + (1 if at == last else 0)
    joined = words.word(at).removeprefix("و") if at == last else words.word(at)
    if at == last and joined == words.word(at):
        return Noun(start, end, last)
    if name is not None:
        end = words.name_end(place) or end
        return Noun(start, end, words.token_from(end))
    if words.in_date(place) or {at, at + 1} & words.number_at.keys() or not _shares(words, first, joined):
        return Noun(start, end, last)
    return Noun(start, words.end(at), at + 1)


def _shares(words: Words, first: int, second: str) -> bool:
    """Whether a folded word may share the number of the noun at a token: alike in article and ending."""
    noun = words.word(first)
    if words.has(first, "alone") or second in folded("never_joined") or not is_counted(second):
        return False
    if noun.startswith("ال") != second.startswith("ال"):
        return False
    return noun.endswith("ا") == second.endswith("ا") or "ه" in (noun[-1], second[-1])


def _is_some_of(words: Words, at: int) -> bool:
    """Whether a number may take some of what a word after «من» names: «ثلاثة من الصواريخ»."""
    word = words.word(at)
    return words.has(at, "members") or (
        word.startswith("ال") and (is_counted(word) or word.endswith(("ين", "ات")))
    )


def _looks_like_year(words: Words, number: Number) -> bool:
    if words.tokens[number.first].kind != "number":
        return False
    return number.last - number.first == 1 and number.value is not None and 1900 <= number.value <= 2060


def _ends_in_scale(words: Words, number: Number) -> bool:
    return words.word(number.last - 1) in ("الاف", "ملايين", "مليارات")
