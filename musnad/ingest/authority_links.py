"""Links between authority records that are at odds: the same and not the same, a part of itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from musnad.model import Entity


class OddLink(NamedTuple):
    """A link that cannot be, by the problem's code: of the record `id`, under `key`, to `to`."""

    code: str
    id: str
    key: str
    to: str


def odd_links(entities: Sequence[Entity]) -> list[OddLink]:
    """The links of these records that contradict others, in the records' order."""
    types = {entity.id: entity.type for entity in entities}
    wholes = {entity.id: entity.part_of for entity in entities}
    sets = _same(entities)
    found = []
    for entity in entities:
        for other in entity.same_as:
            if types.get(other, entity.type) != entity.type:
                found.append(OddLink("unlike-types", entity.id, "same_as", other))
        for other in entity.not_same_as:
            if sets.get(other, other) == sets.get(entity.id, entity.id):
                found.append(OddLink("contradiction", entity.id, "not_same_as", other))
        if entity.part_of and _returns(entity.id, wholes):
            found.append(OddLink("circular-part", entity.id, "part_of", entity.part_of))
    return found


def _same(entities: Sequence[Entity]) -> dict[str, str]:
    """For each id that is the same as another, one id that stands for all of them."""
    root: dict[str, str] = {}

    def top(id_: str) -> str:
        while (above := root.get(id_)) is not None:
            root[id_] = root.get(above, above)  # so that no long chain is walked twice
            id_ = above
        return id_

    for entity in entities:
        for other in entity.same_as:
            one, two = top(entity.id), top(other)
            if one != two:
                root[one] = two
    return {id_: top(id_) for id_ in root}


def _returns(start: str, wholes: dict[str, str | None]) -> bool:
    """Whether going from part to whole leads back to where it began."""
    seen: set[str] = set()
    at = wholes.get(start)
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = wholes.get(at)
    return False
