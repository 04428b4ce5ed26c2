"""What may be meant by the beginning of a name or word: entities and words, most often met first.

An entity is found by each of its names, in every script, from each of a name's words on, with its article and
without. Where very many
begin alike, the best of them are told under that beginning with «!» after it; rows are in the order of their
keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from typing import NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.model import Archive, Entity
from musnad.search.lists import Item
from musnad.search.numbers import rounded
from musnad.search.words import Written, parted

MANY = 32  # completions of a beginning beyond which the best are told
BEST = 8  # of each kind: entities, words
LARGE = 1000  # articles
_KINDS = {"person": "p", "organization": "o", "place": "l", "group": "g", "event": "e"}
_LONGEST = 40  # letters of a key


class Completion(NamedTuple):
    """An entity or word (kind «w», without id and English name) and how many articles have it."""

    kind: str
    articles: int
    id: str
    name: str
    english: str

    @property
    def rank(self) -> tuple[int, str, str]:
        """What comes first among completions of one kind."""
        return -self.articles, self.name, self.id

    def __str__(self) -> str:
        """As a row has it."""
        return "=".join((self.kind, str(self.articles), self.id, self.name, self.english)).rstrip("=")


def rows(archive: Archive, words: Iterable[Written]) -> Iterator[Item]:
    """The list: beginning -> what it may be; in a large archive not what hardly any article has."""
    large = len(archive.annotations) >= LARGE
    entities = _entities(archive, 1 + large)
    keyed = sorted({*entities, *((word.form, _word(word)) for word in words if word.level >= 3 * large)})
    tops = {f"{begins}!": "|".join(map(str, best)) for begins, best in _tops(keyed, 0)}
    leaves: dict[str, list[str]] = {}
    for key, one in keyed:
        leaves.setdefault(key, []).append(str(one))
    told = {**{key: "|".join(some) for key, some in leaves.items()}, **tops}
    return (Item(key, told[key]) for key in sorted(told))


def best(completions: Iterable[Completion]) -> list[Completion]:
    """The best of them, entities first; each once."""
    some = set(completions)
    entities = nsmallest(BEST, (one for one in some if one.kind != "w"), key=lambda one: one.rank)
    return [*entities, *nsmallest(BEST, (one for one in some if one.kind == "w"), key=lambda one: one.rank)]


def _tops(keyed: Sequence[tuple[str, Completion]], length: int) -> Iterator[tuple[str, list[Completion]]]:
    """The beginnings, with so many letters or more, that very many have, and the best of them."""
    longer = (row for row in keyed if len(row[0]) > length)
    for begins, group in groupby(longer, key=lambda row: row[0][: length + 1]):
        some = list(group)
        if len(some) > MANY:
            yield begins, best(one for _, one in some)
            yield from _tops(some, length + 1)


def _entities(archive: Archive, least: int) -> Iterator[tuple[str, Completion]]:
    having: Counter[str] = Counter()
    for found in archive.annotations.values():
        having.update({mention.entity for mention in found.mentions if mention.entity})
    for id_, articles in having.items():
        entity = archive.entities.get(id_)
        if entity and entity.type in _KINDS and articles >= least:
            name, english = (_plain(one or "") for one in (entity.name_ar, entity.name_en))
            one = Completion(_KINDS[entity.type], rounded(articles), id_, name, english)
            yield from ((key, one) for key in _keys(entity))


def _keys(entity: Entity) -> set[str]:
    names = filter(None, (entity.name_ar, entity.name_en, *entity.aliases))
    forms = ([form for form, _, _ in analyze(name)] for name in names)
    ends = {" ".join(words[at:]) for words in forms for at in range(len(words))}
    return {end[:_LONGEST] for end in (*ends, *(parted(end)[1] for end in ends)) if len(end) > 1}


def _word(word: Written) -> Completion:
    return Completion("w", 1 << word.level, "", word.written, "")


def _plain(name: str) -> str:
    """A name without the signs of rows."""
    return " ".join(name.replace("=", " ").replace("|", " ").split())
