"""Dates: expressions that name a calendar unit with a definite offset, and their EDTF values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from musnad import edtf
from musnad.annotate.dates.calendar import NAME, UNKNOWN
from musnad.annotate.dates.grammar import Patterns, joins, points
from musnad.annotate.dates.joins import JOINERS
from musnad.annotate.dates.lexicon import Lexeme, Senses, lexemes, symbol
from musnad.annotate.dates.readers import READERS, Readers
from musnad.annotate.dates.reading import Reading
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block, Mention

BY = "dates"


class Date(NamedTuple):
    """An expression of a date at code points of a text: EDTF, or None where its anchor is unknown."""

    start: int
    end: int
    value: str | None


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's dates; those of a pasted post are relative to the post."""
    mentions = list(found.mentions)
    for block in article.blocks:
        if block.zone == "residue":
            continue
        text = article.text[block.start : block.end]
        for date in read(text, _written(article, block)):
            start, end = block.start + date.start, block.start + date.end
            mentions.append(Mention(start, end, article.text[start:end], "date", BY, value=date.value))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return msgspec.structs.replace(found, mentions=tuple(mentions))


def _written(article: Article, block: Block) -> str | None:
    """When a block was written, as EDTF."""
    return article.date_published if block.post is None else article.posts[block.post].date


def read(text: str, written: str | None) -> list[Date]:
    """The dates in a text that was written at an EDTF date, or at a time unknown.

    Where that date is not one day («2019-03»), only what is the same on all its days has a value.
    """
    found = edtf.days(written) if written else None
    if not found or datetime.date.min in found or datetime.date.max in found:
        return _read(text, None)
    dates = _read(text, found[0])
    if found[0] == found[1]:
        return dates
    agreed = set(_read(text, found[1]))
    return [date if date in agreed else date._replace(value=None) for date in dates]


def _read(text: str, anchor: datetime.date | None) -> list[Date]:
    items = lexemes(text)
    items = _replace(items, points(), READERS, anchor)
    items = _replace(items, joins(), JOINERS, anchor)
    items = _replace(items, joins(), JOINERS, anchor)
    return [
        Date(item.start, item.end, None if item.senses["point"] == UNKNOWN else item.senses["point"])
        for item in items
        if "point" in item.senses
    ]


def _replace(
    items: Sequence[Lexeme], patterns: Patterns, readers: Readers, anchor: datetime.date | None
) -> list[Lexeme]:
    """The lexemes, with the longest expression at each place made one lexeme, a point of time."""
    string, plain = "".join(item.symbol for item in items), _plain()
    replaced: list[Lexeme] = []
    previous: str | None = None
    at = 0
    while at < len(items):
        found = None
        if string[at] not in plain:
            matches = ((name, pattern.match(string, at)) for name, pattern in patterns)
            readings = [(name, Reading(items, match, anchor, previous)) for name, match in matches if match]
            found = _longest(readings, readers)
        if not found:
            replaced.append(items[at])
            at += 1
            continue
        end, senses = found
        replaced.append(Lexeme(items[at].start, items[end - 1].end, senses, symbol(senses)))
        previous, at = senses.get("point", previous), end
    return replaced


def _longest(readings: list[tuple[str, Reading]], readers: Readers) -> tuple[int, Senses] | None:
    """Where the longest reading that holds ends, and what it is: a point of time, or a part of a name."""
    for name, reading in sorted(readings, key=lambda one: -one[1].match.end()):
        try:
            value = readers[name](reading)
        except OverflowError:  # before year 1: «منذ 10 آلاف عام»
            value = UNKNOWN
        if value == NAME:
            return reading.match.end(), {"word": None}
        if value is not None:
            guessed = {"guessed": None} if reading.guesses_year() else {}
            return reading.match.end(), {"point": value, **guessed}
    return None


# Words that no expression begins with.
_PLAIN = (
    ("word",),
    ("word", "definite"),
    ("thing",),
    ("thing", "definite"),
    ("stop",),
    ("past",),
    ("present",),
)


@cache
def _plain() -> frozenset[str]:
    """The symbols of the words that no expression begins with."""
    return frozenset(symbol(dict.fromkeys(senses)) for senses in _PLAIN)
