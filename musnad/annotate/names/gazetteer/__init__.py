"""The names that come with the program: countries, regions, towns, peoples, bodies, persons known everywhere.

They serve where no authority record does, and give a record of the same thing their other spellings, their
identifiers and coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.gazetteer.offices import terms
from musnad.annotate.names.tables import lines, table
from musnad.model import Entity

TABLES = ("countries", "regions", "cities", "peoples", "bodies", "people")
_KNOWN = 300  # thousands of people from which on a town is known far away
_PLACED = "place"  # the guard of a town that a word of place before it is enough for


@cache
def gazetteer() -> tuple[Entity, ...]:
    """All entities of the tables, the better known first.

    Their ids are those that an unknown name of the same words would get; of two towns of one name the less
    known has its country in its id.
    """
    found: dict[str, Entity] = {}
    for entity in (*by_hand(), *_holders(), *_provinces(), *_towns()):
        found.setdefault(entity.id, entity)
    return tuple(found.values())


@cache
def by_hand() -> tuple[Entity, ...]:
    """The entities of the tables kept by hand."""
    rows = (row for name in TABLES for row in table(f"gazetteer_{name}.tsv"))
    return tuple(entity for row in rows for entity in _entities(row))


def _entities(row: list[str]) -> Iterator[Entity]:
    """A row's thing, and the nationality that belongs to it."""
    kind, english, name, others, adjectives, role, common, context = (*row, *[""] * (8 - len(row)))[:8]
    thing = Entity(
        id=made_id(name, kind),
        type=kind,  # type: ignore[arg-type]
        name_ar=name,
        name_en=english,
        aliases=_list(adjectives if kind == "group" else others),
        role=role or None,  # type: ignore[arg-type]
        inflect=kind == "group",
        ambiguous=_list(common),
        context=_list(context),
    )
    yield _identified(thing) if kind == "place" else thing
    if kind != "group" and adjectives:
        name, *more = _list(adjectives)
        yield msgspec.structs.replace(
            thing,
            id=made_id(name, "group"),
            type="group",
            name_ar=name,
            name_en=None,
            aliases=tuple(more),
            inflect=True,
            country=thing.id,
            context=(),
        )


def _identified(place: Entity) -> Entity:
    """A place of the tables kept by hand, with its identifiers, coordinates and country."""
    row = _identifiers().get(place.name_ar) or _points().get(place.name_ar)
    if row is None:
        return place
    country, wikidata, geonames, latitude, longitude = row
    whole = _country(country)
    return msgspec.structs.replace(
        place,
        part_of=whole if whole != place.id else None,
        wikidata=wikidata or None,
        geonames=int(geonames) if geonames else None,
        latitude=float(latitude),
        longitude=float(longitude),
    )


@cache
def _identifiers() -> dict[str, list[str]]:
    return {name: cells for name, *cells in table("gazetteer_ids.tsv")}


@cache
def _points() -> dict[str, list[str]]:
    """Coordinates written by hand, in the cells that `_identifiers` has."""
    return {name: [country, "", "", *point] for name, country, *point in table("gazetteer_points.tsv")}


@cache
def _countries() -> dict[str, str]:
    """The preferred names of countries, by their ISO 3166 codes."""
    names = [row[2] for row in table("gazetteer_countries.tsv")]
    return {_identifiers()[name][0]: name for name in names if name in _identifiers()}


@cache
def _country(code: str) -> str | None:
    name = _countries().get(code)
    return made_id(name, "place") if name else None


def _provinces() -> Iterator[Entity]:
    for row in table("gazetteer_provinces.tsv"):
        yield _place(row)


def small_towns() -> tuple[Entity, ...]:
    """The listed towns that are not known everywhere."""
    small = {int(row[5]) for row in table("gazetteer_towns.tsv") if int(row[4]) < _KNOWN}
    return tuple(entity for entity in gazetteer() if entity.geonames in small)


def villages() -> Iterator[Entity]:
    """The places that only the table of small places has, which names in texts are not looked up in."""
    for english, names, country, *where in table("gazetteer_small.tsv"):
        name, _, others = names.partition(";")
        yield _place([english, name, others, country, "", *where])


def _towns() -> Iterator[Entity]:
    taken = {row[2] for name in TABLES[:3] for row in table(f"gazetteer_{name}.tsv")}
    placed = tuple(lines("place_context.txt"))
    for row in table("gazetteer_towns.tsv"):
        name, country, common, guard = row[1], row[3], *(*row[8:], "", "")[:2]
        own = f"{name} {_countries().get(country, country)}" if name in taken else name
        taken.add(name)
        yield msgspec.structs.replace(
            _place(row),
            id=made_id(own, "place"),
            ambiguous=_list(common),
            context=placed if guard == _PLACED else (),
        )


def _place(row: list[str]) -> Entity:
    """A place of an extracted table, whose first eight columns are alike."""
    english, name, others, country, _, geonames, latitude, longitude = row[:8]
    return Entity(
        id=made_id(name, "place"),
        type="place",
        name_ar=name,
        name_en=english,
        aliases=_list(others),
        part_of=_country(country),
        geonames=int(geonames),
        latitude=float(latitude),
        longitude=float(longitude),
    )


def _holders() -> Iterator[Entity]:
    """The holders of offices, under their full names."""
    for term in terms():
        yield Entity(id=made_id(term.name, "person"), type="person", name_ar=term.name, name_en=term.english)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
