"""The numbers of articles in the index: in order of day, then id, and such that one more article moves few.

A number is `day << bits | place`. An article's place within its day comes from its id, whose letters are as
good as drawn; where it is taken, the next one up. So a number depends on the articles of its own day alone,
as long as `bits` stays, and tells the day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # of ids: Crockford's base 32
_ROOM = 4  # places for every article of the fullest day


def number(articles: Iterable[tuple[int, str]]) -> tuple[dict[str, int], int]:
    """Articles given as (day, id) -> the number of each id, and `bits`, the width of a place."""
    days = [(day, [id_ for _, id_ in same]) for day, same in groupby(sorted(articles), key=lambda a: a[0])]
    fullest = max((len(ids) for _, ids in days), default=0)
    bits = max(4, (fullest * _ROOM - 1).bit_length())
    return {
        id_: day << bits | place
        for day, ids in days
        for id_, place in zip(ids, places((_place(id_, bits) for id_ in ids), bits, len(ids)), strict=True)
    }, bits


def rounded(count: int) -> int:
    """A count down to its four leading binary digits, so that one more article alters few large ones."""
    last = max(0, count.bit_length() - 4)
    return count >> last << last


def places(wanted: Iterable[int], bits: int, count: int) -> Iterator[int]:
    """Ascending places for so many, that want ascending ones, each as near above its own as there is room."""
    after = 0
    for left, place in zip(range(count, 0, -1), wanted, strict=True):
        after = min(max(after, place), (1 << bits) - left)
        yield after
        after += 1


def _place(id_: str, bits: int) -> int:
    """Where in a day the letters after an id's first point; not falling as ids rise."""
    place = 0
    for letter in id_[1:6].ljust(5, "0"):
        place = place * 32 + min(bisect_left(_LETTERS, letter), 31)
    return place >> max(0, 25 - bits)
