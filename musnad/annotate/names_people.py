"""Persons that no record knows: a given name and what follows it, unknown words after a title or verb."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names_match import Found, Word
from musnad.annotate.names_spelling import Reading, readings, unusual
from musnad.annotate.names_tables import listed
from musnad.arabic.fold import fold

_LONGEST = 8  # words of a person's name
_OFFICE = 3  # words that may stand between a title and the name
_SERVANT = "عبد"
_KUNYA = frozenset(("ابو", "ابي", "ابا", "ام"))


class _Line(NamedTuple):
    """A row of words, the names already found in it by their first word, and the text they stand in."""

    words: Sequence[Word]
    known: dict[int, Found]
    text: str

    def goes_on(self, at: int) -> bool:
        """Whether nothing but a space stands before a word: a name may go on with it."""
        if not 0 < at < len(self.words):
            return False
        return self.text[self.words[at - 1].end : self.words[at].start] in (" ", "\u00a0", "_", "-")


def people(row: Sequence[Word], known: Iterable[Found], text: str) -> Iterator[Found]:
    """Names of persons in a row of words; `known` are the names already found in it."""
    longest = {found.first: found for found in sorted(known, key=lambda found: found.last)}
    line = _Line(row, longest, text)
    for index, word in enumerate(row):
        if index in longest:
            continue
        if reading := _given(line, index):
            unit = index + (reading.parts[0] in _KUNYA or reading.parts == (_SERVANT,))
            last = _last(line, unit + 1)
            if last > unit:
                yield _person(line, word.start + reading.skip, index, last)
        elif _spoken(word):
            yield from _unknown(line, index + 1, 2)
        elif title := _title(word):
            yield from _titled(line, index, title)


def _given(line: _Line, index: int) -> Reading | None:
    """How a word reads as the beginning of a person's name."""
    after = line.words[index + 1].text if line.goes_on(index + 1) else ""
    for reading in readings(line.words[index].text):
        first = reading.parts[0]
        if len(reading.parts) == 2 or _is_given(reading.plain):
            return reading
        if first == _SERVANT and after.startswith(("ال", "رب")):
            return reading
        if first in _KUNYA and after and (_is_given(after) or unusual(after)):
            return reading
    return None


def _is_given(word: str) -> bool:
    """Whether a word is a given name; «على» is no «علي»."""
    folded = fold(word)
    return folded in listed("given_names.txt") and not (len(folded) <= 3 and word.endswith("ى"))


def _is_particle(word: str) -> bool:
    """Whether a word belongs to the name after it; «فإن» is no «فان»."""
    return fold(word) in listed("name_particles.txt") and not set(word) & set("إى")


def _last(line: _Line, first: int, kinds: Collection[str] = ("place", "group")) -> int:
    """The last of the words from `first` on that go on a person's name; `first - 1` where none does.

    The first of them may be a name of these `kinds`: places and nationalities are family names too.
    """
    last = first - 1
    after_particle = False
    for at in range(first, min(len(line.words), first + _LONGEST)):
        if not line.goes_on(at):
            break
        word = line.words[at]
        particle = _is_particle(word.text)
        if not particle and not after_particle and not _continues(line, at, kinds if at == first else ()):
            break
        if not particle:
            last = at
        after_particle = particle
    return last


def _continues(line: _Line, at: int, kinds: Collection[str]) -> bool:
    word, known = line.words[at], line.known.get(at)
    if known:
        return known.type in kinds and known.start == word.start
    return _is_given(word.text) or unusual(word.text)


def _unknown(line: _Line, first: int, least: int) -> Iterator[Found]:
    """A person named in words that no list has, at least so many."""
    if first >= len(line.words) or not line.words[first].joined or first in line.known:
        return
    last = _last(line, first + 1, kinds=())
    words = [word.text for word in line.words[first : last + 1]]
    adjective = len(words) == 1 and words[0].startswith("ال") and words[0].endswith("ة")
    if unusual(words[0]) and len(words) >= least and not adjective and not any(map(_is_given, words)):
        yield _person(line, line.words[first].start, first, last)


def _spoken(word: Word) -> bool:
    verbs = listed("speech_verbs.txt")
    parts = [reading.parts[0] for reading in readings(word.text)]
    return any(part in verbs or part.removesuffix("ت") in verbs for part in parts)


def _title(word: Word) -> str | None:
    """The word as a title, folded, with its article but without proclitics."""
    parts = [reading.parts[0] for reading in readings(word.text)]
    return next((part for part in parts if part.removeprefix("ال") in listed("titles.txt")), None)


def _titled(line: _Line, index: int, title: str) -> Iterator[Found]:
    """«الرئيس الروسي X», «وزير الدفاع الأميركي X Y», «القيادي في «قسد» X Y»."""
    at, office = index + 1, 0
    while at < len(line.words) and line.words[at].joined and office <= _OFFICE:
        known = line.known.get(at)
        if known is None and unusual(line.words[at].text):
            yield from _unknown(line, at, 1 if title.startswith("ال") and not office else 2)
            return
        if known and known.type == "person":
            return
        office += known is None and fold(line.words[at].text) not in listed("title_fillers.txt")
        at = known.last + 1 if known else at + 1


def _person(line: _Line, start: int, first: int, last: int) -> Found:
    end = line.words[last].end
    entity = made_id(line.text[start:end], "person")
    return Found(start, end, first, last, "person", entity, "person", (True, 4, False, entity))
