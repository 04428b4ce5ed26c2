"""Bodies that no record knows: of a state («الجيش العراقي»), ministries, bodies named by their purpose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.spelling import readings
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

_MINISTRY = fold("وزارة")


class Head(NamedTuple):
    """A noun that with a nationality names a body: how the adjective ends, what it does not stand after."""

    ending: str
    banned: frozenset[str]
    purpose: bool  # whether it does so only together with what the body is for


def bodies(line: Line) -> Iterator[Found]:
    """Names of bodies in a line."""
    for index, word in enumerate(line.words):
        for reading in readings(word.text):
            key, start = reading.parts[0], word.start + reading.skip
            if key == _MINISTRY:
                last = _ministry(line, index)
            elif (head := heads().get(key)) and not (_in_title(line, index, head) and not reading.skip):
                last = _body(line, index, head)
            else:
                continue
            if last:
                yield line.guess(start, index, last, "organization", "body")


@cache
def heads() -> dict[str, Head]:
    """The nouns that with a nationality name a body, folded."""
    found = {}
    for noun, gender, banned, purpose in table("body_heads.tsv"):
        words = frozenset(fold(word) for word in banned.split(";")) - {"-"}
        found[fold(noun)] = Head("ي" if gender == "m" else "يه", words, purpose == "purpose")
    return found


def _in_title(line: Line, index: int, head: Head) -> bool:
    """Whether the noun is a part of a title or an adjective: «وزير الخارجية», «السياسة الخارجية»."""
    if not head.banned or not index or not line.has(index):
        return False
    before = {reading.parts[0] for reading in readings(line.words[index - 1].text)}
    return bool(before & head.banned) or any(word.startswith("ال") and len(word) > 3 for word in before)


def _body(line: Line, index: int, head: Head) -> int | None:
    """The last word of a body that begins with a head noun."""
    last = _nationality(line, index + 1)
    if last and not fold(line.words[index + 1].text).endswith(head.ending):
        return None
    if head.purpose:
        if not last and line.goes_on(index + 1) and _listed(line, index + 1, "body_adjectives.txt"):
            last = index + 1
        last = _purpose(line, last + 1) if last else None
    return last


def _nationality(line: Line, at: int) -> int | None:
    """The last word of a definite nationality that begins with a word."""
    if not line.has(at) or not line.words[at].text.startswith("ال"):
        return None
    found = line.starts(at, "group")
    return found.last if found else None


def _purpose(line: Line, first: int) -> int | None:
    """The last word of what a body is for: «لحقوق الإنسان», «للإعلام», «للصليب الأحمر»."""
    if not line.goes_on(first) or not line.words[first].text.startswith("ل"):
        return None
    after = first + 1
    definite = line.goes_on(after) and line.words[after].text.startswith("ال") and after not in line.known
    if line.words[first].text.startswith("لل"):
        return after if definite and _listed(line, after, "purpose_adjectives.txt") else first
    return after if definite else None


def _ministry(line: Line, index: int) -> int | None:
    """The last word of «وزارة الدفاع», «وزارة التربية والتعليم السورية»."""
    last = index + 1
    if not line.goes_on(last) or not line.words[last].text.startswith("ال"):
        return None
    while line.goes_on(last + 1) and (
        line.words[last + 1].text.startswith("وال") or _listed(line, last + 1, "office_adjectives.txt")
    ):
        last += 1
    return _nationality(line, last + 1) or last


def _listed(line: Line, at: int, name: str) -> bool:
    return fold(line.words[at].text) in listed(name)
