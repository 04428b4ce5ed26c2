"""The authority records joined with the gazetteer: one entity for what both know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from musnad.annotate.knowledge import MADE, for_records
from musnad.annotate.names.gazetteer import gazetteer
from musnad.arabic.fold import fold
from musnad.model import Entity

_FILLED = ("name_en", "country", "part_of", "wikidata", "geonames", "latitude", "longitude")


class Joined(NamedTuple):
    """What names are looked up in.

    `records` are the authority records, those that are the same merged into the first by id, completed from
    the gazetteer; `listed` are the gazetteer's entities, under the id of the record of the same
    thing where there is one. `adopted` gives for another id of an entity the one it goes by, `apart`
    the pairs that no step may merge.
    """

    records: tuple[Entity, ...]
    listed: tuple[Entity, ...]
    adopted: dict[str, str]
    apart: frozenset[frozenset[str]]

    def all(self) -> tuple[Entity, ...]:
        """Each entity once, records first."""
        known = {entity.id for entity in self.records}
        return (*self.records, *(entity for entity in self.listed if entity.id not in known))


@for_records
def joined(entities: tuple[Entity, ...]) -> Joined:
    """These authority records and the gazetteer; the same whatever the order of the records."""
    merged, adopted = _merged(entities)
    apart = frozenset(
        frozenset((adopted.get(entity.id, entity.id), adopted.get(other, other)))
        for entity in entities
        for other in entity.not_same_as
    )
    same = _same(merged, gazetteer(), adopted, apart)
    known = {**adopted, **same}
    listed = tuple(_renamed(entity, known) for entity in gazetteer())
    twins: dict[str, Entity] = {}
    for entity in listed:
        twins.setdefault(entity.id, entity)
    records = tuple(_completed(record, twins.get(record.id)) for record in merged)
    return Joined(records, listed, adopted, apart)


def _merged(entities: Iterable[Entity]) -> tuple[list[Entity], dict[str, str]]:
    """The records with those that are the same made one, and the ids that went into another."""
    own = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
    root: dict[str, str] = {}

    def top(id_: str) -> str:
        while id_ in root:
            id_ = root[id_]
        return id_

    for entity in own.values():
        for other in entity.same_as:
            first, second = sorted((top(entity.id), top(other)), key=lambda id_: (id_.startswith(MADE), id_))
            if first != second:
                root[second] = first
    adopted = {id_: top(id_) for id_ in sorted(root)}
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in own.values():
        groups[top(entity.id)].append(entity)
    return [_renamed(_one(group), adopted) for _, group in sorted(groups.items())], adopted


def _one(group: list[Entity]) -> Entity:
    """Records that are the same as one: the first by id, with what the others add."""
    first, *others = group
    names = [name for entity in group for name in (entity.name_ar, *entity.aliases)]
    together = {
        field: tuple(dict.fromkeys(each for entity in group for each in getattr(entity, field)))
        for field in ("handles", "titles", "ambiguous", "context", "same_as", "not_same_as")
    }
    filled = {
        field: next((value for e in group if (value := getattr(e, field)) is not None), None)
        for field in (*_FILLED, "role", "note")
    }
    if not others:
        return first
    aliases = tuple(dict.fromkeys(name for name in names if name != first.name_ar))
    return msgspec.structs.replace(first, aliases=aliases, **together, **filled)


def _renamed(entity: Entity, ids: Mapping[str, str]) -> Entity:
    """An entity with its own id and those it refers to as `ids` has them."""
    if not ids:
        return entity
    country, part_of = entity.country, entity.part_of
    new = (
        ids.get(entity.id, entity.id),
        ids.get(country, country) if country else None,
        ids.get(part_of, part_of) if part_of else None,
    )
    if new == (entity.id, country, part_of):
        return entity
    return msgspec.structs.replace(entity, id=new[0], country=new[1], part_of=new[2])


def _completed(record: Entity, listed: Entity | None) -> Entity:
    """A record with what the gazetteer knows of the same thing and the record leaves out."""
    if listed is None:
        return record
    more = {field: getattr(listed, field) for field in _FILLED if getattr(record, field) is None}
    if record.latitude is not None or record.longitude is not None:
        more = {field: value for field, value in more.items() if field not in ("latitude", "longitude")}
    if more.get("part_of") == record.id:
        more["part_of"] = None
    return msgspec.structs.replace(record, **more)


def _same(
    records: Iterable[Entity],
    listed: Iterable[Entity],
    adopted: Mapping[str, str],
    apart: frozenset[frozenset[str]],
) -> dict[str, str]:
    """The gazetteer's ids of what a record knows -> the record's id.

    A record and a listed entity of one type are the same if they share an identifier, or a name that no other
    record of the type has: of persons a full name. Identifiers that differ keep them apart.
    """
    named: dict[tuple[str, str], dict[str, Entity]] = defaultdict(dict)
    for record in records:
        for name in (record.name_ar, *record.aliases):
            named[record.type, fold(name)][record.id] = record
        for mark in _marks(record):
            named[mark][record.id] = record
    found: dict[str, str] = {}
    for entity in listed:
        if entity.id in adopted:
            continue
        keys = [(entity.type, fold(n)) for n in (entity.name_ar, *entity.aliases) if _tells(entity, n)]
        fits = {id_: record for key in (*_marks(entity), *keys) for id_, record in named.get(key, {}).items()}
        fits = {
            id_: record
            for id_, record in fits.items()
            if frozenset((id_, entity.id)) not in apart and not _differ(record, entity)
        }
        if len(fits) == 1:
            found[entity.id] = next(iter(fits))
    return found


def _marks(entity: Entity) -> list[tuple[str, str]]:
    """The identifiers of an entity elsewhere."""
    wikidata = [("wikidata", entity.wikidata)] if entity.wikidata else []
    return [*wikidata, *([("geonames", str(entity.geonames))] if entity.geonames else [])]


def _tells(entity: Entity, name: str) -> bool:
    """Whether a name tells an entity from others of its type: of a person it is more than a family name."""
    return entity.type != "person" or " " in name or name == entity.name_ar


def _differ(record: Entity, entity: Entity) -> bool:
    pairs = ((record.wikidata, entity.wikidata), (record.geonames, entity.geonames))
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)
