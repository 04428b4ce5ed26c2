"""The names to look for, as a trie over folded words, made once from authority records and gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, Literal, NamedTuple

from musnad.annotate.names.inflect import forms
from musnad.annotate.names.spelling import variants
from musnad.annotate.names.tables import lines
from musnad.arabic.fold import fold
from musnad.arabic.tokens import tokenize
from musnad.model import Entity, NameType

END = ""
NO_NAME = "no name"  # the rule of phrases that only keep a word in them from being a name

Trie = dict[str, Any]
# What must stand before a name that is another word too: a class word or a word of its record's `context`;
# before an adjective that is a country too («السعودية»), a definite noun.
Guard = Literal["", "context", "definite"]


class Entry(NamedTuple):
    """A name in the trie and what it names."""

    rank: int  # of names that fit, the lowest rank is taken: 0 curated, 1 gazetteer, 2 the article's own
    alias: bool
    entity: str
    type: NameType
    name: str
    guard: Guard = ""
    context: frozenset[str] = frozenset()
    since: int = 0  # offset in the text from which on an article's own alias is known
    rule: str = "authority"


def add(trie: Trie, entry: Entry, plural: bool = False) -> None:
    """Put a name into the trie under each of its spellings."""
    words = [token.text for token in tokenize(entry.name) if token.kind != "sign"]
    for spelling in product(*(variants(word, plural) for word in words)):
        node = trie
        for part in (part for word in spelling for part in word):
            node = node.setdefault(part, {})
        entries = node.setdefault(END, [])
        if words and entry not in entries:
            entries.append(entry)


def lexicon(curated: Iterable[Entity], listed: Iterable[Entity]) -> Trie:
    """The trie of all names of curated and listed entities; the same whatever their order.

    A listed entity that shares a name with just one curated record of its type is that record.
    """
    trie: Trie = {}
    curated = sorted(curated, key=lambda entity: entity.id)
    same = _by_name(curated)
    known = [(0, e.id, e) for e in curated]
    for entity in sorted(listed, key=lambda entity: entity.id):
        ids = {id_ for name in _names(entity) for id_ in same.get((entity.type, fold(name)), ())}
        known.append((1, ids.pop() if len(ids) == 1 else entity.id, entity))
    places = {fold(name) for _, _, e in known if e.type == "place" for name in _plain(e)}
    for rank, id_, entity in known:
        for entry in _entries(rank, id_, entity, places):
            add(trie, entry, plural=entity.type in ("group", "organization"))
    for phrase in lines("not_names.txt"):
        add(trie, Entry(0, False, "", "place", phrase, rule=NO_NAME))
    return trie


def _entries(rank: int, id_: str, entity: Entity, places: set[str]) -> Iterator[Entry]:
    guarded = {fold(name) for name in entity.ambiguous}
    context = frozenset(fold(word) for word in entity.context)
    rule = "gazetteer" if rank else "authority"
    for index, name in enumerate(filter(None, (entity.name_ar, entity.name_en, *entity.aliases))):
        for form in _spellings(entity, name):
            guard: Guard = "context" if fold(form) in guarded else ""
            if entity.inflect and fold(form) in places:
                if not form.startswith("ال"):
                    continue  # «سوريا» is the country, not the accusative of «سوري»
                guard = "definite"
            yield Entry(rank, index > 0, id_, entity.type, form, guard, context, rule=rule)


def _plain(entity: Entity) -> list[str]:
    """The names of an entity that are no other words."""
    return [name for name in _names(entity) if name not in entity.ambiguous]


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name_ar, *entity.aliases


def _by_name(entities: Iterable[Entity]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for entity in entities:
        for name in _names(entity):
            found.setdefault((entity.type, fold(name)), set()).add(entity.id)
    return found


def _spellings(entity: Entity, name: str) -> tuple[str, ...]:
    """The forms of a name that are looked for."""
    if not entity.inflect or name == entity.name_en:
        return (name,)
    return forms(name, broken=name != entity.name_ar and not name.endswith("ي"))
