"""Who is who: authority records, and the entities that the annotators know or make."""

from __future__ import annotations

from typing import Literal

from musnad.model.annotations import NameType
from musnad.model.value import Value


class Title(Value, frozen=True):
    """A title somebody holds: «الرئيس الأميركي», during an EDTF interval or for an unknown time."""

    name: str
    during: str | None = None


class Entity(Value, frozen=True):
    """An authority record: who or what a name refers to. The id of one made from a name begins with «n-».

    `role` says what the entity is to a report, where it is a source of reports: agency, outlet, platform.
    `country` is the place a nationality (type group) belongs to. `inflect` lets an adjective be met in
    every gender, number and case («سوري» as «السورية», «سوريين»). `ambiguous` are those of its names that
    are common words too («الدولة»), taken only after a class word («منطقة») or one of the words `context`.
    """

    id: str
    type: NameType
    name_ar: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    role: Literal["agency", "outlet", "platform"] | None = None
    country: str | None = None
    part_of: str | None = None
    inflect: bool = False
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    note: str | None = None
