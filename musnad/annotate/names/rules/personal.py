"""The words of persons' names: which begin one, go on one, or stand before one."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from musnad.annotate.names.line import Line
from musnad.annotate.names.spelling import Reading, common, readings, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold
from musnad.model import NameType

_LONGEST = 8  # words of a person's name
SERVANT = "عبد"
KUNYA = frozenset(("ابو", "ابي", "ابا", "ام"))
_SHORT = 6  # letters of a name that begins like a proclitic and the article
_SON = frozenset(("بن", "ابن", "ولد"))
_ENDINGS = ("ا", "ه", "ها", "هم", "نا", "ين", "ان")  # of forms of common words


@lru_cache(maxsize=100_000)
def telling(word: str) -> bool:
    """Whether a word may begin a person's name, or stand before one."""
    first = _firsts() | KUNYA | {SERVANT}
    if any(len(r.parts) == 2 or r.parts[0] in first or is_given(r.plain) for r in readings(word)):
        return True
    return spoken(word) or title_of(word) is not None or begins(word)


@cache
def _firsts() -> frozenset[str]:
    """The first words of names of two words."""
    return frozenset(compound.split()[0] for compound in listed("name_compounds.txt"))


def crowns(word: str) -> bool:
    """Whether a word is a title after which a given name alone names a person."""
    return any(reading.parts[0] in listed("lone_titles.txt") for reading in readings(word))


def given(line: Line, index: int) -> Reading | None:
    """How a word reads as the beginning of a person's name."""
    after = line.words[index + 1].text if line.goes_on(index + 1) else ""
    word = line.words[index].text
    for reading in readings(word):
        first = reading.parts[0]
        if reading.skip and common(fold(word)):
            continue  # «لصالح» is no «صالح»
        if len(reading.parts) == 2 or is_given(reading.plain):
            return reading
        if first == SERVANT and after.startswith("ال"):
            return reading
        if f"{first} {fold(after)}" in listed("name_compounds.txt"):
            return reading
        if first in KUNYA and after and (is_given(after) or unusual(after)):
            return reading
    return None


@lru_cache(maxsize=100_000)
def is_given(word: str) -> bool:
    """Whether a word is a given name; «على» is no «علي»."""
    folded = fold(word)
    return folded in listed("given_names.txt") and not (len(folded) <= 3 and word.endswith("ى"))


@lru_cache(maxsize=100_000)
def _is_particle(word: str) -> bool:
    """Whether a word belongs to the name after it; «فإن» is no «فان»."""
    return fold(word) in listed("name_particles.txt") and not set(word) & set("إى")


def last_part(line: Line, first: int, kinds: Collection[NameType] = ("place", "group")) -> int:
    """The last of the words from `first` on that go on a person's name; `first - 1` where none does.

    The first of them may be a name of these `kinds`: places and nationalities are family names too.
    """
    last = first - 1
    free = False  # after a particle and the first word of a compound, any word will do
    for at in range(first, min(len(line.words), first + _LONGEST)):
        if not line.goes_on(at):
            break
        half = _is_particle(line.words[at].text) or compound(line, at)
        if not (half or free or _continues(line, at, kinds if at == first else ())):
            break
        if not half:
            last = at
        free = half
    return last


def compound(line: Line, at: int, joint: str = "") -> bool:
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
    if is_given(word):
        return True
    if strange(word):
        return not (word.endswith("ه") and len(word) > 3 and "ة" in line.text)  # «منصور لومه»
    # «محمد الأمين بن عمر»
    return fold(word).startswith("ال") and line.goes_on(at + 1) and fold(line.words[at + 1].text) in _SON


@lru_cache(maxsize=100_000)
def strange(word: str) -> bool:
    """Whether a word may be a part of a name: no list of common words has it, nor another form of it."""
    if not unusual(word):
        return False
    folded = fold(word)
    if folded.startswith(("لل", "ليت", "لت")) or folded.endswith("وا"):
        return False
    if folded.startswith(("بال", "كال", "فال")) and len(folded) > _SHORT:
        return False  # «بالتكافؤ»; «بالي» is a name
    forms = [folded.removesuffix(own) for own in _ENDINGS if folded.endswith(own)]
    if not folded.startswith("ال"):
        forms += [f"{folded}ت", f"ي{folded}", f"ال{folded}"]
        if folded[0] in "تنا":
            forms.append(f"ي{folded[1:]}")
    return not any(map(common, forms))


@lru_cache(maxsize=100_000)
def begins(word: str) -> bool:
    """Whether a word that nothing announces may begin an unknown name; «لإبراهيم» begins a known one."""
    if word.startswith("ال") or not strange(word):
        return False
    return not any(is_given(reading.plain) for reading in readings(word)[1:])


@lru_cache(maxsize=100_000)
def spoken(word: str) -> bool:
    verbs = listed("speech_verbs.txt")
    parts = [reading.parts[0] for reading in readings(word)]
    return any(part in verbs or part.removesuffix("ت") in verbs for part in parts)


@lru_cache(maxsize=100_000)
def title_of(word: str) -> str | None:
    """The word as a title, folded, with its article but without proclitics."""
    parts = [reading.parts[0] for reading in readings(word)]
    return next((part for part in parts if part.removeprefix("ال") in listed("titles.txt")), None)
