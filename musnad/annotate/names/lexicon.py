"""The names to look for, as a trie over folded words, made once from authority records and gazetteer."""

from __future__ import annotations

import re
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
_FIRST = re.compile(r"[\s.'’-]")
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


class Lazy(dict[str, Any]):
    """The root of a trie that takes up a listed entity when a word is looked up that begins a name of it.

    A text meets few of the thousands of names there are.
    """

    def __init__(self, places: set[str]) -> None:
        super().__init__()
        self.places = places
        self.waiting: dict[str, list[Entity]] = {}

    def wait(self, entity: Entity) -> None:
        """Have an entity taken up later."""
        for name in filter(None, (entity.name_ar, entity.name_en, *entity.aliases)):
            for first in variants(_FIRST.split(name, maxsplit=1)[0], plural=entity.type == "organization"):
                waiting = self.waiting.setdefault(first[0], [])
                if not waiting or waiting[-1] is not entity:
                    waiting.append(entity)

    def take(self, rank: int, entity: Entity) -> None:
        """Put all names of an entity into the trie."""
        for entry in _entries(rank, entity, self.places):
            add(self, entry, plural=entity.type in ("group", "organization"))

    def get(self, part: str, default: Any = None) -> Any:
        """The names that go on after a first part."""
        for entity in self.waiting.pop(part, ()):
            self.take(1, entity)
        return super().get(part, default)


def lexicon(curated: Iterable[Entity], listed: Iterable[Entity]) -> Trie:
    """The trie of all names of curated and listed entities; the same whatever their order."""
    curated, listed = (sorted(some, key=lambda entity: entity.id) for some in (curated, listed))
    trie = Lazy({fold(name) for e in (*curated, *listed) if e.type == "place" for name in _plain(e)})
    for entity in curated:
        trie.take(0, entity)
    for entity in listed:
        if entity.inflect:
            trie.take(1, entity)
        else:
            trie.wait(entity)
    for phrase in lines("not_names.txt"):
        add(trie, Entry(0, False, "", "place", phrase, rule=NO_NAME))
    return trie


def _entries(rank: int, entity: Entity, places: set[str]) -> Iterator[Entry]:
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
            yield Entry(rank, index > 0, entity.id, entity.type, form, guard, context, rule=rule)


def _plain(entity: Entity) -> list[str]:
    """The names of an entity that are no other words."""
    return [name for name in (entity.name_ar, *entity.aliases) if name not in entity.ambiguous]


def _spellings(entity: Entity, name: str) -> tuple[str, ...]:
    """The forms of a name that are looked for."""
    if not entity.inflect or name == entity.name_en:
        return (name,)
    return forms(name, broken=name != entity.name_ar and not name.endswith("ي"))
