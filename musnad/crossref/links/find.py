"""Readings of all articles -> the links between their claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from musnad import __version__
from musnad.crossref.links.compare import EVENT, Pair
from musnad.crossref.links.rules import RULES
from musnad.crossref.links.scores import score
from musnad.crossref.links.shares import Shares
from musnad.crossref.links.side import Side
from musnad.crossref.links.slots import Reading
from musnad.crossref.links.who import Who
from musnad.model import Entity, Link

_WINDOW = 10  # days between articles that are compared
_TELLING = 1.0  # what a term weighs by which others are looked for
_ENOUGH = 2.0  # what such terms weigh together, for a closer look
_PART = 0.11  # of what all terms of two claims weigh that such terms need to weigh
_OFTEN = 80  # claims, or articles, of the window that have a term and are all looked at
_COPIED = 4  # terms of a content from which on its saying again is no chance
_LAST = 12  # of more than that the last ones: of a text copied everywhere the nearest copies


def find(readings: Iterable[Reading], entities: Iterable[Entity]) -> tuple[Link, ...]:
    """The links between claims of different articles, whatever the order of the readings."""
    ordered = sorted(readings, key=lambda r: (r.day or "9999-12-31", r.article))
    bodies = {id_: name for reading in reversed(ordered) for id_, name in reading.bodies.items()}
    who = Who(entities, bodies, _officials(ordered))
    shares = Shares(ordered, who)
    sides: list[Side] = []
    for reading in ordered:
        about = frozenset(map(who.term, reading.about))
        sides += (Side(reading, slots, about, who, shares) for slots in reading.claims)
    pairs = {*_by_words(sides), *_by_keys(sides), *_copies(sides)}
    links = [link for a, b in sorted(pairs) if (link := _link(Pair(sides[a], sides[b])))]
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _officials(readings: Iterable[Reading]) -> dict[str, str]:
    """The country or people that most articles name beside each official; of as many the first by id."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for person, country in reading.officials.items():
            named[person][country] += 1
    return {person: min(of, key=lambda id_: (-of[id_], id_)) for person, of in named.items()}


def _link(pair: Pair) -> Link | None:
    for rule in RULES:
        if verdict := rule(pair):
            one, other = pair.a.slots.claim, pair.b.slots.claim
            if verdict.turned:
                one, other = other, one
            by = f"links:{rule.__name__}@{__version__}"
            return Link(one, other, verdict.relation, by, verdict.reason, score(rule.__name__))
    return None


class _Postings:
    """Where each term was met, not longer ago than the window."""

    def __init__(self) -> None:
        self._met: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def near(self, term: str, day: int) -> list[int]:
        """Where a term was met in the days before this one; the last places only where that is everywhere."""
        met = self._met.get(term)
        if not met:
            return []
        if met[0][0] < day - _WINDOW:
            met = self._met[term] = [each for each in met if each[0] >= day - _WINDOW]
        return [place for _, place in (met if len(met) <= _OFTEN else met[-_LAST:])]

    def add(self, term: str, day: int, place: int) -> None:
        """A term is met."""
        self._met[term].append((day, place))


def _by_words(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Claims of different articles that share telling words."""
    postings = _Postings()
    for place, side in enumerate(sides):
        shared: dict[int, float] = defaultdict(float)
        telling = [term for term, told in side.terms.items() if told >= _TELLING]
        for term in telling:
            for other in postings.near(term, side.published):
                shared[other] += side.terms[term]
        for other, told in shared.items():
            needed = max(_ENOUGH, _PART * (sides[other].total + side.total))
            if told >= needed and sides[other].article != side.article:
                yield other, place
        for term in telling:
            postings.add(term, side.published, place)


def _copies(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Claims of the same words with the last ones before them, however often these words are said."""
    met: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        if len(side.terms) >= _COPIED:
            near = met[side.slots.terms]
            yield from (
                (other, place)
                for other in near[-_LAST:]
                if sides[other].article != side.article and sides[other].published >= side.published - _WINDOW
            )
            near.append(place)


def _by_keys(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Claims of articles about one event that tell of one kind of situation, figure or blame."""
    keyed = [(place, side) for place, side in enumerate(sides) if side.keys]
    articles: list[list[tuple[int, Side]]] = [
        list(group) for _, group in groupby(keyed, key=lambda each: each[1].article)
    ]
    postings = _Postings()
    for number, group in enumerate(articles):
        first = group[0][1]
        shared: Counter[int] = Counter()
        for term in first.about:
            shared.update(postings.near(term, first.published))
        for other, count in shared.items():
            if count >= EVENT:
                yield from (
                    (one, two)
                    for one, a in articles[other]
                    for two, b in group
                    if not a.keys.isdisjoint(b.keys)
                )
        for term in first.about:
            postings.add(term, first.published, number)
