"""Titles stand for who held them when an article was written: «الرئيس الأميركي» in March 2019 is Trump."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from musnad import edtf
from musnad.annotate.knowledge import for_records, made_id
from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.gazetteer.joined import joined
from musnad.annotate.names.gazetteer.offices import phrases, terms
from musnad.annotate.names.resolve.spelling import words
from musnad.model import Entity

Held = dict[
    tuple[str, ...], list[tuple[str, str | None]]
]  # a title's words -> its holders' ids and times (EDTF)


def holder(title: str, date: str | None, entities: tuple[Entity, ...]) -> str | None:
    """The id of the one person who held a title at a date (EDTF), by the authority records, else the table.

    None where nobody is known to have held it, or more than one may have: on a day of handover, and in a
    month or year in which somebody's time began or ended on a day that is not known.
    """
    day = edtf.days(date) if date else None
    if day is None:
        return None
    for held in (_curated(entities), _listed(entities)):
        times = [
            (id_, during, span)
            for id_, during in held.get(words(title), ())
            if during and (span := edtf.days(during)) and span[0] <= day[1] and day[0] <= span[1]
        ]
        if times:
            found = {id_ for id_, _, _ in times}
            sure = any(_covers(during, span, day) for _, during, span in times)
            return found.pop() if sure and len(found) == 1 else None
    return None


def _covers(during: str, span: edtf.Days, day: edtf.Days) -> bool:
    """Whether a time lasted all of these days, whenever in its first and last month it began and ended."""
    start, slash, end = during.partition("/")
    first, last = (edtf.days(start), edtf.days(end)) if slash else (None, None)
    return (first[1] if first else span[0]) <= day[0] and day[1] <= (last[0] if last else span[1])


@for_records
def _curated(entities: tuple[Entity, ...]) -> Held:
    """The titles that authority records give to persons."""
    found: Held = defaultdict(list)
    for entity in joined(entities).records:
        for title in entity.titles:
            found[words(title.name)].append((entity.id, title.during))
    return dict(found)


@for_records
def _listed(entities: tuple[Entity, ...]) -> Held:
    """The titles of the table of offices; their holders under the ids of records that know them."""
    known = dict(zip((entity.id for entity in gazetteer()), joined(entities).listed, strict=True))
    found: Held = defaultdict(list)
    for term in terms():
        person = known[made_id(term.name, "person")].id
        for title in _titles(term.office, term.country):
            found[title].append((person, term.during))
    return dict(found)


@cache
def _titles(office: str, country: str) -> tuple[tuple[str, ...], ...]:
    """How the holder of a country's office is spoken of, as words."""
    named = _named()[country]
    filled = (
        phrase.format(adjective=adjective, country=name, of=_of(name))
        for phrase in phrases()[office]
        for name in (named.name_ar, *named.aliases)
        for adjective in (_nationality(named.id) if "{adjective}" in phrase else ("",))
    )
    return tuple(dict.fromkeys(words(title) for title in filled))


@cache
def _named() -> dict[str, Entity]:
    """The countries and bodies of the gazetteer by their names."""
    found: dict[str, Entity] = {}
    for entity in gazetteer():
        if entity.type in ("place", "organization"):
            for name in (entity.name_ar, *entity.aliases):
                found.setdefault(name, entity)
    return found


@cache
def _nationalities() -> dict[str, list[str]]:
    """The names of nationalities by the ids of their countries."""
    found: dict[str, list[str]] = defaultdict(list)
    for entity in gazetteer():
        if entity.type == "group" and entity.country:
            found[entity.country].append(entity.name_ar)
    return found


def _nationality(country: str) -> list[str]:
    """A country's nationality, definite, masculine and feminine."""
    bases = _nationalities().get(country, ())
    return [" ".join(f"ال{word}{ending}" for word in base.split()) for base in bases for ending in ("", "ة")]


def _of(name: str) -> str:
    """A name after ل: «للأمم المتحدة»."""
    return "لل" + name.removeprefix("ال") if name.startswith("ال") else "ل" + name
