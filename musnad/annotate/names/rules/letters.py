"""Abbreviations whose Latin letters are written by their Arabic names: «بي بي سي», «إن بي سي نيوز»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from musnad.annotate.names.classes import announces
from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.spelling import readings
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold

_LEAST = 3  # letters of an abbreviation; after a class word one less


def letters(line: Line) -> Iterator[Found]:
    """Abbreviations in a line, and names of an outlet with its branch: «CNN بالعربية»."""
    at = 0
    while at < len(line.words):
        first, end = at, spelled(line, at)
        at = max(end, first + 1)
        if end > first + 1 and (name := _abbreviation(line, first, end)):
            yield name
        elif found := line.starts(first, "organization"):
            last = branch(line, found.last)
            if last > found.last:
                yield line.guess(found.start, first, last, "organization", "branch", found.entity)


def _abbreviation(line: Line, first: int, end: int) -> Found | None:
    """The name that letters, from `first` to before `end`, spell; «في» and «إن» about them are no letters."""
    while end - first > _LEAST and _doubtful(line, first):
        first += 1
    while end - first > _LEAST and _doubtful(line, end - 1):
        end -= 1
    sure = sum(not _doubtful(line, index) for index in range(first, end))
    least = _LEAST - (first > 0 and line.has(first) and _announced(line, first - 1))
    if end - first < least or sure < 2 or _thing(line, first, end):
        return None
    word = line.words[first]
    start = word.start + (0 if _letter(word.text) else _joined(word.text))
    return line.guess(start, first, branch(line, end - 1), "organization", "letters")


def _thing(line: Line, first: int, end: int) -> bool:
    words = " ".join(fold(word.text) for word in line.words[first:end])
    return words in listed("abbreviated_things.txt")


def spelled(line: Line, first: int) -> int:
    """The word after the names of letters that stand together from `first` on."""
    at = first
    if not _letter(line.words[at].text) and _joined(line.words[at].text):
        at += 1
    while at < len(line.words) and (at == first or line.goes_on(at)) and _letter(line.words[at].text):
        at += 1
    return at


def branch(line: Line, last: int) -> int:
    """The last word of an outlet's name with the branch after it: «عربي»."""
    while line.goes_on(last + 1) and fold(line.words[last + 1].text) in listed("media_endings.txt"):
        last += 1
    return last


@lru_cache(maxsize=100_000)
def _letter(word: str) -> bool:
    return fold(word) in listed("latin_letters.txt")


@lru_cache(maxsize=100_000)
def _joined(word: str) -> int:
    """The code points of proclitics before the name of a letter that a word is; 0 if it is none."""
    found = readings(word)[1:]
    return next((r.skip for r in found if r.parts[0] in listed("latin_letters.txt")), 0)


def _doubtful(line: Line, at: int) -> bool:
    return fold(line.words[at].text) in listed("latin_doubtful.txt")


def _announced(line: Line, before: int) -> bool:
    return any(announces(reading.parts[0], "organization") for reading in readings(line.words[before].text))
