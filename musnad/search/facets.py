"""Facets: what a search can be narrowed by, with how many of its documents have each value.

A document's values stand among its filters (Entry.filters), as «letter:value»: «S:mustafa_bali», «C:نفى»,
«m:deny». `data/query.toml` has the facets' names and letters; «k» (kind) and «y» (year and month) need no
list, since a document's number tells them. A value is the id of an authority
record, or a name with _ for its spaces.

outlet, agency   of the article and so of its statements; written of the article alone
speaker          of a statement
cue              of a statement: its words as the dictionary has them
modality         of a statement
entity           named in the text of the article, or in the statement's content or as its speaker

Several values of one facet widen a search, several facets narrow it; counts of a facet's values are of what
is found without that facet's own.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple
from zlib import crc32

from msgspec.structs import replace

from musnad.arabic import lexicon
from musnad.arabic.fold import fold
from musnad.model import Article, Entity, Value
from musnad.search.fields import Fields
from musnad.search.query import signs

WHOLE = ("O", "A")  # letters of those whose values every document of an article has
COUNTED = "OASCmE"  # letters of those counted from lists
_APART = re.compile(r"[\s_=|]+")

Chosen = Mapping[str, Collection[str]]  # name of a facet -> values of it, one of which a result must have


class Document(NamedTuple):
    """A document as facets have it: its month (YYYY-MM, or «»), whether it is a statement, its values."""

    month: str
    said: bool
    values: str


class Tally(Value, frozen=True):
    """A value of a facet, how many of the documents found have it, its names where it is an entity's."""

    value: str
    count: int
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The Arabic name."""
        return (self.names[0] if self.names else self.value).replace("_", " ")


def names() -> Mapping[str, str]:
    """The names of the facets, as an address has them, and their letters."""
    table: dict[str, str] = signs()["facets"]
    return table


def values(article: Article, fields: Fields) -> Iterator[list[str]]:
    """The values of each document; of the whole article's only with the article itself."""
    record, text, around = fields.record, fields.text, fields.around
    keys = [_value(key, one.names[0]) for key, one in zip(around.keys, around.named, strict=True)]
    yield [
        *(f"O:{joined(key)}" for key in (article.outlet, article.credit) if key),
        *(f"A:{joined(key)}" for key in article.agencies),
        *(f"E:{keys[at]}" for at in fields.inside(0)),
    ]
    for place, (said, cue) in enumerate(zip(record.statements, around.cues, strict=True), 1):
        found = [f"E:{keys[at]}" for at in fields.inside(place)]
        if said.speaker is not None:
            found.append(f"S:{keys[said.speaker]}")
            if around.named[said.speaker].stands:
                found.append(f"E:{keys[said.speaker]}")
        if cue:
            found.append(f"C:{_cue(tuple(text.terms[text.inside(cue)]))}")
        yield found


@lru_cache(maxsize=1 << 14)
def _cue(terms: tuple[str, ...]) -> str:
    return joined(" ".join(map(_written, terms)))


@lru_cache(maxsize=1 << 16)
def joined(name: str) -> str:
    """A name as a value: without spaces."""
    return _APART.sub("_", name).strip("_") or "_"


def counted(term: str) -> bool:
    """Whether a filter is a value of a facet."""
    return term[1:2] == ":" and term[0] in COUNTED


def known(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Entities by the values that stand for them."""
    return {_value(entity.id, entity.name_ar): entity for entity in entities}


def labels(term: str, entities: Mapping[str, Entity]) -> str:
    """The Arabic name of a value that is an entity's, and the English one, each joined; empty where the value
    itself is all there is. `entities` are `known`."""
    entity = entities.get(term[2:]) if counted(term) and term[0] != "C" else None
    if entity is None or (not entity.name_en and joined(entity.name_ar) == term[2:]):
        return ""
    return " ".join(joined(name) for name in (entity.name_ar, entity.name_en) if name)


def named(
    facets: Mapping[str, Iterable[Tally]], entities: Mapping[str, Entity]
) -> dict[str, tuple[Tally, ...]]:
    """Facets' values with their names; `entities` are `known`."""

    def with_names(letter: str, one: Tally) -> Tally:
        return replace(one, names=tuple(labels(f"{letter}:{one.value}", entities).split()))

    return {
        name: tuple(with_names(names()[name], one) for one in tallies) for name, tallies in facets.items()
    }


def _value(key: str, name: str) -> str:
    """What stands for somebody: the id of a record; a name where there is none."""
    return joined(name if key.startswith("n-") else key)


@cache
def _particles() -> Mapping[str, str]:
    table = tomllib.loads(resources.files("musnad.search").joinpath("data/facets.toml").read_text("utf-8"))
    return {fold(word): word for word in table["particles"]}


def _written(term: str) -> str:
    return _particles().get(term) or lexicon.written().get(term, term)


def passing(documents: Sequence[Document], chosen: Chosen, but: str = "") -> list[bool]:
    """Which documents have a value of each facet that is chosen from, apart from the facet `but`."""
    wanted = [(names()[name], tuple(some)) for name, some in chosen.items() if some and name != but]
    return [all(_has(one, letter, some) for letter, some in wanted) for one in documents]


def order(term: str, total: int) -> tuple[int, int, str]:
    """What comes first of values that as many of the documents found have, by how many have it in `total`.

    Totals count by their power of two, and what is alike in this is drawn: so one more article alters little.
    """
    return -total.bit_length(), crc32(term.encode()), term


def tallied(
    name: str, documents: Iterable[Document], most: int, total: Callable[[str], int]
) -> tuple[Tally, ...]:
    """The values of a facet that most of the documents have; of equals see `order`.

    `total` tells how many documents of the archive have a filter.
    """
    letter = names()[name]
    count: Counter[str] = Counter(value for one in documents for value in _had(one, letter))
    if not count:
        return ()
    least = sorted(count.values(), reverse=True)[:most][-1]
    listed = letter in COUNTED
    ordered = sorted(
        (-number, order(f"{letter}:{value}", total(f"{letter}:{value}")) if listed else (), value)
        for value, number in count.items()
        if number >= least
    )
    return tuple(Tally(value, -number) for number, _, value in ordered[:most])


def _had(document: Document, letter: str) -> Iterator[str]:
    if letter == "k":
        yield "statement" if document.said else "article"
    elif letter == "y":
        yield from filter(None, (document.month,))
    else:
        start = f"{letter}:"
        yield from (one[2:] for one in document.values.split(" ") if one.startswith(start))


def _has(document: Document, letter: str, some: tuple[str, ...]) -> bool:
    if letter == "y":
        return document.month.startswith(some)
    return not set(some).isdisjoint(_had(document, letter))
