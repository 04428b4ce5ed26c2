"""Two claims side by side: what they share, who speaks, when."""

from __future__ import annotations

from typing import Literal

from musnad.crossref.links.side import Side

Voices = Literal["same", "body", "state", "relayed", "country", "open", "other"]
EVENT = 3  # terms that articles of one event share at least, of those they are known by
_FULL = 12.0  # weight of shared terms from which on containment counts whole


class Pair:
    """Two claims of different articles, `a` the earlier in reading order, and how they compare.

    `shared` are the terms both have, `weight` what they weigh; `covers` is that in the weight of each claim's
    own terms, `contained` in the lighter one's, `overlap` in that of all terms of both (0 to 1). `alike` is
    `contained`, less where little is shared. `event` is how many of the terms that the articles are known by
    they share; `days` how many days later `b` was said, None where one has no day.
    """

    __slots__ = (
        "a",
        "alike",
        "b",
        "contained",
        "covers",
        "days",
        "event",
        "overlap",
        "shared",
        "voices",
        "weight",
    )

    def __init__(self, a: Side, b: Side) -> None:
        self.a, self.b = a, b
        one, other = a.terms, b.terms
        if len(one) > len(other):
            one, other = other, one
        self.shared = [term for term in one if term in other]
        self.weight = sum([one[term] + other[term] for term in self.shared]) / 2
        least, either = min(a.total, b.total), a.total + b.total - self.weight
        self.covers = (self.weight / a.total if a.total else 0.0, self.weight / b.total if b.total else 0.0)
        self.contained = self.weight / least if least else 0.0
        self.overlap = self.weight / either if either else 0.0
        self.event = len(a.about & b.about)
        self.alike = self.contained * min(1.0, self.weight / _FULL)
        self.voices = voices(a, b)
        self.days = b.date - a.date if a.date and b.date else None


def run(pair: Pair) -> tuple[int, float]:
    """How many terms in a row agree at most, and what they weigh."""
    places = {term: place for place, term in enumerate(pair.b.terms)}
    number, told, last, most = 0, 0.0, -1, (0, 0.0)
    for term, weight in pair.a.terms.items():
        place = places.get(term)
        goes_on = place is not None and number > 0 and place == last + 1
        number, told = (number + 1, told + weight) if goes_on else (int(place is not None), weight)
        last = -1 if place is None else place
        if number and told > most[1]:
            most = number, told
    return most


def voices(a: Side, b: Side) -> Voices:
    """How two speakers stand to each other.

    The same; one tells what the other said; of one body; a country and one who speaks for it; of one country;
    unknown; different.
    """
    one, other = a.slots, b.slots
    if one.speaker and one.speaker == other.speaker:
        return "same"
    if not (a.is_state or b.is_state) and _one_name(a, b):
        return "same"
    if _one_role(a, b) or _one_role(b, a):
        return "same"
    if a.is_state and b.is_state and a.countries & b.countries:
        return "same"
    if (one.person and one.speaker in b.told) or (other.person and other.speaker in a.told):
        return "relayed"
    if one.person and other.person:
        return "other"
    if one.modality == other.modality == "ask":
        return "same"
    if a.camp & b.camp - a.countries:
        return "body"
    if a.countries & b.countries:
        return "state" if a.is_state or b.is_state else "country"
    if not a.camp or not b.camp:
        return "open"
    return "other"


def _one_name(a: Side, b: Side) -> bool:
    """Whether one name has all the words of the other: «عباس» and «محمود عباس»."""
    shorter, longer = sorted((a.skeleton, b.skeleton), key=len)
    return bool(shorter) and shorter <= longer and len(a.about & b.about) >= EVENT


def _one_role(named: Side, other: Side) -> bool:
    """Whether one who is called by his role alone is somebody with that role and a name."""
    return (
        named.slots.person
        and bool(other.slots.speaker)
        and not other.is_named
        and bool(other.role)
        and other.role <= named.role
        and bool(named.countries & other.countries)
    )
