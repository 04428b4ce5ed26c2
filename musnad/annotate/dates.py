"""Dates: expressions that name a calendar unit with a definite offset, and their EDTF values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from musnad import edtf
from musnad.annotate.dates_calendar import UNKNOWN
from musnad.annotate.dates_grammar import Patterns, joins, points
from musnad.annotate.dates_joins import JOINERS
from musnad.annotate.dates_lexicon import Lexeme, lexemes, symbol
from musnad.annotate.dates_readers import READERS
from musnad.annotate.dates_reading import Reading
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block, Mention

NAME = "dates"


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
            mentions.append(Mention(start, end, article.text[start:end], "date", NAME, value=date.value))
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


Readers = Mapping[str, Callable[[Reading], str | None]]


def _replace(
    items: Sequence[Lexeme], patterns: Patterns, readers: Readers, anchor: datetime.date | None
) -> list[Lexeme]:
    """The lexemes, with the longest expression at each place made one lexeme, a point of time."""
    string, plain = "".join(item.symbol for item in items), _plain()
    replaced: list[Lexeme] = []
    previous: str | None = None
    at = 0
    while at < len(items):
        end, value, guessed = at + 1, None, False
        if string[at] not in plain:
            for name, pattern in patterns:
                match = pattern.match(string, at)
                if match and (match.end() > end or value is None):
                    try:
                        read = readers[name](Reading(items, match, anchor, previous))
                    except OverflowError:  # before year 1: «منذ 10 آلاف عام»
                        read = UNKNOWN
                    if read is not None:
                        end, value, guessed = match.end(), read, _is_guessed(match)
        if value is None:
            replaced.append(items[at])
            at += 1
            continue
        senses = {"point": value, "guessed": None} if guessed else {"point": value}
        replaced.append(Lexeme(items[at].start, items[end - 1].end, senses, symbol(senses)))
        previous, at = value, end
    return replaced


_PLAIN = (
    ("word",),
    ("word", "definite"),
    ("thing",),
    ("thing", "definite"),
    ("stop",),
    ("past",),
    ("present",),
)


def _is_guessed(match: re.Match[str]) -> bool:
    """Whether an expression names a month but leaves its year to be guessed."""
    groups = match.groupdict()
    return groups.get("m") is not None and not any(
        groups.get(group) for group in ("mrel", "y", "yrel", "ydemo")
    )


@cache
def _plain() -> frozenset[str]:
    """The symbols of words that no expression begins with."""
    return frozenset(symbol(dict.fromkeys(senses)) for senses in _PLAIN)
