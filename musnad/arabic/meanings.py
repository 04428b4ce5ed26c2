"""What the words of a name or role mean, one by one or as phrases of the table: the first step of telling it
in English (`gloss.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyarabic.araby import strip_diacritics, strip_tatweel

from musnad.arabic.fold import fold
from musnad.arabic.glossary import DESCRIBES, FEMININE, Gloss, bare, inflected, table
from musnad.arabic.latin import known, latin

_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3]+|[A-Za-z][A-Za-z.&-]*|[0-9\u0660-\u0669]+")
_PREFIXES = {"و": "and", "ل": "for", "ب": "in"}
_LONGEST = 6  # words of a phrase in the table, or of a name


class Read(NamedTuple):
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

    @property
    def is_name(self) -> bool:
        """Whether it is no word of the table."""
        return self.kind in ("name", "strange")


def read(phrase: str, names: Mapping[str, str]) -> Iterator[Read]:
    """What the words mean, the longest phrases of the table first."""
    words = _WORD.findall(strip_diacritics(strip_tatweel(phrase)))
    at = 0
    while at < len(words):
        joint, one, taken = _next(words[at : at + _LONGEST], names)
        if joint:
            yield Read((Gloss("joint", joint),))
        yield one
        at += taken


def _next(words: list[str], names: Mapping[str, str]) -> tuple[str, Read, int]:
    """What is joined to the first of these words, what they mean, and of how many that is the meaning."""
    word = words[0]
    if word.isdecimal():
        return "", Read((Gloss("number", fold(word)),)), 1
    for joint, first in _openings(word):
        if found := _found([first, *words[1:]], names):
            return joint, *found
    joint, name = list(_openings(word))[-1] if word.startswith("لل") else ("", word)
    kind = "name" if known(name) or name.isascii() else "strange"
    return joint, Read((Gloss(kind, latin(name)),), definite=True), 1


def _openings(word: str) -> Iterator[tuple[str, str]]:
    """A word as it stands, then without what is joined to its beginning."""
    yield "", word
    if word.startswith("لل"):
        yield _PREFIXES["ل"], word[1:]
        yield _PREFIXES["ل"], f"ال{word[2:]}"
    elif word[0] in _PREFIXES and len(word) > 3:
        yield _PREFIXES[word[0]], word[1:]


def _found(words: list[str], names: Mapping[str, str]) -> tuple[Read, int] | None:
    """The longest name, or phrase of the table, that these words begin with, and how many of them it is."""
    bared = [fold(bare(word)) for word in words]
    first = words[0]
    feminine, definite = first.endswith(FEMININE), first != bare(first)
    for number in range(len(words), 0, -1):
        phrase = " ".join(bared[:number])
        if name := names.get(phrase):
            return Read((Gloss("name", name),), definite=True), number
        if number > 1 and (glosses := table().get(phrase)):
            return Read(glosses, feminine, definite), number
    glosses = table().get(fold(first), ()) or inflected(bare(first))
    if glosses and glosses[0].kind == "strange":
        return Read((Gloss("strange", latin(first)),), definite=True), 1
    return (Read(glosses, feminine, definite), 1) if glosses else None
