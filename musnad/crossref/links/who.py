"""What the archive's entities tell of the words and speakers of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import tokenize
from musnad.crossref.links.terms import NAME, lines, weight
from musnad.model import Entity

_COMMON = 1.2  # what weighs less says nothing: في, كان, يوم
_NUMBER = 5.0
_NAME = 5.0  # of a name that no entity is known for
_NAME_AT_MOST = 5.5


@cache
def _kin() -> tuple[Mapping[str, str], Mapping[str, float]]:
    """The head of the row each lemma stands in, and what the row weighs: as much as its commonest word."""
    rows = [[lemma(word) for word in cells[0].split()] for cells in lines("kin.tsv")]
    rows += [cells[0].split() for cells in lines("families.tsv")]
    heads = {word: row[0] for row in rows for word in row}
    return heads, {row[0]: min(map(weight, row)) for row in rows}


class Who:
    """What the archive's entities tell: what a name weighs, which country a body or people belongs to."""

    def __init__(
        self, entities: Iterable[Entity], bodies: Mapping[str, str], officials: Mapping[str, str]
    ) -> None:
        """`bodies` are the names of organizations by id, for those that no entity is given of; `officials`
        the ids of the countries or peoples that people hold an office of.
        """
        self._officials = officials
        self._entities: dict[str, Entity] = {entity.id: entity for entity in entities}
        for id_, name in bodies.items():
            self._entities.setdefault(id_, Entity(id=id_, type="organization", name_ar=name))
        self._weights: dict[str, float] = {}
        self._countries: dict[str, str | None] = {}
        self._peoples = {
            lemma(word): entity.country
            for entity in self._entities.values()
            if entity.type == "group" and entity.country
            for word in (entity.name_ar, *entity.aliases)
            if " " not in word
        }

    def term(self, term: str) -> str:
        """A term by its class: a people's name as its country, a word as the head of its family."""
        if term.startswith(NAME):
            entity = self._entities.get(term[1:])
            return NAME + entity.country if entity and entity.type == "group" and entity.country else term
        return _kin()[0].get(term, term)

    def weight(self, term: str) -> float:
        """What a term of `term()` tells."""
        found = self._weights.get(term)
        if found is None:
            found = self._weights[term] = self._weigh(term)
        return found

    def _weigh(self, term: str) -> float:
        if term.startswith(NAME):
            entity = self._entities.get(term[1:])
            if entity is None:
                return _NAME
            return min(
                _NAME_AT_MOST, max((weight(lemma(word)) for word in entity.name_ar.split()), default=_NAME)
            )
        if term.isdigit():
            return _NUMBER
        told = _kin()[1].get(term)
        told = weight(term) if told is None else told
        return told if told >= _COMMON else 0.0

    def country(self, id_: str) -> str | None:
        """The country that a body, people or capital belongs to; a country's own id for itself."""
        if id_ not in self._countries:
            self._countries[id_] = self._country(id_)
        return self._countries[id_]

    def wholes(self, term: str) -> Iterator[str]:
        """A name and what its place is part of: the town, its province, its country."""
        seen: set[str] = set()
        id_: str | None = term.removeprefix(NAME)
        while id_ and id_ not in seen:
            seen.add(id_)
            yield NAME + id_
            entity = self._entities.get(id_)
            id_ = entity.part_of if entity else None

    def side(self, term: str) -> str:
        """Whose side a name is on: its country, or the name itself."""
        id_ = term.removeprefix(NAME)
        return self.country(id_) or id_

    def is_place(self, id_: str) -> bool:
        """Whether an id is a place's: as a speaker a country, or a capital for its government."""
        entity = self._entities.get(id_)
        return entity is not None and entity.type == "place"

    def _country(self, id_: str) -> str | None:
        if id_ in self._officials:
            return self.country(self._officials[id_])
        entity = self._entities.get(id_)
        if entity is None or entity.type in ("person", "event"):
            return None
        if entity.country:
            return entity.country
        if entity.type == "place":
            return entity.part_of or id_
        if entity.part_of:
            return self.country(entity.part_of)
        words = [lemma(token.text) for token in tokenize(entity.name_ar) if token.kind == "word"]
        return next((country for word in words if (country := self._peoples.get(word))), None)
