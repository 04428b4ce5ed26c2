"""Which articles tell of one event: those of near days that are about the same names and rare words.

Group-average clustering (R. Sokal and C. Michener, 1958): the two groups whose articles are on average most
alike become one, as long as they are alike enough. A chain of articles, each like the next, does not become
one event so, as the first and the last are not alike. Only articles that share a telling term are compared,
and a group keeps the sum of its articles' terms, from which the average of all pairs follows: so the cost
grows with the archive.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

Vector = dict[str, float]

_WINDOW = 10  # days between articles that may tell of one event
_LONGEST = 21  # days from the first to the last article of an event
_HALF = 4  # days by which what two groups have in common counts half
_ALIKE = 0.22  # of what they are about, that articles of one event share on average
_TIED = 0.5  # what a tie between two articles adds, of how alike they are
_TIES = 3  # ties of two articles that add to it: unlike articles may share a stock phrase
_TELLING = 8  # terms of an article, the most telling, by which others are looked for
_OFTEN = 60  # articles of the window that have a term and are all looked at
_LAST = 12  # of more than that the last ones


class Told(NamedTuple):
    """An article as events are found by: its id, its day as an ordinal, its terms, the most telling first."""

    article: str
    day: int
    terms: tuple[str, ...]


class _Group:
    """Articles that tell of one event, by their places; the sum of what they are about, of their days."""

    def __init__(self, place: int, vector: Vector, day: int) -> None:
        self.places = [place]
        self.sum = vector
        self.days = day
        self.first = self.last = day
        self.near: dict[int, float] = {}  # groups that may be joined, with the ties between them

    def add(self, other: _Group) -> None:
        """Take in the articles of another group."""
        small, large = sorted((self.sum, other.sum), key=len)
        for term, weight in small.items():
            large[term] = large.get(term, 0.0) + weight
        self.sum = large
        self.places += other.places
        self.days += other.days
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)

    def alike(self, other: _Group, ties: float) -> float:
        """How alike the articles of two groups are on average; 0 where they are too far apart in time."""
        if max(self.last, other.last) - min(self.first, other.first) > _LONGEST:
            return 0.0
        if max(self.first, other.first) - min(self.last, other.last) > _WINDOW:
            return 0.0
        small, large = sorted((self.sum, other.sum), key=len)
        shared = sum(weight * large[term] for term, weight in small.items() if term in large)
        gap = abs(self.days / len(self.places) - other.days / len(other.places))
        alike = (shared / (1 + gap / _HALF) + ties) / (len(self.places) * len(other.places))
        return round(alike, 9)  # logarithms differ in their last digits from machine to machine


def events(told: Iterable[Told], ties: Mapping[tuple[str, str], int]) -> list[list[str]]:
    """Articles by event, of two articles at least, whatever their order.

    `ties` are how many links and copied passages join two articles, each pair once.
    """
    ordered = sorted(told, key=lambda each: (each.day, each.article))
    place = {each.article: number for number, each in enumerate(ordered)}
    groups = dict(enumerate(_groups(ordered)))
    for one, other in _met(ordered):
        groups[one].near.setdefault(other, 0.0)
        groups[other].near.setdefault(one, 0.0)
    for (a, b), number in ties.items():
        if a in place and b in place:
            one, other = place[a], place[b]
            added = _TIED * min(number, _TIES) * groups[one].alike(groups[other], 0.0)
            groups[one].near[other] = groups[other].near[one] = added
    _join(groups)
    found = [sorted(group.places) for group in groups.values() if len(group.places) > 1]
    return [[ordered[number].article for number in places] for places in sorted(found)]


def _groups(ordered: Sequence[Told]) -> Iterator[_Group]:
    """Each article as a group: its terms as a vector of length 1, by how few articles have them."""
    having = Counter(term for each in ordered for term in each.terms)
    for number, each in enumerate(ordered):
        vector = {
            term: log(1 + len(ordered) / having[term]) * (1 - rank / (2 * len(each.terms)))
            for rank, term in enumerate(each.terms)
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        yield _Group(number, {term: weight / length for term, weight in vector.items()}, each.day)


def _met(ordered: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """The pairs of articles of near days that share telling terms."""
    having = Counter(term for each in ordered for term in each.terms)
    met: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(ordered):
        for term in sorted(each.terms, key=lambda term: (having[term], term))[:_TELLING]:
            near = [other for other in met[term] if ordered[other].day >= each.day - _WINDOW]
            met[term] = [*near, number]
            yield from ((other, number) for other in (near if len(near) <= _OFTEN else near[-_LAST:]))


def _join(groups: dict[int, _Group]) -> None:
    """Join the groups that are most alike, until none are alike enough."""
    heap: list[tuple[float, int, int, int, int]] = [
        (-alike, one, other, 1, 1)
        for one, group in groups.items()
        for other, ties in group.near.items()
        if one < other and (alike := group.alike(groups[other], ties)) >= _ALIKE
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, *expected = heapq.heappop(heap)
        if one not in groups or other not in groups:
            continue
        kept, gone = groups[one], groups[other]
        if [len(kept.places), len(gone.places)] != expected:
            continue  # one of them has grown since
        del groups[other]
        kept.add(gone)
        near = defaultdict(float, {n: t for n, t in kept.near.items() if n != other})
        for neighbour, ties in gone.near.items():
            if neighbour != one:
                near[neighbour] += ties
        kept.near = dict(near)
        for neighbour, ties in kept.near.items():
            beside = groups[neighbour]
            beside.near.pop(other, None)
            beside.near[one] = ties
            now = kept.alike(beside, ties)
            if now >= _ALIKE:
                small, large = sorted((one, neighbour))
                sizes = len(groups[small].places), len(groups[large].places)
                heapq.heappush(heap, (-now, small, large, *sizes))
