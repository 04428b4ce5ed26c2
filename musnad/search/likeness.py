"""How much alike two folded words are: in spelling, in sound, across scripts; by `data/likeness.toml`.

The same rules run in `static/search-near.js`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

FAR = 99  # a distance beyond all limits
_KEYS = 6  # keys that a Latin word has at most
_LONGEST = 24  # letters of a word that is compared


class Name(NamedTuple):
    """A name in texts: its term, and whether it may stand for other spellings of it (see names.py)."""

    term: str
    kind: str


@cache
def table() -> dict[str, Any]:
    """The table as values of JSON."""
    return tomllib.loads(resources.files("musnad.search").joinpath("data/likeness.toml").read_text("utf-8"))


@lru_cache(maxsize=1 << 16)
def latin(form: str) -> bool:
    """Whether a word is of Latin letters without signs."""
    return re.fullmatch("[a-z]+", form) is not None


@lru_cache(maxsize=1 << 16)
def arabic(form: str) -> bool:
    """Whether a word is of letters of Arabic script."""
    return re.fullmatch("[\u0620-\u06ff]+", form) is not None


def keys(form: str) -> list[str]:
    """The keys of a word: its consonants by class, each run of a class once; no key, where it has none.

    A Latin word has several where its letters can be read so.
    """
    if len(form) > _LONGEST:
        return []
    found = [""]
    if latin(form):
        for grapheme in _graphemes(form):
            ways = dict.fromkeys(_classes(other.rstrip("12")) for other in table()["latin"][grapheme])
            found = list(dict.fromkeys(joined(key, way) for key in found for way in ways))[:_KEYS]
    elif arabic(form):
        found = [joined("", _classes(form))]
    return [key for key in found if key]


def distance(one: str, other: str) -> int:
    """How far apart two words of Arabic letters are.

    Sounds written either way, a vowel's letter more inside, a letter doubled: 1. Vowels' letters for one
    another or at an end, letters alike in shape or side by side on the keyboard, two letters exchanged: 2.
    Another letter more: 3, for another: 4.
    """
    if max(len(one), len(other)) > _LONGEST:
        return FAR
    before: list[int] = []
    row = [0]
    for at in range(len(other)):
        row.append(row[-1] + _more(other, at))
    for i, letter in enumerate(one):
        last, more = row, _more(one, i)
        row = [last[0] + more]
        for j, facing in enumerate(other):
            least = min(
                last[j] + _letters().get(letter + facing, 4 if letter != facing else 0),
                last[j + 1] + more,
                row[j] + _more(other, j),
            )
            if i and j and letter != facing and letter == other[j - 1] and facing == one[i - 1]:
                least = min(least, before[j - 1] + 2)
            row.append(least)
        before = last
    return row[-1]


@lru_cache(maxsize=1 << 16)
def sounds(word: str, form: str, most: int = FAR) -> int:
    """How far the Arabic `form` is from what a Latin word sounds like; FAR where it is more than `most`."""
    if max(len(word), len(form)) > _LONGEST:
        return FAR
    vowels: str = table()["vowels"]
    reached = {0: 0}  # letters of `form` accounted for -> the distance so far
    for ways in _ways(word):
        found: dict[int, int] = {}
        for at, cost in _skipped(reached, form, vowels, most).items():
            for letters, more in ways:
                if cost + more <= most and form.startswith(letters, at):
                    after = at + len(letters)
                    found[after] = min(found.get(after, FAR), cost + more)
        if not found:
            return FAR
        reached = found
    return _skipped(reached, form, vowels, most).get(len(form), FAR)


@lru_cache(maxsize=1 << 14)
def _ways(word: str) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Of each grapheme of a Latin word the Arabic letters it may stand for, and how far each is."""
    parts, found = _graphemes(word), []
    for place, grapheme in enumerate(parts):
        mute = place == len(parts) - 1 and grapheme in "aeiou"
        ways = ((other.rstrip("12"), other) for other in table()["latin"][grapheme])
        found.append(tuple((way, int(other[len(way) :] or 0) + (mute and not way)) for way, other in ways))
    return tuple(found)


