"""Persons that no record knows: a given name and what follows it, unknown words after a title or verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.personal import (
    KUNYA,
    SERVANT,
    begins,
    compound,
    crowns,
    given,
    is_given,
    last_part,
    spoken,
    strange,
    telling,
    title_of,
)
from musnad.annotate.names.spelling import Reading, common, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold

_OFFICE = 3  # words that may stand between a title and the name
_PARTICLE = 3  # letters of a word that does not go on a name: «إن», «في»
_DOTTED = " الي "  # a text that writes so for «إلى» writes «علي» for «على»
_AGE = re.compile(r"(?:،|,)? ?\(?\d\d? (?:عاما|عامًا|عاماً|سنة|ربيعا)")  # «، 47 عاما»
_COMMA = ("، ", ", ")


def people(line: Line) -> Iterator[Found]:
    """Names of persons in a line."""
    dotted = _DOTTED in line.text
    for index, word in enumerate(line.words):
        found = line.known.get(index)
        if found is None and not telling(word.text):
            continue
        if found is None and (reading := given(line, index)) and not (dotted and reading.plain == "علي"):
            yield from _named(line, index, reading)
        elif found is None and spoken(word.text):
            if line.has(index + 1):
                yield from _unknown(line, index + 1, 2, "person-verb")
        elif found is None and (title := title_of(word.text)):
            yield from _titled(line, index, title)
        elif found and found.type == "group" and found.last == index and word.text.endswith("ي"):
            if line.has(index + 1):
                yield from _unknown(line, index + 1, 2, "person-people")
        elif found and found.type == "person":
            yield from _others(line, found.last + 1)
        if found is None:
            yield from _noted(line, index)


def named_after(line: Line, at: int) -> int | None:
    """The last word of the person's name, with a title before it, that begins with a word: «الملك سعود»."""
    if title_of(line.words[at].text) and line.goes_on(at + 1):
        at += 1
    if found := line.starts(at, "person"):
        return found.last
    if not (reading := given(line, at)) or reading.skip:
        return None
    return max(at, last_part(line, at + 1))


def _named(line: Line, index: int, reading: Reading) -> Iterator[Found]:
    """The name that begins with a given name, and those that و joins to it."""
    unit = index + (reading.parts[0] in KUNYA or reading.parts == (SERVANT,) or compound(line, index, "و"))
    last = last_part(line, unit + 1, kinds=("place", "group", "person"))
    lone = reading.parts[0] in KUNYA - {"ام"} and line.goes_on(unit)
    lone = lone or (unit == index and line.goes_on(index) and crowns(line.words[index - 1].text))
    if last > unit or (lone and last == unit):
        yield line.guess(line.words[index].start + reading.skip, index, last, "person", "person")
        yield from _others(line, last + 1)


def _others(line: Line, at: int) -> Iterator[Found]:
    """Persons of unknown names that و joins to a person's name: «وفرجاني ساسي»."""
    while line.goes_on(at) and at not in line.known and line.words[at].text.startswith("و"):
        first = line.words[at].text[1:]
        last = last_part(line, at + 1, kinds=())
        if last == at or len(first) < 3 or not strange(first) or common(fold(line.words[at].text)):
            return
        yield line.guess(line.words[at].start + 1, at, last, "person", "person-list")
        at = last + 1


def _unknown(line: Line, first: int, least: int, rule: str) -> Iterator[Found]:
    """A person named in words that no list has, at least so many."""
    if first in line.known:
        return
    last = last_part(line, first + 1, kinds=())
    words = [word.text for word in line.words[first : last + 1]]
    if len(words) < least or is_given(words[0]):
        return
    noun = words[0].startswith("ال") and (
        is_given(words[1]) if len(words) > 1 else words[0].endswith(("ة", "ي"))
    )
    if strange(words[0]) and not noun:
        yield line.guess(line.words[first].start, first, last, "person", rule)
        yield from _others(line, last + 1)


def _noted(line: Line, first: int) -> Iterator[Found]:
    """A person of an unknown name whose age or office follows it: «ديفا ديفز، 47 عاما»."""
    if not begins(line.words[first].text) or not line.goes_on(first + 1):
        return
    last = last_part(line, first + 1, kinds=())
    if last == first:
        return
    end, after = line.words[last].end, last + 1
    if _AGE.match(line.text, end):
        yield line.guess(line.words[first].start, first, last, "person", "person-age")
    elif after < len(line.words) and line.text[end : line.words[after].start] in _COMMA:
        word = line.words[after].text
        if title_of(word) == fold(word):
            yield line.guess(line.words[first].start, first, last, "person", "person-note")


def _titled(line: Line, index: int, title: str) -> Iterator[Found]:
    """«الرئيس الروسي X», «وزير الدفاع الأميركي، X Y,», «القيادي في «قسد» X Y»."""
    at, office = index + 1, 0
    while at < len(line.words) and office <= _OFFICE:
        joined = line.has(at)
        if not joined and line.text[line.words[at - 1].end : line.words[at].start] not in _COMMA:
            return
        known = line.known.get(at)
        if known is None and unusual(line.words[at].text):
            sure = title.startswith("ال") and title not in listed("doubtful_titles.txt")
            after = line.words[at + 1].text if line.goes_on(at + 1) else ""
            alone = sure and not office and joined and len(after) <= _PARTICLE
            yield from _unknown(line, at, 1 if alone else 2, "person-title")
            return
        if not joined or (known and known.type == "person"):
            return
        office += known is None and fold(line.words[at].text) not in listed("title_fillers.txt")
        at = known.last + 1 if known else at + 1
