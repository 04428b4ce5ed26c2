"""Names of bodies and peoples, and roles, in English, word by word, for readers who know no Arabic.

«وزارة الدفاع الروسية» is Russian ministry of defence, «متحدث باسم الشرطة» spokesman for police, «مطار
بيروت» Beirut airport: nouns in the order of the text, joined with «of»; a name before the body that has it;
adjectives before the noun that they agree with, nationalities before the first that they can. The words are
those of `glossary.py`; others are names, in Latin letters. A role is told as far as its words are known,
which is who it is, for Arabic puts the noun first: «مسؤول تركي طلب عدم نشر اسمه» is Turkish official ….
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, takewhile
from typing import NamedTuple

from musnad.arabic.fold import fold
from musnad.arabic.glossary import DESCRIBES, Gloss, bare, several, table
from musnad.arabic.meanings import Read, read

_BREAK = re.compile("[،,؛;:(]")
_NOUNS = ("noun", "body", "human", "people")
_NO_NAMES: Mapping[str, str] = {}
_LOW = ("of", "for", "in", "from", "at", "on", "with", "to", "against", "and")


class _Noun(NamedTuple):
    """A noun with its adjectives in the order of the text, and what joins it to what stands before it."""

    gloss: Gloss
    read: Read
    joint: str
    adjectives: list[str]


def name_in_english(name: str, type: str) -> str | None:
    """The name of an entity of this type; None of a person, and of a place that does not say what it is."""
    if type == "person" or (type == "place" and " " not in name):
        return None
    return gloss(name)


@lru_cache(maxsize=1 << 16)
def gloss(name: str) -> str | None:
    """A name in English, its words with capitals; None where the table does not have its first word, or less
    than a third of its words.
    """
    words = list(read(name, _NO_NAMES))
    others = [one for one in words if one.is_name]
    if not _begins(words) or len(others) * 3 > len(words) * 2:
        return None
    return " ".join(
        word if word in _LOW or word.startswith("al-") else word[:1].upper() + word[1:]
        for told in _told(_parsed(words))
        for word in told.split()
    )


@lru_cache(maxsize=1 << 16)
def role(words: str) -> str | None:
    """A role in English, or an amount in words («مئات المدنيين»); None where the table does not have its
    first word. Of one that has words which neither the table nor any name has, what stands before them and
    «…».
    """
    return role_in_english(words, _NO_NAMES)


def by_key(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Arabic names with an English one, by what `role_in_english` looks them up; none that is a word too."""
    return {found: english for name, english in names if (found := key(name)) not in table()}


def role_in_english(phrase: str, names: Mapping[str, str]) -> str | None:
    """A role as `role` tells it; `names` are those of bodies and places, by their `key`, in English."""
    parts = list(filter(None, _BREAK.split(phrase)))
    for part in parts:
        words = list(read(part, names))
        told = list(takewhile(lambda one: one.kind != "strange", words))
        whole = len(told) == len(words) and len(parts) == 1
        while told and not whole and told[-1].kind in ("joint", "before", "number"):
            told.pop()
        if _begins(told) and any(one.named().kind in _NOUNS for one in told):
            english = " ".join(_told(_parsed(told)))
            return english[:1].upper() + english[1:] + " …" * (not whole)
    return None


@lru_cache(maxsize=1 << 14)
def gist(phrase: str) -> str | None:
    """What words of a text are about, as far as they are in the table or known names: «battles … forces».

    What stands between, verbs above all, is left out, and with it what is said: no translation.
    """
    runs = groupby(read(phrase, _NO_NAMES), lambda one: one.kind == "strange")
    told = (" ".join(_told(_parsed(_trimmed(list(run))))) for strange, run in runs if not strange)
    return " … ".join(filter(None, told)) or None


def _trimmed(run: list[Read]) -> list[Read]:
    """Words without those that join at the beginning and those that want another at the end."""
    kinds = [one.kind for one in run]
    first = next((at for at, kind in enumerate(kinds) if kind != "joint"), len(run))
    while kinds and kinds[-1] in ("joint", "before") and not run[len(kinds) - 1].describes():
        kinds.pop()
    return run[first : len(kinds)]


def key(name: str) -> str:
    """Under what a name is looked up: its words without articles, folded."""
    return " ".join(fold(bare(word)) for word in name.split())


def _begins(words: list[Read]) -> bool:
    """Whether these words begin with one of the table."""
    return bool(words) and not words[0].is_name and words[0].kind not in ("number", "joint")


def _parsed(words: list[Read]) -> list[_Noun]:
    """The nouns of a phrase, each with its adjectives."""
    nouns: list[_Noun] = []
    joint = ""
    for one in words:
        if one.kind == "joint":
            joint = f"{joint} {one.glosses[0].english}".strip()
            continue
        counted = bool(nouns) and nouns[-1].gloss.kind == "number"
        described = _described(nouns, one) if nouns and not joint and not counted else None
        if described:
            described.adjectives.append((one.describes() or one.glosses[0]).english)
        elif joint == "and" and nouns and nouns[-1].adjectives and _also(nouns[-1], one):
            nouns[-1].adjectives[-1] += f" and {one.glosses[0].english}"
        else:
            noun = one.named()
            if counted and nouns[-1].gloss.english != "1":
                noun = several(noun)
            nouns.append(_Noun(noun, one, joint or _between(nouns, one), []))
        joint = ""
    return nouns


def _described(nouns: list[_Noun], one: Read) -> _Noun | None:
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


def _agree(noun: _Noun, adjective: Read) -> bool:
    """Whether noun and adjective have one gender and number; things in the plural are feminine."""
    plural = (adjective.describes() or adjective.glosses[0]).plural
    if noun.gloss.plural:
        return plural if noun.gloss.kind == "human" else adjective.feminine
    return noun.read.feminine == adjective.feminine and not plural


def _also(noun: _Noun, one: Read) -> bool:
    """Whether a word after «و» describes the noun too: «مسؤولين إقليميين وغربيين»."""
    return one.kind in DESCRIBES and one.definite == noun.read.definite and _agree(noun, one)


def _between(nouns: list[_Noun], after: Read) -> str:
    """What joins a noun to the one before it: nothing after what stands in English before it, within a name,
    and before a name that tells who a noun with the article is («المدرب يواكيم»).
    """
    if not nouns or "number" in (after.kind, nouns[-1].gloss.kind) or nouns[-1].gloss.kind == "before":
        return ""
    before = nouns[-1]
    return "" if after.is_name and before.read.definite else "of"


def _told(nouns: list[_Noun]) -> Iterator[str]:
    """The words in English order."""
    at = 0
    while at < len(nouns):
        noun, at = nouns[at], at + 1
        begins = at
        if noun.gloss.kind == "body":
            while at < len(nouns) and nouns[at].read.is_name and nouns[at].joint in ("", "of"):
                at += 1
        names = (name.gloss.english for name in nouns[begins:at])
        yield from filter(None, (noun.joint, *names, *reversed(noun.adjectives), noun.gloss.english))
