"""Where places are that no record tells of: small places, and what is named after a known one.

A village shares its name with others. It is the one whose country the articles that name it speak of; where
they speak of none that has such a place, or of several, it is on no map. What bears a known place's name
after a word of `data/sites.txt` («مطار الحديدة») is a part of that place and where it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources

from msgspec.structs import replace

from musnad.arabic.fold import fold
from musnad.model import Annotations, Entity

Atlas = Mapping[str, tuple[Entity, ...]]  # an id made from a name -> the small places that it may be


def placed(
    entities: Mapping[str, Entity], found: Mapping[str, Annotations], known: Iterable[Entity], atlas: Atlas
) -> dict[str, Entity]:
    """The entities, those of unsure place with where they are, as far as the articles tell.

    `known` are all entities that are known elsewhere, the better known first.
    """
    unsure = {
        id_: entity
        for id_, entity in entities.items()
        if entity.type == "place" and (id_ in atlas or (id_.startswith("n-") and entity.latitude is None))
    }
    near = _near(unsure, entities, found)
    made = {
        id_: _small(entity, atlas[id_], near[id_]) if id_ in atlas else entity
        for id_, entity in unsure.items()
    }
    named: dict[str, Entity] = {}
    for place in (*known, *made.values()):
        if place.type == "place" and place.latitude is not None and place.part_of:
            for name in (place.name_ar, *place.aliases):
                named.setdefault(fold(name), made.get(place.id, place))
    sites = {id_: _namesake(entity, named, near[id_]) for id_, entity in made.items()}
    wholes = {place.id: place for place in sites.values() if place}
    sited = {id_: _within(made[id_], place) for id_, place in sites.items() if place}
    return dict(sorted({**wholes, **entities, **made, **sited}.items()))


def _near(
    ids: Collection[str], entities: Mapping[str, Entity], found: Mapping[str, Annotations]
) -> dict[str, set[str]]:
    """For each of some entities what the articles that name it name beside it, and the wholes of that."""
    near: dict[str, set[str]] = defaultdict(set)
    for own in found.values():
        named = {id_ for mention in own.mentions if (id_ := mention.entity) and id_ in entities}
        here = named.intersection(ids)
        if here:
            beside = {whole for id_ in named - here for whole in _wholes(id_, entities)}
            for id_ in here:
                near[id_] |= beside
    return near


def _wholes(id_: str, entities: Mapping[str, Entity]) -> set[str]:
    """An entity and all that it belongs to."""
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        at = waiting.pop()
        if at in entities and at not in found:
            found.add(at)
            waiting += [whole for whole in (entities[at].country, entities[at].part_of) if whole]
    return found


def _small(entity: Entity, places: Iterable[Entity], near: Collection[str]) -> Entity:
    """A place as the one of its name whose country the articles speak of, without position where none is."""
    fits = [place for place in places if place.part_of in near]
    if len(fits) != 1:
        return replace(entity, name_en=None, part_of=None, geonames=None, latitude=None, longitude=None)
    told = {key: getattr(fits[0], key) for key in ("name_en", "part_of", "geonames", "latitude", "longitude")}
    return replace(entity, **told)


def _namesake(site: Entity, named: Mapping[str, Entity], near: Collection[str]) -> Entity | None:
    """The place of known position that a site without one is named after, if it is near."""
    first, _, rest = site.name_ar.partition(" ")
    while rest and site.latitude is None and fold(first) in _sites():
        place = named.get(fold(rest))
        if place and place.id != site.id and (place.id in near or place.part_of in near):
            return place
        rest = rest.rpartition(" ")[0]  # «مطار القاهرة الدولي»
    return None


def _within(site: Entity, place: Entity) -> Entity:
    return replace(site, part_of=place.id, latitude=place.latitude, longitude=place.longitude)


@cache
def _sites() -> frozenset[str]:
    text = resources.files("musnad.crossref").joinpath("data/sites.txt").read_text("utf-8")
    return frozenset(fold(word) for word in text.splitlines() if word and not word.startswith("#"))
