"""Numbers as text for scripts: base64 VLQ as in source maps, without signs; read by `static/search-index.js`.

A number's bits go out five at a time, lowest first, each group a letter of the base64 alphabet; all but the
last have 32 added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_SHORT = tuple(_LETTERS[n] if n < 32 else _LETTERS[n & 31 | 32] + _LETTERS[n >> 5] for n in range(1024))


def pack(numbers: Iterable[int]) -> str:
    """Natural numbers as text."""
    return "".join([_SHORT[number] if number < 1024 else _long(number) for number in numbers])


def _long(number: int) -> str:
    letters = ""
    while number > 31:
        letters += _LETTERS[number & 31 | 32]
        number >>= 5
    return letters + _LETTERS[number]


def posting(step: int, documents: Mapping[int, tuple[int, Sequence[int]]]) -> str:
    """An article in a term's list.

    `step` is the distance of its number from that of the article before; `documents` has, by their place
    among the article's documents, the length and the occurrences (ascending) of those that have the term.
    """
    numbers = [step, len(documents)]
    last = 0
    for place, (length, occurrences) in documents.items():
        numbers += (place - last, length, len(occurrences))
        numbers += _steps(occurrences)
        last = place
    return pack(numbers)


def _steps(ascending: Sequence[int]) -> list[int]:
    return [b - a for a, b in zip((0, *ascending), ascending, strict=False)]
