"""Bodies that no record knows, by the noun that begins their name: «الجيش العراقي», «وزارة الدفاع»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.people import named_after
from musnad.annotate.names.rules.phrases import (
    adjective,
    chain,
    definite,
    field,
    gender_of,
    nationality,
    purpose,
    rest,
)
from musnad.annotate.names.rules.quotes import quoted
from musnad.annotate.names.spelling import common, readings, unusual
from musnad.annotate.names.tables import table
from musnad.arabic.fold import fold

_ARTICLE = "ال"
_NEW = 3  # words nothing knows that one name may have


class Head(NamedTuple):
    """A noun that begins names of bodies, its gender, what must follow it, what it does not stand after."""

    gender: str
    bare: frozenset[str]
    definite: frozenset[str]
    banned: frozenset[str]


def bodies(line: Line) -> Iterator[Found]:
    """Names of bodies in a line."""
    for index, word in enumerate(line.words):
        for skip, key, head in _heads(word.text):
            if not key.startswith(_ARTICLE):
                found = _bare(line, index, head)
            elif skip or not _in_title(line, index, head):
                found = _definite(line, index, key, head)
            else:
                continue
            if found:
                rule, last = found
                yield line.guess(word.start + skip, index, last, "organization", rule)
                break


@lru_cache(maxsize=100_000)
def _heads(word: str) -> tuple[tuple[int, str, Head], ...]:
    """Each way a word reads as a noun that begins names of bodies: proclitics, the folded noun, its entry."""
    found = ((reading.skip, reading.parts[0]) for reading in readings(word))
    named = ((skip, key, heads().get(key.removeprefix(_ARTICLE))) for skip, key in found)
    return tuple((skip, key, head) for skip, key, head in named if head)


@cache
def heads() -> dict[str, Head]:
    """The nouns that begin names of bodies, folded, without the article."""
    return {
        fold(noun): Head(gender, _set(bare), _set(definite), frozenset(map(fold, _set(banned))))
        for noun, gender, bare, definite, banned in table("body_heads.tsv")
    }


@cache
def _pairs() -> dict[str, frozenset[str]]:
    rows = table("body_pairs.tsv")
    return {fold(noun): frozenset(map(fold, _set(adjectives))) for noun, adjectives in rows}


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) - {"-"}


def _in_title(line: Line, index: int, head: Head) -> bool:
    """Whether the noun is a part of a title or an adjective: «وزير الخارجية», «السياسة الخارجية»."""
    if not head.banned or not index or not line.has(index):
        return False
    before = {reading.parts[0] for reading in readings(line.words[index - 1].text)}
    return bool(before & head.banned) or any(word.startswith(_ARTICLE) and len(word) > 3 for word in before)


def _bare(line: Line, index: int, head: Head) -> tuple[str, int] | None:
    """The rule by which a noun without the article makes a name with what follows it, and the last word."""
    after, bare = index + 1, head.bare
    if not line.has(after):
        return None
    if not line.goes_on(after):
        last = quoted(line, after) if "quoted" in bare else None
        return ("body-quoted", last) if last else None
    if found := line.starts(after, "place", "organization"):
        last = _ended(line, rest(line, found.last), head)
        town = "place" in bare or ("town" in bare and last > found.last)
        if (found.type == "place" and town) or (found.type == "organization" and "body" in bare):
            return "body-name", last
    elif definite(line, after):
        last = _ended(line, rest(line, after, head.gender), head)
        if "any" in bare or ("field" in bare and field(line, after)) or ("more" in bare and last > after):
            return "body-noun", last
        if "long" in bare and last > after and not nationality(line, after + 1):
            return "body-noun", last
    if "chain" in bare and (last := chain(line, after)):
        return "body-chain", _ended(line, rest(line, last, head.gender), head)
    if "person" in bare and (last := named_after(line, after)):
        return "body-person", _ended(line, rest(line, last), head)
    if "new" in bare and (last := _new(line, after)):
        return "body-new", _ended(line, rest(line, last), head)
    return None


def _definite(line: Line, index: int, key: str, head: Head) -> tuple[str, int] | None:
    """The rule by which a noun with the article makes a name with what follows it, and the last word."""
    last, people, others = index, False, 0
    pair = line.goes_on(index + 1) and fold(line.words[index + 1].text) in _pairs().get(key, ())
    while True:
        if found := nationality(line, last + 1, head.gender):
            last, people = found, True
        elif _goes_with(line, last + 1, head) and (people or pair or head.definite & {"both", "for"}):
            last, others = last + 1, others + 1
        else:
            break
    aim = purpose(line, last + 1) if "for" in head.definite and last > index else None
    if aim:
        return "body-purpose", aim
    if people and ("people" in head.definite or ("both" in head.definite and others)):
        return "body-people", last
    if "both" in head.definite and others > 1:
        return "body-adjectives", last
    return ("body-pair", max(last, index + 1)) if pair else None


def _goes_with(line: Line, at: int, head: Head) -> bool:
    """Whether a word is an adjective of bodies' names that agrees with the noun that begins the name."""
    return adjective(line, at) and gender_of(line.words[at].text) == head.gender


def _ended(line: Line, last: int, head: Head) -> int:
    """The last word of a name with what the body is for: «معهد واشنطن للأبحاث»."""
    return (purpose(line, last + 1) if "for" in head.definite else None) or last


def _new(line: Line, first: int) -> int | None:
    """The last of the words nothing knows, from `first` on; «حزب ديني» has none."""
    word = fold(line.words[first].text)
    if word.startswith(_ARTICLE) or word.endswith("يه") or common(_ARTICLE + word):
        return None
    last = first
    for last in range(first, first + _NEW + 1):
        if not line.goes_on(last) or last in line.known or not unusual(line.words[last].text):
            break
    return last - 1 if last > first else None
