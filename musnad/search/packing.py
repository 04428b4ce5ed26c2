"""Numbers as text for scripts: base64 VLQ as in source maps, without signs; read by `static/search-index.js`.

A number's bits go out five at a time, lowest first, each group a letter of the base64 alphabet; all but the
last have 32 added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import sub

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_MANY = 1 << 15  # numbers whose letters are at hand


def pack(numbers: Iterable[int]) -> str:
    """Natural numbers as text."""
    return "".join(map(_text, numbers))


def packed(numbers: Iterable[int]) -> Iterator[str]:
    """The text of each of these natural numbers."""
    return map(_text, numbers)


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


class _Texts(dict[int, str]):
    """The letters of numbers; those of small ones are kept."""

    def __missing__(self, number: int) -> str:
        text = _long(number)
        if number < _MANY:
            self[number] = text
        return text


_text = _Texts().__getitem__
_ALONE = tuple(pack((1, level)) for level in range(32))  # levels of an article alone


def levels(rows: Sequence[tuple[int, int, *tuple[object, ...]]]) -> str:
    """A term's levels in the documents of an article that have it, by ascending place: place, level, others.

    Twice the number of statements among them, and one more with the article itself; its level; then, of each
    statement, the distance from the place before and the level.
    """
    last, level = rows[0][:2]
    if last:
        letters, last = _text(len(rows) * 2), 0
    elif len(rows) == 1:
        return _ALONE[level]
    else:
        letters, rows = _text(len(rows) * 2 - 1) + _text(level), rows[1:]
    for row in rows:
        letters += _text(row[0] - last) + LETTERS[row[1]]
        last = row[0]
    return letters


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


def occurrences(rows: Sequence[tuple[int, int, Sequence[int]]]) -> str:
    """Where a term is in the documents of an article that have it: of each its place, level, occurrences."""
    letters, last = _text(len(rows)), 0
    for place, _, found in rows:
        if len(found) == 1:
            letters += _text(place - last) + "B" + _text(found[0])
        else:
            steps = map(_text, (len(found), found[0], *map(sub, found[1:], found)))
            letters += _text(place - last) + "".join(steps)
        last = place
    return letters


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
