"""The links of an archive as its pages look them up: by claim, and the renderings of each statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from musnad.model import Link

_FEW = 4  # of a group, how many a claim that joins it is measured against at most
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


def renderings(
    links: Iterable[Link], order: Mapping[str, int], people: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    """For each claim that is one statement with others, all of them, itself included, in reading order.

    The surest links join first. Two groups become one where most of the pairs between them are linked, of
    many copies a few each, or a curator says so; never where the `people` who speak, by claim, are different.
    """
    linked: dict[str, set[str]] = defaultdict(set)
    same = [link for link in links if link.relation == "same_statement"]
    for link in same:
        linked[link.a].add(link.b)
        linked[link.b].add(link.a)
    groups = {claim: [claim] for claim in linked}
    voice = {claim: (people or {}).get(claim) for claim in linked}  # of a group under its first claim
    for link in sorted(same, key=lambda link: (-link.score, order[link.a], order[link.b])):
        small, large = sorted((groups[link.a], groups[link.b]), key=len)
        one, other = voice[small[0]], voice[large[0]]
        if small is large or (one and other and one != other):
            continue
        between = sum(groups[near] is large for claim in small for near in linked[claim])
        if link.score == 1.0 or 2 * between >= len(small) * min(len(large), _FEW):
            voice[large[0]] = one or other
            large += small
            groups.update(dict.fromkeys(small, large))
    found: dict[str, tuple[str, ...]] = {}
    for claim in sorted(groups, key=order.__getitem__):
        if claim not in found and len(groups[claim]) > 1:
            group = tuple(sorted(groups[claim], key=order.__getitem__))
            found.update(dict.fromkeys(group, group))
    return {claim: found[claim] for claim in sorted(found, key=order.__getitem__)}
