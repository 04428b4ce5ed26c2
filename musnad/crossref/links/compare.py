"""Two claims side by side: what they share, who speaks, when."""

from __future__ import annotations

from typing import Literal

from musnad.crossref.links.claims import Side

Voices = Literal["same", "body", "state", "country", "open", "other"]
_EVENT = 3  # terms that articles of one event share at least, of those they are known by
_FULL = 12.0  # weight of shared terms from which on containment counts whole
_TOPIC = 0.5  # what a term is worth that an article keeps coming back to: it tells the event, not what is said


class Pair:
    """Two claims of different articles, `a` the earlier in reading order, and how they compare.

    `shared` are the terms both have, `weight` what they weigh; `covers` is that in the weight of each claim's
    own terms, `contained` in the lighter one's, `overlap` in that of all terms of both (0 to 1). `alike` is `contained`, less where little
    is shared. `event` is how many of the terms that the articles are known by they share.
    """

    __slots__ = ("a", "alike", "b", "contained", "covers", "days", "event", "overlap", "shared", "voices", "weight")

    def __init__(self, a: Side, b: Side) -> None:
        self.a, self.b = a, b
        topic = a.about | b.about
        self.event = len(a.about & b.about)
        self.shared = [term for term in a.terms if term in b.terms]
        least_of = {term: min(a.terms[term], b.terms[term]) for term in self.shared}
        one, other, self.weight = (
            sum(side[term] * (_TOPIC if term in topic else 1.0) for term in terms)
            for side, terms in ((a.terms, a.terms), (b.terms, b.terms), (least_of, self.shared))
        )
        least, either = min(one, other), one + other - self.weight
        self.covers = (self.weight / one if one else 0.0, self.weight / other if other else 0.0)
        self.contained = self.weight / least if least else 0.0
        self.overlap = self.weight / either if either else 0.0
        self.alike = self.contained * min(1.0, self.weight / _FULL)
        self.voices = voices(a, b)
        self.days = (b.date - a.date).days if a.date and b.date else None


def voices(a: Side, b: Side) -> Voices:
    """How two speakers stand to each other.

    The same; of one body; a country and one who speaks for it; of one country; unknown; different.
    """
    one, other = a.slots, b.slots
    if one.speaker and one.speaker == other.speaker:
        return "same"
    if not (a.is_state or b.is_state) and _one_name(a, b):
        return "same"
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
    return bool(shorter) and shorter <= longer and len(a.about & b.about) >= _EVENT
