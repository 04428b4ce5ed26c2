"""The known entities as the resolution looks them up: by id, name, family name, and sound of a name."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from musnad.annotate.knowledge import for_records
from musnad.annotate.names.gazetteer import by_hand
from musnad.annotate.names.gazetteer.joined import Joined, joined
from musnad.annotate.names.lexicon import END, Trie, lexicon
from musnad.annotate.names.resolve.spelling import sound, words
from musnad.annotate.names.spelling import agrees, parts, readings
from musnad.annotate.names.tables import listed
from musnad.arabic.tokens import tokenize
from musnad.model import Entity, NameType


class Index(NamedTuple):
    """The known entities.

    `records` are the ids of authority records, `first` those of a gazetteer's table kept by hand: of two
    namesakes they are the better known. `families` and `sounds` are of persons.
    """

    joined: Joined
    trie: Trie
    entities: dict[str, Entity]
    records: frozenset[str]
    first: frozenset[str]
    families: dict[str, tuple[str, ...]]
    sounds: dict[str, tuple[str, ...]]

    def named(self, name: str, kind: NameType) -> tuple[str, ...]:
        """The ids of the entities of a type that have a name, those of records first."""
        found: dict[str, int] = {}
        tokens = [token.text for token in tokenize(name) if token.kind != "sign"]
        for reading in readings(tokens[0]) if tokens else ():
            node = self.trie.get(reading.parts[0])
            for part in (*reading.parts[1:], *(part for word in tokens[1:] for part in parts(word))):
                node = node.get(part) if node else None
            for entry in (node or {}).get(END, ()):
                exact = len(tokens) > 1 or agrees(reading.plain, entry.name, dotless=False)
                if entry.entity and entry.type == kind and exact:
                    found.setdefault(entry.entity, entry.rank)
        return tuple(sorted(found, key=lambda id_: (found[id_], id_ not in self.first, id_)))

    def apart(self, one: str, other: str) -> bool:
        """Whether a record says that two ids are not the same."""
        return frozenset((one, other)) in self.joined.apart


@for_records
def index(entities: tuple[Entity, ...]) -> Index:
    """The index of these authority records and the gazetteer."""
    together = joined(entities)
    known = together.all()
    families: dict[str, list[str]] = defaultdict(list)
    sounds: dict[str, list[str]] = defaultdict(list)
    for entity in known:
        if entity.type == "person":
            for name in dict.fromkeys((entity.name_ar, *entity.aliases)):
                if len(row := words(name)) > 1:
                    families[row[-1]].append(entity.id)
            for name in filter(None, dict.fromkeys((entity.name_ar, entity.name_en))):
                if heard := sound(name):
                    sounds[heard].append(entity.id)
    return Index(
        together,
        lexicon(together.records, together.listed),
        {entity.id: entity for entity in known},
        frozenset(entity.id for entity in together.records),
        frozenset(together.adopted.get(entity.id, entity.id) for entity in by_hand()),
        {name: tuple(dict.fromkeys(ids)) for name, ids in families.items() if _tells(name)},
        {name: tuple(dict.fromkeys(ids)) for name, ids in sounds.items()},
    )


def _tells(family: str) -> bool:
    """Whether a family name is nothing but that: «هادي» and «صالح» are given names of many."""
    return family not in listed("given_names.txt") and len(family) > 3
