"""The words about a number: comparators, percentages, labels, what can be counted."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.arabic.tokens import Token

_LONGEST = 5  # words of a phrase


class Phrase(NamedTuple):
    """A phrase of the lists: tokens `first` to `last` (exclusive), where it starts in the text, its key."""

    first: int
    last: int
    start: int
    key: str


@cache
def folded(section: str) -> dict[str, str]:
    """A section of the data: folded words -> key."""
    return {" ".join(fold(w).split()): key for key, row in _data()[section].items() for w in row}


@cache
def counted() -> frozenset[str]:
    """Nouns that numbers count, folded."""
    lines = (
        resources.files("musnad.annotate.quantities")
        .joinpath("data/counted.txt")
        .read_text("utf-8")
        .splitlines()
    )
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


def has_article(word: str) -> bool:
    """Whether a word as it is written begins with the article: «الآلات», not «آلات» or «ألعاب»."""
    return word.startswith("ا") and fold(word).startswith("ال")


def is_counted(word: str) -> bool:
    """Whether a folded word, article or not, is a noun that numbers count («مسلحي» is «مسلحين»)."""
    bare = word[2:] if word.startswith(("ال", "لل")) else word
    return word in counted() or bare in counted() or (len(bare) > 3 and bare + "ن" in counted())


@cache
def _edge(section: str, at: int) -> frozenset[str]:
    """The first (0) or last (-1) words of the phrases of a section."""
    return frozenset(phrase.split()[at] for phrase in folded(section))


def phrase_before(tokens: Sequence[Token], section: str, last: int, longest: int = _LONGEST) -> Phrase | None:
    """The longest phrase of a section that ends before token `last`, without its first word's proclitics.

    Words of the section `inside` may stand in it: «يزيد قليلا عن».
    """
    if not last or not any(rest in _edge(section, -1) for _, rest in readings(tokens[last - 1].text)):
        return None
    table, inside = folded(section), folded("inside")
    for width in range(min(longest, last), 0, -1):
        first = last - width
        if not _adjacent(tokens, first, last):
            continue
        tail = "".join(
            " " + word for token in tokens[first + 1 : last] if (word := fold(token.text)) not in inside
        )
        for skip, rest in readings(tokens[first].text):
            if key := table.get(rest + tail):
                return Phrase(first, last, tokens[first].start + skip, key)
    return None


def beginning(tokens: Sequence[Token], section: str, first: int) -> Phrase | None:
    """The longest phrase of a section that begins at a token."""
    if first >= len(tokens) or fold(tokens[first].text) not in _edge(section, 0):
        return None
    table = folded(section)
    for width in range(min(_LONGEST, len(tokens) - first), 0, -1):
        words = " ".join(fold(token.text) for token in tokens[first : first + width])
        if _adjacent(tokens, first, first + width) and (key := table.get(words)):
            return Phrase(first, first + width, tokens[first].start, key)
    return None


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """A word folded, with each of its possible proclitics taken off, and their length."""
    return tuple((skip, fold(word[skip:])) for skip in proclitics(word))


def _adjacent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(token.kind == "word" for token in tokens[first:last])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(
        resources.files("musnad.annotate.quantities").joinpath("data/quantities.toml").read_text("utf-8")
    )
