"""Questions that the machine sees in the links: claims that contradict each other, by sides that agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from musnad.crossref.disjoint import DisjointSets
from musnad.model import Link, Proposal, Question


class _Edge(NamedTuple):
    """A relation of two statements, each named by the claim that stands for all its renderings."""

    one: str
    other: str
    score: float


def propose(
    links: Sequence[Link], questions: Iterable[Question], order: Mapping[str, int]
) -> tuple[Proposal, ...]:
    """The contested questions that no curator has put, the surest first.

    A question is what contradictions join, all renderings of one statement taken as it. Its sides are claims
    that corroborate each other; of sides that do not contradict each other as many become one as can, so
    that there are as few as keep contradicting claims apart. A contradiction is held by a question in which
    both its statements stand. `order` is the claims' place in reading order; sides follow their first claims.
    """
    same = DisjointSets()
    for link in links:
        if link.relation == "same_statement":
            same.join(link.a, link.b)
    renderings = defaultdict(set)
    for link in links:
        for claim in (link.a, link.b):
            renderings[same.of(claim)].add(claim)
    held = _held(questions, same)
    disputes = [edge for edge in _edges(links, "contradicts", same) if not held[edge.one] & held[edge.other]]
    topics = DisjointSets()
    for edge in disputes:
        topics.join(edge.one, edge.other)
    against, beside = defaultdict(list), defaultdict(list)
    for edge in disputes:
        against[topics.of(edge.one)].append(edge)
    for edge in _edges(links, "corroborates", same):
        for topic in {topics.of(edge.one), topics.of(edge.other)} & against.keys():
            beside[topic].append(edge)
    found = []
    for topic, edges in against.items():
        sides = [
            tuple(sorted((claim for one in side for claim in renderings[one]), key=order.__getitem__))
            for side in _sides(edges, beside[topic], order)
        ]
        sides.sort(key=lambda side: order[side[0]])
        found.append(Proposal(sides=tuple(sides), score=max(edge.score for edge in edges)))
    return tuple(sorted(found, key=lambda made: (-made.score, order[made.sides[0][0]])))


def _edges(links: Iterable[Link], relation: str, same: DisjointSets) -> list[_Edge]:
    """The links of a relation between different statements, the surest first."""
    found = [
        _Edge(same.of(link.a), same.of(link.b), link.score) for link in links if link.relation == relation
    ]
    return sorted((e for e in found if e.one != e.other), key=lambda e: (-e.score, e.one, e.other))


def _held(questions: Iterable[Question], same: DisjointSets) -> defaultdict[str, set[str]]:
    """For each statement the questions that it stands in."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for question in questions:
        for position in question.positions:
            for claim in position.claims:
                held[same.of(claim)].add(question.id)
    return held


def _sides(against: Sequence[_Edge], beside: Sequence[_Edge], order: Mapping[str, int]) -> list[list[str]]:
    """Statements by side, none of which contradicts another on its side."""
    camps = DisjointSets((edge.one, edge.other) for edge in against)
    for edge in beside:
        camps.join(edge.one, edge.other)
    enemies: dict[str, set[str]] = defaultdict(set)
    for edge in against:
        one, other = camps.of(edge.one), camps.of(edge.other)
        enemies[one].add(other)
        enemies[other].add(one)
    number = _coloured(enemies, order)
    sides: list[list[str]] = [[] for _ in range(max(number.values()) + 1)]
    for one in sorted({end for edge in (*against, *beside) for end in (edge.one, edge.other)}):
        sides[number[camps.of(one)]].append(one)
    return sides


def _coloured(enemies: Mapping[str, set[str]], order: Mapping[str, int]) -> dict[str, int]:
    """A number for each, unlike those of its enemies, from as few as D. Brélaz's DSATUR (1979) finds.

    It takes next whose enemies have the most numbers; where two numbers do, it needs no third.
    """
    number: dict[str, int] = {}
    taken: dict[str, set[int]] = {one: set() for one in enemies}
    while taken:
        first = min(taken, key=lambda one: (-len(taken[one]), -len(enemies[one]), order[one]))
        number[first] = next(n for n in range(len(enemies)) if n not in taken[first])
        del taken[first]
        for enemy in enemies[first] & taken.keys():
            taken[enemy].add(number[first])
    return number
