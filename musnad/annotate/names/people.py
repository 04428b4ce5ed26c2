"""Persons that no record knows: a given name and what follows it, unknown words after a title or verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.spelling import Reading, common, readings, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold
from musnad.model import NameType

_LONGEST = 8  # words of a person's name
_OFFICE = 3  # words that may stand between a title and the name
_SERVANT = "عبد"
_SON = frozenset(("بن", "ابن", "ولد"))
_KUNYA = frozenset(("ابو", "ابي", "ابا", "ام"))
_DOTTED = " الي "  # a text that writes so for «إلى» writes «علي» for «على»
_AGE = re.compile(r"(?:،|,)? ?\(?\d\d? (?:عاما|عامًا|عاماً|سنة|ربيعا)")  # «، 47 عاما»
_ENDINGS = ("ا", "ه", "ها", "هم", "نا", "ين", "ان")  # of forms of common words
_COMMA = ("، ", ", ")


def people(line: Line) -> Iterator[Found]:
    """Names of persons in a line."""
    dotted = _DOTTED in line.text
    for index, word in enumerate(line.words):
        found = line.known.get(index)
        if found is None and not _telling(word.text):
            continue
        if found is None and (reading := _given(line, index)) and not (dotted and reading.plain == "علي"):
            yield from _named(line, index, reading)
        elif found is None and _spoken(word.text):
            if line.has(index + 1):
                yield from _unknown(line, index + 1, 2, "person-verb")
        elif found is None and (title := _title(word.text)):
            yield from _titled(line, index, title)
        elif found and found.type == "group" and found.last == index and word.text.endswith("ي"):
            if line.has(index + 1):
                yield from _unknown(line, index + 1, 2, "person-people")
        elif found and found.type == "person":
            yield from _others(line, found.last + 1)
        if found is None:
            yield from _noted(line, index)


@lru_cache(maxsize=100_000)
def _telling(word: str) -> bool:
    """Whether a word may begin a person's name, or stand before one."""
    first = _firsts() | _KUNYA | {_SERVANT}
    if any(len(r.parts) == 2 or r.parts[0] in first or _is_given(r.plain) for r in readings(word)):
        return True
    return _spoken(word) or _title(word) is not None or _begins(word)


@cache
def _firsts() -> frozenset[str]:
    """The first words of names of two words."""
    return frozenset(compound.split()[0] for compound in listed("name_compounds.txt"))


def named_after(line: Line, at: int) -> int | None:
    """The last word of the person's name, with a title before it, that begins with a word: «الملك سعود»."""
    if _title(line.words[at].text) and line.goes_on(at + 1):
        at += 1
    if found := line.starts(at, "person"):
        return found.last
    if not (reading := _given(line, at)) or reading.skip:
        return None
    return max(at, _last(line, at + 1))


def _named(line: Line, index: int, reading: Reading) -> Iterator[Found]:
    """The name that begins with a given name, and those that و joins to it."""
    unit = index + (reading.parts[0] in _KUNYA or reading.parts == (_SERVANT,) or _compound(line, index, "و"))
    last = _last(line, unit + 1, kinds=("place", "group", "person"))
    lone = reading.parts[0] in _KUNYA - {"ام"} and line.goes_on(unit)
    lone = lone or (unit == index and line.goes_on(index) and _lone(line.words[index - 1].text))
    if last > unit or (lone and last == unit):
        yield line.guess(line.words[index].start + reading.skip, index, last, "person", "person")
        yield from _others(line, last + 1)


def _lone(word: str) -> bool:
    """Whether a word is a title after which a given name alone names a person."""
    return any(reading.parts[0] in listed("lone_titles.txt") for reading in readings(word))


def _others(line: Line, at: int) -> Iterator[Found]:
    """Persons of unknown names that و joins to a person's name: «وفرجاني ساسي»."""
    while line.goes_on(at) and at not in line.known and line.words[at].text.startswith("و"):
        first = line.words[at].text[1:]
        last = _last(line, at + 1, kinds=())
        if last == at or len(first) < 3 or not _strange(first) or common(fold(line.words[at].text)):
            return
        yield line.guess(line.words[at].start + 1, at, last, "person", "person-list")
        at = last + 1


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


