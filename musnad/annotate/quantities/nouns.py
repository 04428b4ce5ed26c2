"""What a number counts: the noun after it, the one joined to that by و, or the one before it."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate import tenses
from musnad.annotate.quantities.counted import PEOPLE, WHOLE, of_noun
from musnad.annotate.quantities.figures import is_year
from musnad.annotate.quantities.lexicon import folded, is_counted, readings
from musnad.annotate.quantities.words import Words
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.numbers import Number

_PREFIXES = "وفبكليتس"  # proclitics, and what present verbs begin with
_PRONOUNS = ("هم", "ها", "هما")
_DUALS = ("ين", "ان", "تا", "تي")
_POSSESSIVES = ("ه", "ها", "هم", "هن", "هما", "نا", "كم", "ي")


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
    if number.kind == "fraction" and words.has(at, "whole") and words.word(at + 1).startswith("ال"):
        return Noun(words.start(at), words.end(at + 1), at + 2)  # «ثلث عدد المقاعد»
    definite = number.kind in ("vague", "fraction") or _ends_in_scale(words, number)
    if words.word(at) == "من":
        if not _is_some_of(words, at + 1, number.kind == "vague"):
            return None
        at, definite = at + 1, True
    elif number.kind == "vague" and number.definite and not words.word(at).startswith("ال"):
        return None  # «الملايين معرضون للخطر»
    if _is_accusative_of_place(words, number, at):
        return Noun(words.start(at), words.tokens[at].end, at + 1)
    word = words.word(at)
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


def noun_before(words: Words, number: Number) -> Noun | None:
    """The noun a number follows: «كيلومترا واحدا», «المتهمين الخمسة», «الدول الـ28», «أبنائه الثلاثة»."""
    at = number.first - 1
    if words.word(at) == "ال":
        at, definite = at - 1, True
    else:
        definite = number.definite
    if number.kind != "cardinal" or not words.word(at) or words.is_taken(words.start(at), words.end(at)):
        return None
    if number.value == 1:
        at, skip = _one(words, number, at, definite)
    elif definite:
        at, skip = _several(words, number, at)
    else:
        skip = _plural(words, number, at)
    return None if skip is None else Noun(words.start(at) + skip, words.end(number.last - 1), number.last)


def _one(words: Words, number: Number, at: int, definite: bool) -> tuple[int, int | None]:
    """The token of an indefinite noun before «واحد», and the length of its proclitics or None."""
    one, word = words.word(number.first), words.word(at)
    if definite or not words.has(number.first, "single"):
        return at, None
    if word.startswith(("ال", "لل")) or words.has(at, "stop"):
        return at, None
    feminine = one.endswith("ه")
    relative = word.endswith("يه") if feminine else word.endswith(("ي", "يا"))
    if relative and not is_counted(word) and words.counts(at - 1):
        at -= 1  # «درجة مئوية واحدة»
    for skip, rest in readings(words.text_of(at)):
        if rest in folded("never_one"):
            return at, None
        if is_counted(rest) and not rest.startswith("ال"):
            return at, skip
    if words.word(number.last) == "من" or len(word) < 3 or word.endswith("ني"):  # «واحد من»
        return at, None
    return at, 0 if is_noun(words, at, False) and words.word(at).endswith("ه") == feminine else None


def follows_dual(words: Words, number: Number) -> bool:
    """Whether «اثنان» stands after a dual, which it only stresses: «جنديان اثنان»."""
    word = words.word(number.first - 1)
    return (
        number.value == 2
        and word.endswith(_DUALS)
        and len(word) > 4
        and not words.has(number.first - 1, "stop")
    )


def _several(words: Words, number: Number, at: int) -> tuple[int, int | None]:
    """The token of a definite plural that a definite number follows, and the length of its proclitics."""
    if words.word(at).startswith("ال") and words.word(at - 1)[:2] in ("ال", "لل") and not words.counts(at):
        at -= 1  # «الجزر اليونانية الثلاث»
    text = words.text_of(at)
    ranks = (number.value or 0) > 10 or words.tokens[number.first].kind == "number"
    for skip, rest in readings(text):
        if rest.startswith("ال") or (rest.startswith("لل") and not skip):
            if is_counted(rest):
                return at, None if ranks and _is_single(text, rest[2:]) else skip
        elif any(rest.endswith(end) and is_counted(_free(rest, end)) for end in _POSSESSIVES):
            bare = next(_free(rest, end) for end in _POSSESSIVES if rest.endswith(end))
            return at, None if ranks and _is_single(text, bare) else skip
    return at, None


def _plural(words: Words, number: Number, at: int) -> int | None:
    """The length of the proclitics of an indefinite plural that a small number follows: «نقاط أربع»."""
    small = number.value is not None and 3 <= number.value <= 10 and number.first == number.last - 1
    if not small or words.tokens[number.first].kind != "word" or at in words.number_at:
        return None
    if words.has(at, "stop"):
        return None
    text = words.text_of(at)
    if words.tokens[number.first].start != number.start or at - 1 in words.number_at:
        return None
    plain = (skip for skip, rest in readings(text) if is_counted(rest) and not rest.startswith("ال"))
    return next((skip for skip in plain if lemma(text) != fold(text[skip:])), None)


def _free(word: str, pronoun: str) -> str:
    """A folded word without a pronoun: «مقاتليه» is «مقاتلين», «شركته» is «شركه»."""
    bare = word.removesuffix(pronoun)
    return bare[:-1] + "ه" if bare.endswith("ت") and not bare.endswith("ات") else bare


def _is_single(text: str, bare: str) -> bool:
    """Whether a noun is in the singular, so that a number after it is its rank: «الدورة الـ71»."""
    return lemma(text) == bare and not bare.endswith(("ين", "ون", "ات", "ان"))


def is_noun(words: Words, at: int, definite: bool) -> bool:
    """Whether the word at a token can be counted; `definite`: with an article too («آلاف المدنيين»)."""
    word, start = words.word(at), words.start(at)
    if not word or words.in_date(start) or words.name_end(start):
        return False
    if at in words.number_at and not words.has(at, "one"):  # «19 ثانية» is no «second»
        return False
    if words.has(at, "stop") or word.endswith("وا"):
        return False
    if word.startswith("ال") or (word.endswith(_PRONOUNS) and not is_counted(word)):
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
        return word.startswith("ال") or not one
    if words.has(at, "members"):
        return True
    if word.startswith("ال"):
        single = lemma(words.text_of(at)) == word[2:] and of_noun(words.text_of(at)) not in PEOPLE
        return word.endswith(("ين", "ات")) or (is_counted(word) and not single)
    possessed = word.endswith((*_PRONOUNS, "نا"))
    several = of_noun(words.text_of(at)) in WHOLE and lemma(words.text_of(at)) != word
    return several and (possessed or is_counted(word))


def _ends_in_scale(words: Words, number: Number) -> bool:
    return words.word(number.last - 1) in ("الاف", "ملايين", "مليارات")
