"""Readings of all articles -> the links between their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from musnad import __version__
from musnad.crossref.links.claims import Shares, Side, Who
from musnad.crossref.links.compare import Pair
from musnad.crossref.links.rules import RULES
from musnad.crossref.links.slots import Reading
from musnad.model import Entity, Link

_WINDOW = 10  # days
_TERMS = 8  # rarest terms of a claim that others are looked for by
_MOST = 150  # claims that one is compared with at most


def find(readings: Iterable[Reading], entities: Iterable[Entity]) -> tuple[Link, ...]:
    """The links between claims of different articles, whatever the order of the readings."""
    who = Who(entities)
    ordered = sorted(readings, key=lambda r: (r.day or "9999-12-31", r.article))
    shares = Shares(ordered, who)
    sides: list[Side] = []
    for reading in ordered:
        about = frozenset(map(who.term, reading.about))
        sides += (Side(reading, slots, about, who, shares) for slots in reading.claims)
    links = [link for a, b in _candidates(sides) if (link := _link(Pair(a, b)))]
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _link(pair: Pair) -> Link | None:
    for rule in RULES:
        if verdict := rule(pair):
            one, other = pair.a.slots.claim, pair.b.slots.claim
            if verdict.turned:
                one, other = other, one
            by = f"links:{rule.__name__}@{__version__}"
            return Link(one, other, verdict.relation, by, verdict.reason)
    return None


def _candidates(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs worth comparing: they share a rare term, and their days are near."""
    postings: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        rare = sorted(side.terms, key=lambda term: (-side.terms[term], term))[:_TERMS]
        seen: dict[int, None] = {}
        for term in rare:
            if side.terms[term] < 1.5:
                break
            for earlier in reversed(postings[term]):
                other = sides[earlier]
                if side.date and other.date and abs((side.date - other.date).days) > _WINDOW:
                    continue
                seen[earlier] = None
                if len(seen) >= _MOST:
                    break
        for earlier in sorted(seen):
            if sides[earlier].article != side.article:
                yield sides[earlier], side
        for term in side.terms:
            postings[term].append(place)
