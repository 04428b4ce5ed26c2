"""The noun a number follows: «كيلومترا واحدا», «المتهمين الخمسة», «الدول الـ28», «نقاط أربع»."""

from __future__ import annotations

from musnad.annotate.quantities.counted import of_noun
from musnad.annotate.quantities.lexicon import folded, has_article, is_counted, readings
from musnad.annotate.quantities.nouns import Noun, is_noun
from musnad.annotate.quantities.words import Words
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.numbers import Number

_DUALS = ("ين", "ان", "تا", "تي")
_POSSESSIVES = ("ه", "ها", "هم", "هن", "هما", "نا", "كم", "ي")


def noun_before(words: Words, number: Number) -> Noun | None:
    """The noun a number follows: «كيلومترا واحدا», «المتهمين الخمسة», «الدول الـ28», «أبنائه الثلاثة»."""
    at = number.first - 1
    if words.word(at) == "ال":
        at, definite = at - 1, True
    else:
        definite = number.definite
    alone = words.start(number.first) == number.start  # no «بالأربعة»
    if (
        number.kind != "cardinal"
        or not alone
        or not words.word(at)
        or words.is_taken(words.start(at), words.end(at))
    ):
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
    if definite or not words.has(number.first, "single") or words.has(number.last, "of_them"):
        return at, None
    if has_article(words.text_of(at)) or word.startswith("لل") or words.has(at, "stop"):
        return at, None
    feminine = one.endswith("ه")
    relative = word.endswith("يه") if feminine else word.endswith(("ي", "يا"))
    if relative and (words.counts(at - 1) or of_noun(words.text_of(at - 1)) not in (None, "other")):
        at -= 1  # «درجة مئوية واحدة»
    elif relative and not is_counted(word):
        return at, None
    for skip, rest in readings(words.text_of(at)):
        if rest in folded("never_one"):
            return at, None
        if is_counted(rest) and not has_article(words.text_of(at)[skip:]):
            return at, skip
    if words.word(number.last) in ("من", "تلو") or len(word) < 3 or word.endswith("ني"):  # «واحد من»
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
    ranks = (number.value or 0) > 10 or words.tokens[number.first].kind == "number"
    if (skip := _plural_with_article(words, at, ranks)) is not None:
        return at, skip
    if has_article(words.text_of(at)) and words.word(at - 1):  # «الجزر اليونانية الثلاث»
        skip = _plural_with_article(words, at - 1, ranks)
        taken = words.is_taken(words.start(at - 1), words.end(at - 1))
        return at - 1, None if taken else skip
    for skip, rest in readings(words.text_of(at)):
        for end in _POSSESSIVES:
            bare = _free(rest, end)
            if rest.endswith(end) and is_counted(bare):
                return at, None if ranks and _is_single(words.text_of(at), bare) else skip
    return at, None


def _plural_with_article(words: Words, at: int, ranks: bool) -> int | None:
    """The length of the proclitics of a noun with an article that a number may follow, or None.

    `ranks`: after a singular the number is a rank («الدورة الـ71»).
    """
    text = words.text_of(at)
    if words.has(at, "stop"):
        return None
    for skip, rest in readings(text):
        if has_article(text[skip:]) or (rest.startswith("لل") and not skip):
            if is_counted(rest):
                return None if ranks and _is_single(text, rest[2:]) else skip
            return None if rest.endswith("ه") or _is_single(text, rest[2:]) else skip
    return None


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
    plain = (skip for skip, rest in readings(text) if is_counted(rest) and not has_article(text[skip:]))
    return next((skip for skip in plain if lemma(text) != fold(text[skip:])), None)


def _free(word: str, pronoun: str) -> str:
    """A folded word without a pronoun: «مقاتليه» is «مقاتلين», «شركته» is «شركه»."""
    bare = word.removesuffix(pronoun)
    return bare[:-1] + "ه" if bare.endswith("ت") and not bare.endswith("ات") else bare


def _is_single(text: str, bare: str) -> bool:
    """Whether a noun is in the singular, so that a number after it is its rank: «الدورة الـ71»."""
    return lemma(text) == bare and not bare.endswith(("ين", "ون", "ات", "ان"))
