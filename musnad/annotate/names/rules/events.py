"""Named events: contests, summits, wars, attacks called by their place: «كأس العالم», «هجمات باريس»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.phrases import nationality, purpose
from musnad.annotate.names.rules.quotes import quoted
from musnad.annotate.names.spelling import common, readings, unusual
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

_ARTICLE = "ال"


class Head(NamedTuple):
    """What must follow a noun that begins an event's name, without and with the article."""

    bare: frozenset[str]
    definite: frozenset[str]


def events(line: Line) -> Iterator[Found]:
    """Names of events in a line."""
    for index, word in enumerate(line.words):
        for skip, definite, head in _heads(word.text):
            last = _definite(line, index, head.definite) if definite else _bare(line, index + 1, head.bare)
            if last is not None:
                yield line.guess(word.start + skip, index, last, "event", "event")
                break


@lru_cache(maxsize=100_000)
def _heads(word: str) -> tuple[tuple[int, bool, Head], ...]:
    """Each way a word reads as a noun that begins names of events: proclitics, the article, its entry."""
    found = ((reading.skip, reading.parts[0]) for reading in readings(word))
    named = ((skip, key.startswith(_ARTICLE), heads().get(key.removeprefix(_ARTICLE))) for skip, key in found)
    return tuple((skip, definite, head) for skip, definite, head in named if head)


@cache
def heads() -> dict[str, Head]:
    """The nouns that begin names of events, folded, without the article."""
    rows = table("event_heads.tsv")
    return {fold(noun): Head(_set(bare), _set(definite)) for noun, bare, definite in rows}


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) - {"-"}


def _bare(line: Line, at: int, kinds: frozenset[str]) -> int | None:
    """The last word of an event's name whose first noun has no article and is followed by word `at`."""
    if not line.has(at):
        return None
    if "quoted" in kinds and (last := quoted(line, at)) is not None:
        return _ended(line, last, kinds)
    if not line.goes_on(at):
        return None
    if found := line.starts(at, "place", "organization"):
        return _ended(line, found.last, kinds) if _fits(line, found, kinds) else None
    word = fold(line.words[at].text)
    last = None
    if "chain" in kinds and word in listed("event_middles.txt"):
        last = _chain(line, at)
    if last is None and "any" in kinds and word in listed("event_nouns.txt"):
        last = at
    if last is None and "new" in kinds and unusual(line.words[at].text):
        plain = word.endswith("ه") or word.startswith(_ARTICLE) or common(_ARTICLE + word)
        last = None if plain else at
    return None if last is None else _dated(line, _ended(line, last, kinds), kinds)


def _definite(line: Line, index: int, kinds: frozenset[str]) -> int | None:
    """The last word of an event's name whose first noun has the article: «الحرب الكورية»."""
    civil = line.goes_on(index + 1) and fold(line.words[index + 1].text) in listed("event_kinds.txt")
    if "people" in kinds and (last := nationality(line, index + 1 + civil)) is not None:
        return _ended(line, nationality(line, last + 1) or last, kinds)
    return index if "alone" in kinds else None


def _fits(line: Line, found: Found, kinds: frozenset[str]) -> bool:
    """Whether a known name makes an event's name with a noun of these kinds."""
    if found.type == "organization":
        return "body" in kinds
    country = fold(line.text[found.start : found.end]) in _countries()
    return "place" in kinds or ("town" in kinds and not country)


def _chain(line: Line, at: int) -> int | None:
    """The last word of a name that leads on to a place: «تحرير الموصل», «أمم أفريقيا», «متحف باردو»."""
    while line.goes_on(at + 1) and fold(line.words[at].text) in listed("event_middles.txt"):
        at += 1
    if found := line.starts(at, "place", "group"):
        return found.last
    word = fold(line.words[at].text)
    if word in _adjectives() or word in listed("event_nouns.txt") or nationality(line, at):
        return at
    return at if unusual(line.words[at].text) and not word.startswith(("ب", "و")) else None


def _ended(line: Line, last: int, kinds: frozenset[str]) -> int:
    """The last word of an event's name with its adjectives and what it is for: «لكرة القدم»."""
    while line.goes_on(last + 1) or _after_quotes(line, last + 1):
        if fold(line.words[last + 1].text) not in _adjectives():
            people = nationality(line, last + 1) if "nation" in kinds else None
            if people is None:
                break
            last = people
        else:
            last += 1
    return purpose(line, last + 1) or last


def _after_quotes(line: Line, at: int) -> bool:
    """Whether nothing but the mark that closes a quotation, and a space, stands before a word."""
    return line.has(at) and line.text[line.words[at - 1].end : line.words[at].start] in ('" ', "» ", "” ")


def _dated(line: Line, last: int, kinds: frozenset[str]) -> int:
    """The last word with a year that belongs to the name: «كأس العالم 2018»."""
    after = last + 1
    year = "year" in kinds and line.goes_on(after) and line.words[after].text.isdecimal()
    return after if year and len(line.words[after].text) == 4 else last


@cache
def _adjectives() -> frozenset[str]:
    masculine = listed("event_adjectives.txt")
    return masculine | {word.removesuffix("ي") + ("يه" if word.endswith("ي") else "ه") for word in masculine}


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(name) for row in table("gazetteer_countries.tsv") for name in row[2:3])
