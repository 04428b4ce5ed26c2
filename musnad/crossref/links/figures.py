"""Rules for what claims count: numbers of one thing that agree, disagree or have risen."""

from __future__ import annotations

from musnad.arabic.fold import fold
from musnad.crossref.counts import (
    TOLLS,
    Counted,
    alike_in_size,
    disagree,
    rises,
    same_kind,
    same_place,
    same_thing,
    same_time,
)
from musnad.crossref.links.compare import EVENT, Pair
from musnad.crossref.links.verdicts import CLOSE, NO_FACT, Verdict
from musnad.model import Reason

_ALIKE = 0.3  # overlap of contents that tell of one toll
_NEAREST = 9  # terms that articles share, whose tolls need not be told of one place by name
_RARE = 13  # from here on a number is no chance
_VAGUE = ("عشرات", "ميات", "الاف")
_OTHERS = "اخر"  # «ستة آخرين» are a part of a number that is not told


def figures(pair: Pair) -> Verdict | None:
    """Two numbers of one thing that disagree: a later toll, or a contradiction."""
    if pair.event < EVENT:
        return None
    for one in pair.a.slots.figures:
        for other in pair.b.slots.figures:
            if _OTHERS in fold(one.words) or _OTHERS in fold(other.words):
                continue
            if same_thing(one.counted, other.counted) and disagree(one.counted, other.counted):
                if rises(one.counted, other.counted):
                    return Verdict("updates", Reason("later-figure", (other.words, one.words)), turned=True)
                if rises(other.counted, one.counted):
                    return Verdict("updates", Reason("later-figure", (one.words, other.words)))
                apart = _apart(one.counted, other.counted) or pair.a.numbers & pair.b.numbers
                if one.counted.kind in TOLLS and not apart:
                    return Verdict("contradicts", Reason("other-figure", (one.words, other.words)))
    return None


def later_toll(pair: Pair) -> Verdict | None:
    """A toll of one event that has risen, where the words around the two say no more of what they count."""
    if pair.event < CLOSE or "expect" in (pair.a.slots.modality, pair.b.slots.modality):
        return None
    for one in pair.a.slots.figures:
        for other in pair.b.slots.figures:
            a, b = one.counted, other.counted
            vague = any(word in fold(one.words + other.words) for word in (_OTHERS, *_VAGUE))
            if vague or not _one_toll(pair, a, b):
                continue
            if rises(a, b):
                return Verdict("updates", Reason("later-figure", (other.words, one.words)), turned=True)
            if rises(b, a):
                return Verdict("updates", Reason("later-figure", (one.words, other.words)))
    return None


def same_figure(pair: Pair) -> Verdict | None:
    """One number of one thing."""
    if pair.event < EVENT or {pair.a.slots.modality, pair.b.slots.modality} & NO_FACT:
        return None
    for one in pair.a.slots.figures:
        for other in pair.b.slots.figures:
            a, b = one.counted, other.counted
            equal = a.low is not None and (a.low, a.high) == (b.low, b.high)
            if equal and (same_thing(a, b) or _telling(pair, a, b)):
                return Verdict("corroborates", Reason("same-figure", (one.words, other.words)))
    return None


def _apart(a: Counted, b: Counted) -> bool:
    """Whether two figures are of places of different names: the town's toll is not the province's."""
    return a.placed and b.placed and a.places[:1] != b.places[:1]


def _one_toll(pair: Pair, a: Counted, b: Counted) -> bool:
    """Whether two figures are whole tolls of one kind, place and time.

    In the closest events, or where the words agree, any place that both name will do: «كيبيك», «شرق كندا».
    """
    closest = pair.event >= _NEAREST
    near = pair.overlap >= _ALIKE or (closest and not (a.placed and b.placed))
    return (
        {a.role, b.role} <= {"total", "sum"}
        and a.kind in TOLLS
        and same_kind(a, b)
        and a.of == b.of
        and bool(a.places and b.places)
        and (a.places[0] == b.places[0] or (near and not set(a.places).isdisjoint(b.places)))
        and (same_time(a, b) or pair.overlap >= _ALIKE or (closest and not (a.dated or b.dated)))
        and alike_in_size(a, b)
    )


def _telling(pair: Pair, a: Counted, b: Counted) -> bool:
    """Whether a number told of one event on one day is rare enough to be of one thing."""
    return (
        pair.event >= CLOSE
        and abs(pair.days or 0) <= 1
        and (a.low or 0) >= _RARE
        and a.of == b.of
        and same_kind(a, b)
        and same_place(a, b)
    )
