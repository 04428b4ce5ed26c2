"""The names that come with the program: countries, regions, towns, peoples, bodies known everywhere.

They serve where no authority record does, and give a record of the same thing their other spellings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.tables import table
from musnad.model import Entity

TABLES = ("countries", "regions", "cities", "peoples", "bodies", "people")


@cache
def gazetteer() -> tuple[Entity, ...]:
    """All entities of the tables; their ids are those that an unknown name of the same words would get."""
    return tuple(
        entity for name in TABLES for row in table(f"gazetteer_{name}.tsv") for entity in _entities(row)
    )


def _entities(row: list[str]) -> Iterator[Entity]:
    """A row's thing, and the nationality that belongs to it."""
    kind, english, name, others, adjectives, role, common, context = (*row, *[""] * (8 - len(row)))
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
    yield thing
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


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