@lru_cache(maxsize=100_000)
def _is_given(word: str) -> bool:
    """Whether a word is a given name; «على» is no «علي»."""
    folded = fold(word)
    return folded in listed("given_names.txt") and not (len(folded) <= 3 and word.endswith("ى"))


@lru_cache(maxsize=100_000)
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


def _compound(line: Line, at: int, joint: str = "") -> bool:
    """Whether two words count as one name: «نصر الله»; a `joint` may stand before them."""
    if not line.goes_on(at + 1):
        return False
    first, second = (fold(word.text) for word in line.words[at : at + 2])
    return f"{first.removeprefix(joint)} {second}" in listed("name_compounds.txt")


def _continues(line: Line, at: int, kinds: Collection[NameType]) -> bool:
    """Whether a word belongs to the name before it."""
    word = line.words[at].text
    if at in line.known:
        return line.starts(at, *kinds) is not None
    if _is_given(word):
        return True
    if _strange(word):
        return not (word.endswith("ه") and len(word) > 3 and "ة" in line.text)  # «منصور لومه»
    # «محمد الأمين بن عمر»
    return fold(word).startswith("ال") and line.goes_on(at + 1) and fold(line.words[at + 1].text) in _SON


@lru_cache(maxsize=100_000)
def _strange(word: str) -> bool:
    """Whether a word may be a part of a name: no list of common words has it, nor another form of it."""
    if not unusual(word):
        return False
    folded = fold(word)
    if folded.startswith(("بال", "كال", "فال", "لل", "ليت", "لت")) or folded.endswith("وا"):
        return False
    forms = [folded.removesuffix(own) for own in _ENDINGS if folded.endswith(own)]
    if not folded.startswith("ال"):
        forms += [f"{folded}ت", f"ي{folded}", f"ال{folded}"]
        if folded[0] in "تنا":
            forms.append(f"ي{folded[1:]}")
    return not any(map(common, forms))


def _unknown(line: Line, first: int, least: int, rule: str) -> Iterator[Found]:
    """A person named in words that no list has, at least so many."""
    if first in line.known:
        return
    last = _last(line, first + 1, kinds=())
    words = [word.text for word in line.words[first : last + 1]]
    if len(words) < least or _is_given(words[0]):
        return
    noun = words[0].startswith("ال") and (
        _is_given(words[1]) if len(words) > 1 else words[0].endswith(("ة", "ي"))
    )
    if _strange(words[0]) and not noun:
        yield line.guess(line.words[first].start, first, last, "person", rule)
        yield from _others(line, last + 1)


def _noted(line: Line, first: int) -> Iterator[Found]:
    """A person of an unknown name whose age or office follows it: «ديفا ديفز، 47 عاما»."""
    if not _begins(line.words[first].text) or not line.goes_on(first + 1):
        return
    last = _last(line, first + 1, kinds=())
    if last == first:
        return
    end, after = line.words[last].end, last + 1
    if _AGE.match(line.text, end):
        yield line.guess(line.words[first].start, first, last, "person", "person-age")
    elif after < len(line.words) and line.text[end : line.words[after].start] in _COMMA:
        word = line.words[after].text
        if _title(word) == fold(word):
            yield line.guess(line.words[first].start, first, last, "person", "person-note")


@lru_cache(maxsize=100_000)
def _begins(word: str) -> bool:
    """Whether a word that nothing announces may begin an unknown name; «لإبراهيم» begins a known one."""
    if word.startswith("ال") or not _strange(word):
        return False
    return not any(_is_given(reading.plain) for reading in readings(word)[1:])


@lru_cache(maxsize=100_000)
def _spoken(word: str) -> bool:
    verbs = listed("speech_verbs.txt")
    parts = [reading.parts[0] for reading in readings(word)]
    return any(part in verbs or part.removesuffix("ت") in verbs for part in parts)


@lru_cache(maxsize=100_000)
def _title(word: str) -> str | None:
    """The word as a title, folded, with its article but without proclitics."""
    parts = [reading.parts[0] for reading in readings(word)]
    return next((part for part in parts if part.removeprefix("ال") in listed("titles.txt")), None)


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
            alone = sure and not office and joined
            yield from _unknown(line, at, 1 if alone else 2, "person-title")
            return
        if not joined or (known and known.type == "person"):
            return
        office += known is None and fold(line.words[at].text) not in listed("title_fillers.txt")
        at = known.last + 1 if known else at + 1
