"""Dates: expressions that name a calendar unit with a definite offset, and their EDTF values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from musnad import edtf
from musnad.annotate.dates import readers
from musnad.annotate.dates.grammar import JOIN_STARTS, POINT_STARTS, Patterns, joins, points
from musnad.annotate.dates.lexemes import Lexeme, lexemes
from musnad.annotate.dates.lexicon import Senses, symbol, symbols_of_any
from musnad.annotate.dates.reading import Name, Point, Reading, Rule
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block, Mention

_LONGEST = 64  # lexemes of an expression: «10/10/10/…» would be read to its end from each of them


class Date(NamedTuple):
    """An expression of a date at code points of a text; its value, anchor and rule as in `Point`."""

    start: int
    end: int
    value: str | None
    anchor: str | None
    rule: Rule


class _Written(NamedTuple):
    """When a text was written: EDTF, and a day of it; None where that is unknown."""

    value: str | None = None
    day: datetime.date | None = None


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's dates; those of a pasted post are relative to the post."""
    mentions = list(found.mentions)
    for block in article.blocks:
        if block.zone == "residue":
            continue
        text = article.text[block.start : block.end]
        for date in read(text, _written(article, block)):
            start, end = block.start + date.start, block.start + date.end
            words, by = article.text[start:end], f"dates:{date.rule}"
            mentions.append(Mention(start, end, words, "date", by, value=date.value, anchor=date.anchor))
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
        return _read(text, _Written())
    dates = _read(text, _Written(written, found[0]))
    if found[0] == found[1]:
        return dates
    agreed = {(date.start, date.end, date.value) for date in _read(text, _Written(written, found[1]))}
    return [
        date if (date.start, date.end, date.value) in agreed else date._replace(value=None, anchor=None)
        for date in dates
    ]


def _read(text: str, written: _Written) -> list[Date]:
    items = _replace(lexemes(text), points(), POINT_STARTS, readers.POINTS, written)
    for _ in range(2):
        items = _replace(items, joins(), JOIN_STARTS, readers.JOINS, written)
    return [
        Date(item.start, item.end, *item.senses["point"])
        for item in items
        if "point" in item.senses and "lone" not in item.senses
    ]


def _replace(
    items: Sequence[Lexeme],
    patterns: Patterns,
    starts: tuple[str, ...],
    known: readers.Readers,
    written: _Written,
) -> list[Lexeme]:
    """The lexemes, with the longest expression at each place made one lexeme, a point of time."""
    string, begin = "".join(item.symbol for item in items), symbols_of_any(starts)
    replaced: list[Lexeme] = []
    previous: str | None = None
    at = 0
    while at < len(items):
        found = None
        if string[at] in begin:
            matches = ((name, pattern.match(string, at, at + _LONGEST)) for name, pattern in patterns)
            readings = [(name, Reading(items, match, *written, previous)) for name, match in matches if match]
            found = _longest(readings, known)
        if not found:
            replaced.append(items[at])
            previous = _value(items[at]) or previous
            at += 1
            continue
        end, senses = found
        replaced.append(Lexeme(items[at].start, items[end - 1].end, senses, symbol(senses)))
        previous, at = _value(replaced[-1]) or previous, end
    return replaced


def _value(item: Lexeme) -> str | None:
    point: Point | None = item.senses.get("point")
    return point.value if point else None


def _longest(readings: list[tuple[str, Reading]], known: readers.Readers) -> tuple[int, Senses] | None:
    """Where the longest reading that holds ends, and what it is: a point of time, or a part of a name."""
    for name, reading in sorted(readings, key=lambda one: -one[1].match.end()):
        try:
            point = known[name](reading)
        except OverflowError:  # before year 1: «منذ 10 آلاف عام»
            point = Point(None)
        if isinstance(point, Name):
            return reading.match.end(), {"word": None}
        if point:
            return reading.match.end(), {"point": point, **reading.flags()}
    return None
