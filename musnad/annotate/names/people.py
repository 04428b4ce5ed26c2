"""Persons that no record knows: a given name and what follows it, unknown words after a title or verb."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.spelling import Reading, common, readings, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold
from musnad.model import NameType

_LONGEST = 8  # words of a person's name
_OFFICE = 3  # words that may stand between a title and the name
_SERVANT = "عبد"
_KUNYA = frozenset(("ابو", "ابي", "ابا", "ام"))
_DOTTED = " الي "  # a text that writes so for «إلى» writes «علي» for «على»


def people(line: Line) -> Iterator[Found]:
    """Names of persons in a line."""
    dotted = _DOTTED in line.text
    for index, word in enumerate(line.words):
        if index in line.known:
            continue
        if (reading := _given(line, index)) and not (dotted and reading.plain == "علي"):
            unit = index + (
                reading.parts[0] in _KUNYA or reading.parts == (_SERVANT,) or _compound(line, index)
            )
            last = _last(line, unit + 1)
            if last > unit:
                yield line.guess(word.start + reading.skip, index, last, "person", "person")
        elif _spoken(word.text):
            yield from _unknown(line, index + 1, 2)
        elif title := _title(word.text):
            yield from _titled(line, index, title)


def named_after(line: Line, at: int) -> int | None:
    """The last word of the person's name, with a title before it, that begins with a word: «الملك سعود»."""
    if _title(line.words[at].text) and line.goes_on(at + 1):
        at += 1
    if found := line.starts(at, "person"):
        return found.last
    if not (reading := _given(line, at)) or reading.skip:
        return None
    return max(at, _last(line, at + 1))


def _given(line: Line, index: int) -> Reading | None:
    """How a word reads as the beginning of a person's name."""
    after = line.words[index + 1].text if line.goes_on(index + 1) else ""
    word = line.words[index].text
    for reading in readings(word):
        first = reading.parts[0]
        if reading.skip and common(fold(word)):
            continue  # «لصالح» is no «صالح»
        if len(reading.parts) == 2 or _is_given(reading.plain):
            return reading
        if first == _SERVANT and after.startswith("ال"):
            return reading
        if f"{first} {fold(after)}" in listed("name_compounds.txt"):
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


def _last(line: Line, first: int, kinds: Collection[NameType] = ("place", "group")) -> int:
    """The last of the words from `first` on that go on a person's name; `first - 1` where none does.

    The first of them may be a name of these `kinds`: places and nationalities are family names too.
    """
    last = first - 1
    free = False  # after a particle and the first word of a compound, any word will do
    for at in range(first, min(len(line.words), first + _LONGEST)):
        if not line.goes_on(at):
            break
        half = _is_particle(line.words[at].text) or _compound(line, at)
        if not (half or free or _continues(line, at, kinds if at == first else ())):
            break
        if not half:
            last = at
        free = half
    return last


def _compound(line: Line, at: int) -> bool:
    """Whether two words count as one name: «نصر الله»."""
    if not line.goes_on(at + 1):
        return False
    first, second = (fold(word.text) for word in line.words[at : at + 2])
    return f"{first.removeprefix('و')} {second}" in listed("name_compounds.txt")


def _continues(line: Line, at: int, kinds: Collection[NameType]) -> bool:
    """Whether a word belongs to the name before it."""
    word = line.words[at].text
    if at in line.known:
        return line.starts(at, *kinds) is not None
    return _is_given(word) or unusual(word)


def _unknown(line: Line, first: int, least: int) -> Iterator[Found]:
    """A person named in words that no list has, at least so many."""
    if not line.has(first) or first in line.known:
        return
    last = _last(line, first + 1, kinds=())
    words = [word.text for word in line.words[first : last + 1]]
    adjective = len(words) == 1 and words[0].startswith("ال") and words[0].endswith("ة")
    if unusual(words[0]) and len(words) >= least and not adjective and not any(map(_is_given, words)):
        yield line.guess(line.words[first].start, first, last, "person", "person")


def _spoken(word: str) -> bool:
    verbs = listed("speech_verbs.txt")
    parts = [reading.parts[0] for reading in readings(word)]
    return any(part in verbs or part.removesuffix("ت") in verbs for part in parts)


def _title(word: str) -> str | None:
    """The word as a title, folded, with its article but without proclitics."""
    parts = [reading.parts[0] for reading in readings(word)]
    return next((part for part in parts if part.removeprefix("ال") in listed("titles.txt")), None)


def _titled(line: Line, index: int, title: str) -> Iterator[Found]:
    """«الرئيس الروسي X», «وزير الدفاع الأميركي X Y», «القيادي في «قسد» X Y»."""
    at, office = index + 1, 0
    while line.has(at) and office <= _OFFICE:
        known = line.known.get(at)
        if known is None and unusual(line.words[at].text):
            yield from _unknown(line, at, 1 if title.startswith("ال") and not office else 2)
            return
        if known and known.type == "person":
            return
        office += known is None and fold(line.words[at].text) not in listed("title_fillers.txt")
        at = known.last + 1 if known else at + 1
