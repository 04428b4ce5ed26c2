"""Whether two names are spellings of one: variants of transcription, of orthography, of script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.inflect import forms
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

_ARTICLE = "ال"
_VOWELS = frozenset("اوي")
_SERVANT = "عبد"
_SWALLOWED = 4  # letters of a word beyond which a first لل is ل and the article: «للباغوز»
# Letters that stand for one sound of another language. Source: transcriptions of the Arabic press.
_SOUNDS = tuple(map(frozenset, ("قغكج", "تط", "فو", "سص", "سش", "سز", "ثتس", "دذ", "ضظ", "اه")))
_LOOSE = _VOWELS | frozenset("فه")  # vowels, and what is written for one
_LONG_WORD = 6  # letters of a word that is no native one of three consonants («هيغواين», «هيجوين»)
_LONG = 4  # consonants from which on a vowel more or less makes no other name
_LATIN_ARTICLES = frozenset(("al", "el", "ul"))
_SHORTEST_WORD = 3
_SHORTEST = 4  # consonants of two names in two scripts that can be held equal


def words(name: str) -> tuple[str, ...]:
    """A name's words, folded, in their usual spelling, without marks.

    «عبدالله» counts as two words; an article that ل swallowed is restored.
    """
    found: list[str] = []
    for word in "".join(c if c.isalnum() else " " for c in fold(name)).split():
        if not found and word.startswith("لل") and len(word) > _SWALLOWED:
            word = _ARTICLE + word[2:]
        if word.startswith(_SERVANT + _ARTICLE) and len(word) > len(_SERVANT) + len(_ARTICLE) + 1:
            found += (_SERVANT, word[len(_SERVANT) :])
        else:
            found.append(canonical().get(word, word))
    return tuple(found)


@cache
def canonical() -> dict[str, str]:
    """Folded words in their less usual spellings -> the same in the usual one: «الأمريكية» -> «الأميركية»."""
    found: dict[str, str] = {}
    for usual, *others in table("spelling_variants.tsv"):
        for other in others:
            found[fold(other)] = fold(usual)
            found[fold(_ARTICLE + other)] = fold(_ARTICLE + usual)
    for entity in gazetteer():
        if entity.type != "group" or not entity.name_ar.endswith("ي") or " " in entity.name_ar:
            continue
        for alias in entity.aliases:
            if alias.endswith("ي") and " " not in alias:
                pairs = zip(forms(alias), forms(entity.name_ar), strict=True)
                found.update((fold(written), fold(usual)) for written, usual in pairs)
    return {written: usual for written, usual in found.items() if written != usual}


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of words are one name in two spellings, word by word."""
    return len(one) == len(other) and all(map(alike, one, other))


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """Whether two folded words are one name in two transcriptions: «ترامب» and «ترمب», «غريفيث» and «جريفيث».

    Words that differ in long vowels alone are two names in Arabic («حسن», «حسين»); so vowels may differ only
    where there are four consonants or six letters. Names that the lists of given names have both stay two.
    """
    one, other = one.removeprefix(_ARTICLE), other.removeprefix(_ARTICLE)
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_WORD or abs(len(one) - len(other)) > 2:
        return False
    if _step(one[0], other[0], vowels=False) > 1 or _apart(one, other):
        return False
    consonants = min(sum(c not in _VOWELS for c in word) for word in (one, other))
    long = consonants >= _LONG or min(len(one), len(other)) >= _LONG_WORD
    return _cost(one, other, vowels=long) <= (2 if long else 1)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What all spellings of a folded word have in common: words that are `alike` have one skeleton.

    It is the sounds of the letters that no spelling leaves out or writes as a vowel.
    """
    kept = (_classes().get(letter, letter) for letter in word.removeprefix(_ARTICLE) if letter not in _LOOSE)
    return "".join(sound for sound, _ in groupby(kept))


def skeletons(name: Sequence[str]) -> tuple[str, ...]:
    """The skeletons of a name's words."""
    return tuple(map(skeleton, name))


@cache
def _classes() -> dict[str, str]:
    """Letters that a chain of sounds joins -> the least of them."""
    found: dict[str, str] = {}
    for sounds in _SOUNDS:
        joined = {letter for letter, first in found.items() if first in {found.get(each) for each in sounds}}
        found.update(dict.fromkeys(joined | sounds, min(joined | sounds)))
    return found


def _apart(one: str, other: str) -> bool:
    """Whether the lists know both words, as two names."""
    names = listed("given_names.txt")
    return one in names and other in names


def _cost(one: str, other: str, *, vowels: bool) -> int:
    """The fewest steps of transcription from one word to another; 9 where there is no way.

    A step is another letter for a sound, a letter doubled, and, where `vowels` may differ, one more or less
    inside the word.
    """
    none = 9
    row = [0, *[none] * len(other)]
    for i in range(len(one) + 1):
        above, row = row, [none] * (len(other) + 1)
        for j in range(len(other) + 1):
            ways = [0] if i == j == 0 else []
            if i and j:
                ways.append(above[j - 1] + _step(one[i - 1], other[j - 1], vowels=vowels and i > 1))
            if i and _dropped(one, i - 1, vowels=vowels):
                ways.append(above[j] + 1)
            if j and _dropped(other, j - 1, vowels=vowels):
                ways.append(row[j - 1] + 1)
            row[j] = min(ways, default=none)
    return min(row[-1], none)


def _step(written: str, other: str, *, vowels: bool) -> int:
    if written == other:
        return 0
    if vowels and written in _VOWELS and other in _VOWELS:
        return 1
    return 1 if any(written in sound and other in sound for sound in _SOUNDS) else 9


def _dropped(word: str, at: int, *, vowels: bool) -> bool:
    """Whether a spelling may leave a letter out: a vowel inside the word, the second of two equal letters."""
    inside = 0 < at < len(word) - 1
    return inside and ((vowels and word[at] in _VOWELS) or word[at] == word[at - 1])


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """The consonants of a name in either script, in classes: «مصطفى بالي» and «Mustafa Bali» are one.

    Empty where there are too few of them to tell.
    """
    arabic, latin, pattern = _consonants()
    found = ""
    if is_latin(name):
        letters = unicodedata.normalize("NFD", name.casefold())
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        parts = [word for word in re.split(r"[\s-]+", plain) if word not in _LATIN_ARTICLES]
        rows = [[latin.get(each, "") for each in pattern.findall(part)] for part in parts]
    else:
        bare = [word.removeprefix(_ARTICLE) for word in words(name)]
        rows = [[arabic.get(each, "") for each in word] for word in bare]
    for row in rows:  # a doubled letter counts once
        found += "".join(one for at, one in enumerate(row) if not at or row[at - 1] != one)
    return found if len(found) >= _SHORTEST else ""


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return any("a" <= letter <= "z" for letter in name.casefold())


@cache
def _consonants() -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """The classes of Arabic letters, those of Latin ones, and how Latin words are read by letters."""
    arabic, latin = {}, {}
    for one, letters, transcribed in table("consonants.tsv"):
        arabic.update(dict.fromkeys(letters, one))
        latin.update(dict.fromkeys(transcribed.split(), one))
    longest = sorted(latin, key=lambda letters: (-len(letters), letters))
    return arabic, latin, re.compile("|".join([*longest, "."]))
