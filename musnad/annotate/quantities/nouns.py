"""What a number counts: the noun after it, and the one joined to that by و."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate import tenses
from musnad.annotate.quantities.counted import PEOPLE, WHOLE, of_noun
from musnad.annotate.quantities.figures import is_year
from musnad.annotate.quantities.lexicon import folded, has_article, is_counted
from musnad.annotate.quantities.words import Words
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.numbers import Number

_PREFIXES = "وفبكليتس"  # proclitics, and what present verbs begin with
_PRONOUNS = ("هم", "ها", "هما")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


class Noun(NamedTuple):
    """A counted noun's code points, and the token after it."""

    start: int
    end: int
    last: int


def noun_after(words: Words, number: Number, at: int) -> Noun | None:
    """The noun at a token that a number counts, or takes some of through «من» («المئات من عناصر»)."""
    dual = number.value == 2 and words.tokens[number.first].kind == "word"
    if number.value == 1 or (dual and words.word(at) != "من"):
        return None
    if number.kind == "fraction" and words.name_end(words.start(at)):
        return _with_joined(words, at, at)
    if number.kind == "fraction" and words.has(at, "whole") and has_article(words.text_of(at + 1)):
        return Noun(words.start(at), words.end(at + 1), at + 2)  # «ثلث عدد المقاعد»
    definite = number.kind in ("vague", "fraction") or _ends_in_scale(words, number)
    if words.word(at) == "من":
        if not _is_some_of(words, at + 1 + words.has(at + 1, "these"), number.kind == "vague"):
            return None
        at, definite = at + 1 + words.has(at + 1, "these"), True
    elif number.kind == "vague" and number.definite and not has_article(words.text_of(at)):
        return None  # «الملايين معرضون للخطر»
    if _is_accusative_of_place(words, number, at):
        return Noun(words.start(at), words.tokens[at].end, at + 1)
    word = words.word(at)
    if word[:1] in _LATIN and words.word(number.first - 1)[:1] in _LATIN:  # «iPhone 7 Plus»
        return None
    definite_number = number.definite or words.word(number.first - 1) == "ال"
    if definite_number and number.kind == "cardinal" and not is_counted(word):
        return None
    if number.definite and (number.value or 0) <= 10 and lemma(words.text_of(at)) == word:  # «للثلاثة تهمة»
        return None
    if (
        number.kind == "fraction" and word.endswith("ا") and not (is_counted(word) or word.endswith("ها"))
    ):  # «عام ونصف مسجلا»
        return None
    if not is_noun(words, at, definite) or (is_year(words, number) and not is_counted(word)):
        return None
    if words.has(at, "kilo") and words.has(at + 1, "metre"):  # «كيلو مترا»
        return Noun(words.start(at), words.end(at + 1), at + 2)
    if number.kind == "fraction" and words.has(at, "measured") and words.name_end(words.start(at + 1)):
        return _with_joined(words, at, at + 1)
    return _with_joined(words, at, None)


def _is_accusative_of_place(words: Words, number: Number, at: int) -> bool:
    """Whether what reads like a country is its people, as 11 to 99 count them: «22 سوريا»."""
    nisba = words.word(at).endswith("يا") and words.name_end(words.start(at)) == words.end(at)
    return nisba and number.value is not None and 11 <= number.value % 100 <= 99


def is_noun(words: Words, at: int, definite: bool) -> bool:
    """Whether the word at a token can be counted; `definite`: with an article too («آلاف المدنيين»)."""
    word, start = words.word(at), words.start(at)
    plural = word.endswith(("ين", "ون")) and words.name_end(start) == words.end(at)  # «عشرات الحوثيين»
    if not word or words.in_date(start) or (words.name_end(start) and not plural):
        return False
    if at in words.number_at and not words.has(at, "one"):  # «19 ثانية» is no «second»
        return False
    if words.has(at, "stop") or (word.endswith("وا") and not is_counted(word)):
        return False
    owned = any(word.endswith(end) and len(word) > len(end) + 1 for end in _PRONOUNS) and not is_counted(word)
    if has_article(words.text_of(at)) or owned:
        return definite
    return is_counted(word) or (word not in tenses.past() and _is_whole(words.text_of(at)))


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


def _is_some_of(words: Words, at: int, vague: bool) -> bool:
    """Whether a number may take some of what a word after «من» names: «23 من دبلوماسييها»."""
    word = words.word(at)
    if words.has(at, "left") or not word:
        return False
    if vague:  # not one thing: «ملايين من سيارة»
        one = lemma(words.text_of(at)) == word and (is_counted(word) or word.endswith("ه"))
        return has_article(words.text_of(at)) or not one
    if words.has(at, "members"):
        return True
    if has_article(words.text_of(at)):
        single = lemma(words.text_of(at)) == word[2:] and of_noun(words.text_of(at)) not in PEOPLE
        return word.endswith(("ين", "ات")) or not single
    possessed = word.endswith((*_PRONOUNS, "نا", "ه"))
    several = of_noun(words.text_of(at)) in WHOLE and lemma(words.text_of(at)) != word
    return several and (possessed or is_counted(word))


def _ends_in_scale(words: Words, number: Number) -> bool:
    return words.word(number.last - 1) in ("الاف", "ملايين", "مليارات")
