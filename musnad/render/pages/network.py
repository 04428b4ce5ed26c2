"""The view of names that stand together: which share more paragraphs than chance would have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import log

from musnad.config import Config
from musnad.model import Archive
from musnad.render.parts.names import Names
from musnad.render.values.page import Planned
from musnad.render.values.pictures import Edge, NetworkView, Node

_NAMES = 400  # most frequent names that are looked at
_NODES, _EDGES = 48, 110  # drawn at most
_EACH = 9  # neighbours of one name
_LEAST = 2  # paragraphs that two names share
_TELLING = 3.84  # log-likelihood ratio: one such pair in twenty comes by chance

_Pair = tuple[str, str]


def plan_network(archive: Archive, config: Config, names: Names) -> Iterator[Planned]:
    """The page of the names that stand together; those of peoples go without saying."""
    peoples = {key for key, entity in archive.entities.items() if entity.type == "group" and entity.country}
    paragraphs = [keys for found in _paragraphs(archive) if (keys := found - peoples)]
    alone = Counter(key for keys in paragraphs for key in keys)
    frequent = {key for key, _ in sorted(alone.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMES]}
    together: Counter[_Pair] = Counter()
    for found in paragraphs:
        together.update(combinations(sorted(found & frequent), 2))
    telling = {
        pair: ratio
        for pair, both in together.items()
        if both >= _LEAST
        and (ratio := _ratio(both, alone[pair[0]], alone[pair[1]], len(paragraphs))) >= _TELLING
    }
    chosen = _chosen(telling)
    drawn = sorted({key for pair in chosen for key in pair}, key=lambda key: (-alone[key], key))
    place = {key: number for number, key in enumerate(drawn)}
    steps = _steps(chosen, telling)
    edges = (
        Edge(
            min(place[one], place[other]),
            max(place[one], place[other]),
            together[one, other],
            steps[one, other],
        )
        for one, other in chosen
    )
    yield (
        "network.html",
        NetworkView(
            site=config,
            nodes=tuple(Node(names.entity(key), archive.entities[key].type, alone[key]) for key in drawn),
            edges=tuple(sorted(edges, key=lambda edge: (edge.one, edge.other))),
            names=len(alone),
        ),
    )


def _paragraphs(archive: Archive) -> Iterator[frozenset[str]]:
    """The names of each paragraph that has any."""
    for article in archive.articles:
        blocks = iter(article.blocks)
        block = next(blocks, None)
        keys: set[str] = set()
        for mention in archive.annotations[article.id].mentions:
            while block is not None and mention.start >= block.end:
                block = next(blocks, None)
                if keys:
                    yield frozenset(keys)
                    keys = set()
            if mention.entity:
                keys.add(mention.entity)
        if keys:
            yield frozenset(keys)


def _ratio(both: int, one: int, other: int, of: int) -> float:
    """The log-likelihood ratio (Dunning 1993) of two names sharing paragraphs, 0 where they share few.

    `both` of `of` paragraphs have both, `one` and `other` have the one or the other name.
    """
    if both * of <= one * other:
        return 0.0
    cells = (both, one - both, other - both, of - one - other + both)
    expected = (one * other, one * (of - other), (of - one) * other, (of - one) * (of - other))
    found = sum(cell * log(cell * of / chance) for cell, chance in zip(cells, expected, strict=True) if cell)
    return round(2 * found, 2)


def _chosen(telling: dict[_Pair, float]) -> list[_Pair]:
    """The pairs to draw, the most telling first, as far as there is room for their names."""
    found: list[_Pair] = []
    drawn: set[str] = set()
    neighbours: Counter[str] = Counter()
    for pair in sorted(telling, key=lambda pair: (-telling[pair], pair)):
        full = any(neighbours[key] == _EACH for key in pair)
        if full or len(found) == _EDGES or len(drawn | set(pair)) > _NODES:
            continue
        found.append(pair)
        drawn.update(pair)
        neighbours.update(pair)
    return found


def _steps(chosen: list[_Pair], telling: dict[tuple[str, str], float]) -> dict[tuple[str, str], int]:
    """How telling each pair is among those that are drawn, in three steps."""
    ordered = sorted(chosen, key=lambda pair: (telling[pair], pair))
    return {pair: 1 + 3 * number // len(ordered) for number, pair in enumerate(ordered)}
