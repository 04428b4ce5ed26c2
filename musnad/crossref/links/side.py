"""A claim made ready to be compared: its terms weighed, whom its speaker speaks for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from musnad.arabic.fold import fold
from musnad.crossref.counts import subject
from musnad.crossref.links.shares import Shares, bucket
from musnad.crossref.links.slots import Reading, Slots
from musnad.crossref.links.terms import NAME
from musnad.crossref.links.who import Who

_TOPIC = (
    0.5  # what a term is worth that its article keeps coming back to: it tells the event, not what is said
)
_ASIDE = 0.5  # what a term is worth that only says which event is spoken of
_UNDATED = datetime.date.max.toordinal()
_TOLD = 6  # terms at a content's beginning, where it names whose words it tells
_LETTERS = str.maketrans("غجقثصضظذطپڤ", "كككسسدززتبف", "اويىةهءئؤ")


def skeleton(name: str) -> frozenset[str]:
    """What stays of a name's words however they are spelled: «سيغيف» and «سيجيف» are both سكف."""
    words = (fold(word).removeprefix("ال").translate(_LETTERS) for word in name.split())
    return frozenset(word for word in words if len(word) > 1)


class Side:
    """A claim as the rules compare it.

    `terms` are the content's, each with its weight; `words` the text's own for each, `told` its first terms.
    `names` are ids among them, `local` those that are no country's, `places` those of these that are places,
    `around` these and what their places are part of, `named` their countries; `about` the terms its article
    is known by. `countries` are those the speaker speaks for. `keys` are what it may be related by to a claim
    that shares none of its words. Days are ordinals.
    """

    __slots__ = (
        "about", "act", "acts", "around", "article", "blamed", "camp", "countries", "date", "denied",
        "is_named", "is_state", "keys", "local", "named", "names", "numbers", "places", "published", "role",
        "skeleton", "slots", "states_blamed", "terms", "told", "total", "words",
    )  # fmt: skip

    def __init__(
        self, reading: Reading, slots: Slots, about: frozenset[str], who: Who, shares: Shares
    ) -> None:
        self.article = reading.article
        self.published = _day(reading.day) or _UNDATED
        self.date = _day(slots.day)
        self.about = about
        self.slots = slots
        given = slots.terms.split()
        self.words: dict[str, str] = {}
        for term, said in zip(given, slots.words.split("\n") if given else (), strict=True):
            known = who.term(term)
            if who.weight(known):
                self.words.setdefault(known, said)
        when = bucket(reading.day)
        asides = set(map(who.term, slots.asides))
        self.terms = {
            term: shares.weight(term, when)
            * (_TOPIC if term in about else 1.0)
            * (_ASIDE if term in asides else 1.0)
            for term in self.words
        }
        self.total = sum(self.terms.values())
        self.names = frozenset(term for term in self.terms if term.startswith(NAME))
        self.local = frozenset(name for name in self.names if who.country(name[1:]) != name[1:])
        self.places = frozenset(name for name in self.local if who.is_place(name[1:]))
        self.around = frozenset(whole for name in self.names for whole in who.wholes(name))
        self.named = frozenset(c for name in self.names if (c := who.country(name[1:])))
        self.numbers = frozenset(term for term in given if term.isdigit())
        self.camp = frozenset(slots.camp)
        self.countries = frozenset(c for id_ in slots.camp if (c := who.country(id_)))
        self.blamed = frozenset(who.side(term) for term in slots.blamed if term.startswith(NAME))
        self.denied = frozenset(map(who.term, slots.denied))
        accused = {who.term(term) for term in slots.blamed}
        self.states_blamed = frozenset(id_ for id_ in self.blamed if NAME + id_ in accused)
        self.act = frozenset(who.term(term) for term in slots.blamed if not term.startswith(NAME))
        self.acts = frozenset(who.term(term) for term in slots.acts)
        self.is_named = slots.speaker.startswith(NAME)
        self.skeleton = skeleton(slots.name) if self.is_named else frozenset()
        self.role = frozenset(slots.role)
        self.told = frozenset(list(self.terms)[:_TOLD])
        self.is_state = self.is_named and who.is_place(slots.speaker.removeprefix(NAME))
        self.keys = frozenset(_keys(self))


def _day(value: str) -> int | None:
    return datetime.date.fromisoformat(value).toordinal() if value else None


def _keys(side: Side) -> Iterator[str]:
    """What a claim may be related by to one that shares none of its words."""
    slots = side.slots
    yield from (f"state {state.kind}" for state in slots.states)
    yield from (f"figure {subject(figure.counted)}" for figure in slots.figures)
    yield from (f"blame {who}" for who in side.blamed)
    if slots.modality == "accuse" or (slots.modality == "deny" and slots.rejects):
        yield "charge"
    if slots.rejects or (slots.modality == "deny" and side.acts):
        yield from (f"blame {country}" for country in side.countries - side.blamed)
