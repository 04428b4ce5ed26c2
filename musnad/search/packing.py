"""Numbers as text for scripts: base64 VLQ as in source maps, without signs; read by `static/search-index.js`.

A number's bits go out five at a time, lowest first, each group a letter of the base64 alphabet; all but the
last have 32 added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_MANY = 1 << 15  # numbers whose letters are at hand

Places = Mapping[int, Sequence[int]]  # place of a document among its article's -> occurrences, ascending


def pack(numbers: Iterable[int]) -> str:
    """Natural numbers as text."""
    return "".join([_SHORT[number] if number < _MANY else _long(number) for number in numbers])


def pack_one(number: int) -> str:
    """One natural number as text."""
    return _SHORT[number] if number < _MANY else _long(number)


def unpack(text: str) -> Iterator[int]:
    """The numbers of `pack`."""
    number = shift = 0
    for letter in text:
        value = _VALUES[letter]
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            yield number
            number = shift = 0


def _long(number: int) -> str:
    letters = ""
    while number > 31:
        letters += LETTERS[number & 31 | 32]
        number >>= 5
    return letters + LETTERS[number]


_SHORT = tuple(map(_long, range(_MANY)))
_ALONE = tuple(pack((1, level)) for level in range(32))  # levels of an article alone


def levels(by_place: Mapping[int, int]) -> str:
    """A term's level in the documents of an article that have it, by their ascending place.

    Twice the number of statements among them, and one more with the article itself; its level; then, of each
    statement, the distance from the place before and the level.
    """
    article = 0 in by_place
    if article and len(by_place) == 1:
        return _ALONE[by_place[0]]
    numbers = [len(by_place) * 2 - article]
    last = 0
    for place, level in by_place.items():
        numbers += (place - last, level) if place else (level,)
        last = place
    return pack(numbers)


def read_levels(text: str) -> Iterator[tuple[int, int]]:
    """Place and level from `levels`."""
    numbers = unpack(text)
    statements, article = divmod(next(numbers), 2)
    if article:
        yield 0, next(numbers)
    place = 0
    for _ in range(statements):
        place += next(numbers)
        yield place, next(numbers)


def occurrences(by_place: Places) -> str:
    """A term's occurrences in the documents of an article that have it, by their ascending place."""
    numbers = [len(by_place)]
    last = 0
    for place, found in by_place.items():
        numbers += (place - last, len(found))
        at = 0
        for one in found:
            numbers.append(one - at)
            at = one
        last = place
    return pack(numbers)


def read_occurrences(text: str) -> Iterator[tuple[int, list[int]]]:
    """Place and occurrences from `occurrences`."""
    numbers = unpack(text)
    place = 0
    for _ in range(next(numbers)):
        place += next(numbers)
        at, found = 0, []
        for _ in range(next(numbers)):
            at += next(numbers)
            found.append(at)
        yield place, found