def related(form: str, kind: str, names: Iterable[Name]) -> list[str]:
    """Which of these names, that have a key of `form`, are `form` in another spelling or script; sorted.

    `kind` is that of `form` as a name («» for a word that the index does not have).
    """
    names = tuple(names)
    found: set[str] = set()
    if arabic(form):
        found = {one.term for one in names if arabic(one.term) and _respelled(form, kind, one)}
        pairs = {one.term: (one.term, form) for one in names if latin(one.term)}
    else:
        pairs = {one.term: (form, one.term) for one in names if latin(form) and arabic(one.term)}
    limits = {term: len(word) // 2 for term, (word, _) in pairs.items()}
    costs = {term: sounds(*pair, limits[term]) for term, pair in pairs.items()}
    near = {term: cost for term, cost in costs.items() if cost <= limits[term]}
    best = min(near.values(), default=0)
    return sorted({*found, *(term for term, cost in near.items() if cost == best)})


def _respelled(form: str, kind: str, name: Name) -> bool:
    """Whether a name is another spelling of a foreign name; not, where a dictionary has both.

    Of any name, where the index does not have `form`, whether it differs in what dialects say for ث ذ ظ.
    """
    shorter = min(len(form), len(name.term))
    if name.kind < "f" and not kind:
        return shorter > 4 and form != name.term and _said(form) == _said(name.term)
    if name.kind < "f" or (kind and kind < "f") or kind == name.kind == "g" or form == name.term:
        return False
    limit = 1 if shorter < 5 else 2 if shorter < 8 else 3
    one, other = _skeleton(form), _skeleton(name.term)
    if shorter < 4 or len(one) != len(other) or any(letter in one for letter in table()["native"]):
        return False
    return sum(map(str.__ne__, one, other)) <= limit and distance(form, name.term) <= limit


def _said(form: str) -> str:
    return form.translate(_dialect())


@cache
def _dialect() -> dict[int, int]:
    return {ord(letter): ord(said) for letter, said in table()["dialect"].split()}


@lru_cache(maxsize=1 << 16)
def _skeleton(form: str) -> str:
    """The consonants of a word, each run of one once."""
    return joined("", "".join(letter for letter in form if letter not in table()["vowels"]))


def _skipped(reached: Mapping[int, int], form: str, vowels: str, most: int) -> dict[int, int]:
    """The same after letters of `form` that a Latin word does not write, two a vowel's."""
    found = dict(reached)
    for at in range(min(found), len(form)):
        if at in found and form[at] in vowels and found[at] + 2 <= most:
            found[at + 1] = min(found.get(at + 1, FAR), found[at] + 2)
    return found


def _graphemes(word: str) -> list[str]:
    """A Latin word in the table's graphemes, as long as possible; a doubled consonant is one."""
    single = re.sub(r"([^aeiou])\1", r"\1", word)
    return _grapheme().findall(single)


@cache
def _grapheme() -> re.Pattern[str]:
    return re.compile("|".join(sorted(table()["latin"], key=lambda one: (-len(one), one))))


def _classes(letters: str) -> str:
    found = _class()
    return "".join(found.get(letter, "") for letter in letters)


@cache
def _class() -> dict[str, str]:
    rows = zip(table()["names"], table()["classes"], strict=True)
    return {letter: name for name, letters in rows for letter in letters}


def joined(key: str, more: str) -> str:
    """A key with more classes, each run of one once."""
    for one in more:
        if not key.endswith(one):
            key += one
    return key


def _more(word: str, at: int) -> int:
    """What a letter costs that the other word lacks."""
    letter = word[at]
    if letter in table()["vowels"]:
        return 1 if 0 < at < len(word) - 1 else 2
    return 1 if at and word[at - 1] == letter else 3


@cache
def _letters() -> dict[str, int]:
    """The distance of two letters that are alike, by the two."""
    found: dict[str, int] = {}
    vowels = [a + b for a in table()["vowels"] for b in table()["vowels"] if a != b]
    for cost, pairs in ((2, [*vowels, *table()["shape"].split()]), (1, table()["sound"].split())):
        for pair in pairs:
            found[pair] = found[pair[::-1]] = cost
    return found
