"""Names of bodies and peoples, and roles, in English, word by word, for readers who know no Arabic.

«وزارة الدفاع الروسية» is Russian ministry of defence, «متحدث باسم الشرطة» spokesman for police, «مطار
بيروت» Beirut airport: nouns in the order of the text, joined with «of»; a name before the body that has it;
adjectives before the noun that they agree with, nationalities before the first that they can. The words are
those of `glossary.py`; others are names, in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pyarabic.araby import strip_diacritics, strip_tatweel

from musnad.arabic.fold import fold
from musnad.arabic.glossary import DESCRIBES, FEMININE, Gloss, bare, inflected, table
from musnad.arabic.latin import known, latin

_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3]+|[A-Za-z][A-Za-z.&-]*|[0-9\u0660-\u0669]+")
_PREFIXES = {"و": "and", "ل": "for", "ب": "in"}
_LONGEST = 4  # words of a phrase in the table
_LOW = ("of", "for", "in", "from", "at", "on", "with", "to", "against", "and")


class _Read(NamedTuple):
    """A word as it was read: what it may mean, whether its ending is feminine, whether it has the article."""

    glosses: tuple[Gloss, ...]
    feminine: bool = False
    definite: bool = False

    @property
    def kind(self) -> str:
        """The kind of what it means first."""
        return self.glosses[0].kind

    def describes(self) -> Gloss | None:
        """What it means as an adjective."""
        return next((gloss for gloss in self.glosses if gloss.kind in DESCRIBES), None)

    def named(self) -> Gloss:
        """What it means as a noun."""
        return next((gloss for gloss in self.glosses if gloss.kind not in DESCRIBES), self.glosses[0])


class _Noun(NamedTuple):
    """A noun with its adjectives in the order of the text, and what joins it to what stands before it."""

    gloss: Gloss
    read: _Read
    joint: str
    adjectives: list[str]


def name_in_english(name: str, type: str) -> str | None:
    """The name of an entity of this type; None of a person, and of a place that does not say what it is."""
    if type == "person" or (type == "place" and " " not in name):
        return None
    return gloss(name)


@lru_cache(maxsize=1 << 16)
def gloss(phrase: str, named: bool = True) -> str | None:
    """A name or role in English; None where the table does not have its first word, or too few of its words.

    Of a name (`named`) up to two thirds of the words may be others, and its words get capitals; in a role
    others are such as names are known to have.
    """
    words = _WORD.findall(strip_diacritics(strip_tatweel(phrase)))
    read = list(_read(words))
    others = [one for one in read if _is_name(one)]
    strange = sum(one.kind == "strange" for one in read)
    if (
        not read
        or _is_name(read[0])
        or read[0].kind in ("number", "joint")
        or len(others) * 3 > len(read) * 2
    ):
        return None
    if strange and not named:
        return None
    told = " ".join(_told(_parsed(read)))
    if not named:
        return told[:1].upper() + told[1:]
    return " ".join(
        word if word in _LOW or word.startswith("al-") else word[:1].upper() + word[1:]
        for word in told.split()
    )


def _read(words: list[str]) -> Iterator[_Read]:
    """What the words mean, the longest phrases of the table first."""
    at = 0
    while at < len(words):
        joint, read, taken = _next(words[at : at + _LONGEST])
        if joint:
            yield _Read((Gloss("joint", joint),))
        yield read
        at += taken


def _next(words: list[str]) -> tuple[str, _Read, int]:
    """What is joined to the first of these words, what they mean, and of how many that is the meaning."""
    word = words[0]
    if word.isdecimal():
        return "", _Read((Gloss("number", fold(word)),)), 1
    for joint, first in _openings(word):
        if found := _found([first, *words[1:]]):
            return joint, *found
    joint, name = list(_openings(word))[-1] if word.startswith("لل") else ("", word)
    return joint, _Read((Gloss("name" if known(name) else "strange", latin(name)),), definite=True), 1


def _openings(word: str) -> Iterator[tuple[str, str]]:
    """A word as it stands, then without what is joined to its beginning."""
    yield "", word
    if word.startswith("لل"):
        yield _PREFIXES["ل"], word[1:]
        yield _PREFIXES["ل"], f"ال{word[2:]}"
    elif word[0] in _PREFIXES and len(word) > 3:
        yield _PREFIXES[word[0]], word[1:]


def _found(words: list[str]) -> tuple[_Read, int] | None:
    """The longest phrase of the table that these words begin with, and how many of them it is."""
    bared = [fold(bare(word)) for word in words]
    first = words[0]
    feminine, definite = first.endswith(FEMININE), first != bare(first)
    for number in range(len(words), 1, -1):
        if glosses := table().get(" ".join(bared[:number])):
            return _Read(glosses, feminine, definite), number
    glosses = table().get(fold(first), ()) or inflected(bare(first))
    return (_Read(glosses, feminine, definite), 1) if glosses else None


def _parsed(read: list[_Read]) -> list[_Noun]:
    """The nouns of a phrase, each with its adjectives."""
    nouns: list[_Noun] = []
    joint = ""
    for one in read:
        if one.kind == "joint":
            joint = f"{joint} {one.glosses[0].english}".strip()
            continue
        described = _described(nouns, one) if nouns and not joint else None
        if described:
            described.adjectives.append((one.describes() or one.glosses[0]).english)
        else:
            nouns.append(_Noun(one.named(), one, joint or _between(nouns, one), []))
        joint = ""
    return nouns


def _described(nouns: list[_Noun], one: _Read) -> _Noun | None:
    """The noun that a word describes: of those since the last joint that agree with it the last, for a
    nationality the first; None where it is a noun itself.
    """
    gloss = one.describes()
    if gloss is None:
        after = one.kind == "before" and one.definite and nouns[-1].read.definite
        return nouns[-1] if after else None
    since = max((at for at, noun in enumerate(nouns) if noun.joint not in ("", "of")), default=0)
    some = [noun for noun in nouns[since:] if noun.gloss.kind in ("noun", "body", "human")]
    agreeing = [noun for noun in some if _agree(noun, one)]
    if not agreeing and gloss != one.glosses[0]:
        return None
    return (agreeing or some or nouns)[0 if gloss.kind == "people" else -1]


def _agree(noun: _Noun, adjective: _Read) -> bool:
    """Whether noun and adjective have one gender and number; things in the plural are feminine."""
    plural = adjective.glosses[0].plural
    if noun.gloss.plural:
        return plural if noun.gloss.kind == "human" else adjective.feminine
    return noun.read.feminine == adjective.feminine and not plural


def _between(nouns: list[_Noun], after: _Read) -> str:
    """What joins a noun to the one before it: nothing after what stands in English before it, within a name,
    and before a name that tells who a noun with the article is («المدرب يواكيم»).
    """
    if not nouns or after.kind == "number" or nouns[-1].gloss.kind == "before":
        return ""
    before = nouns[-1]
    return "" if _is_name(after) and before.read.definite else "of"


def _told(nouns: list[_Noun]) -> Iterator[str]:
    """The words in English order."""
    at = 0
    while at < len(nouns):
        noun, at = nouns[at], at + 1
        begins = at
        if noun.gloss.kind == "body":
            while at < len(nouns) and _is_name(nouns[at].read) and nouns[at].joint in ("", "of"):
                at += 1
        names = (name.gloss.english for name in nouns[begins:at])
        yield from filter(None, (noun.joint, *names, *reversed(noun.adjectives), noun.gloss.english))


def _is_name(read: _Read) -> bool:
    return read.kind in ("name", "strange")
