"""The names to look for, as a trie over folded words, made once from the authority records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any, NamedTuple

from musnad.annotate.names_inflect import forms
from musnad.annotate.names_spelling import variants
from musnad.arabic.fold import fold
from musnad.arabic.tokens import tokenize
from musnad.model import Entity, NameType

END = ""


class Entry(NamedTuple):
    """A name in the trie and what it names. Of several that fit, the first in this order is taken."""

    rank: int  # 0 curated, 1 from the lists that come with the program
    alias: bool
    entity: str
    type: NameType
    name: str
    guarded: bool = False  # a common word too: needs a class word or one of `context` before it
    context: frozenset[str] = frozenset()
    since: int = 0  # offset in the text from which on an article's own alias is known
    rule: str = "authority"


Trie = dict[str, Any]


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


def lexicon(entities: Iterable[Entity]) -> Trie:
    """The trie of all names of all entities; the same whatever their order."""
    trie: Trie = {}
    entities = sorted(entities, key=lambda entity: entity.id)
    places = {fold(name) for e in entities if e.type == "place" for name in (e.name_ar, *e.aliases)}
    for entity in entities:
        guards = {fold(name) for name in entity.ambiguous}
        context = frozenset(fold(word) for word in entity.context)
        for index, name in enumerate(filter(None, (entity.name_ar, entity.name_en, *entity.aliases))):
            for form in spellings(entity, name):
                # «سوريا» is the country, not the accusative of «سوري»
                if form == name or not entity.inflect or fold(form) not in places:
                    entry = Entry(0, index > 0, entity.id, entity.type, form, fold(form) in guards, context)
                    add(trie, entry, plural=entity.type in ("group", "organization"))
    return trie


def spellings(entity: Entity, name: str) -> tuple[str, ...]:
    """The forms of a name that are looked for."""
    if not entity.inflect or name == entity.name_en:
        return (name,)
    return forms(name, broken=name != entity.name_ar and not name.endswith("ي"))
