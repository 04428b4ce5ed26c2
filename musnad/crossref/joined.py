"""The links of an archive as its pages look them up: by claim, and the renderings of each statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from musnad.crossref.groups import Groups
from musnad.model import Link

_ORDER = ("contradicts", "updates", "corroborates", "same_statement")


def by_claim(links: Iterable[Link], order: Mapping[str, int]) -> dict[str, tuple[Link, ...]]:
    """Each link under both its claims: contradictions first, of one relation the surest first."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.a].append(link)
        found[link.b].append(link)

    def weight(link: Link) -> tuple[int, float, int, int]:
        return _ORDER.index(link.relation), -link.score, order[link.a], order[link.b]

    return {claim: tuple(sorted(found[claim], key=weight)) for claim in sorted(found, key=order.__getitem__)}


def renderings(links: Iterable[Link], order: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """For each claim that is one statement with others, all of them, itself included, in reading order."""
    same = Groups()
    claims: set[str] = set()
    for link in links:
        if link.relation == "same_statement":
            same.join(link.a, link.b)
            claims |= {link.a, link.b}
    found: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=order.__getitem__):
        found[same.of(claim)].append(claim)
    return {claim: tuple(found[same.of(claim)]) for claim in sorted(claims, key=order.__getitem__)}
