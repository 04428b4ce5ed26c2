"""Small places: no name in a text is known by them, but a name that is not known may be one of theirs."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from musnad.annotate.knowledge import for_records, made_id
from musnad.annotate.names.gazetteer import gazetteer, small_towns, villages
from musnad.annotate.names.gazetteer.joined import joined
from musnad.model import Entity


@for_records
def atlas(entities: tuple[Entity, ...]) -> dict[str, tuple[Entity, ...]]:
    """The small places that an entity with an id made from a name may be: all of its name.

    The smaller of the listed towns are among them: the text may not mean the one that its name stands for.
    `entities` are the authority records.
    """
    ids = {own.id: known.id for own, known in zip(gazetteer(), joined(entities).listed, strict=True)}
    found: dict[str, list[Entity]] = defaultdict(list)
    for place in (*small_towns(), *villages()):
        whole = ids.get(place.part_of or "", place.part_of)
        for id_ in {place.id, *(made_id(name, "place") for name in (place.name_ar, *place.aliases))}:
            found[id_].append(msgspec.structs.replace(place, id=id_, part_of=whole))
    surely = {entity.id for entity in gazetteer() if entity.type == "place"} - {t.id for t in small_towns()}
    return {id_: tuple(places) for id_, places in found.items() if id_ not in surely}
