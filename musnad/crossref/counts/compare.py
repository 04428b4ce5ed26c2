"""Whether two figures count one thing in one place and time."""

from __future__ import annotations

import datetime

from musnad.crossref.counts.values import Counted

TOLLS = frozenset(
    ("killed", "wounded", "arrested", "captured", "surrendered", "missing", "displaced", "dead")
)
PEOPLE = TOLLS | {"people", "civilians", "children", "women", "fighters"}
_FATES = {"dead": "killed"}  # «12 جثة», «وفاة 12» and «12 قتيلا» are one toll
_BEFORE = 1  # days that what is told without a date may lie before the telling
_TOLD = 3  # the same of a toll that is told anew
_GATHERED = 7  # days between the tellings of sums over the same time
_LONG = 14  # days from which on two spans of time are one only where they are nearly the same
_TOLL, _OTHER = 1, 3  # words near two figures that both need to share, names aside
_UNPLACED = 1  # as many more where a text names the place elsewhere only
_SHARE = 0.5  # of the words near the figure that has fewer, what others than tolls need to share
_SIZES = 10  # times that a figure may be another of the same thing
_APART = 2  # as many more where the text names different places, of which one lies in the other


def same_thing(a: Counted, b: Counted) -> bool:
    """Whether two figures count the same, by class, noun, qualifiers, role, place, time and words around.

    Symmetric. Strict: of a thing and a part of it («70 قتيلا», «12 طفلا قتلوا») it says no.
    """
    return (
        a.role == b.role
        and a.role in ("total", "sum", "part")
        and same_kind(a, b)
        and a.of == b.of
        and same_place(a, b)
        and same_time(a, b)
        and _alike(a, b)
        and alike_in_size(a, b)
    )


def subject(one: Counted) -> str:
    """What a figure counts, as one word that figures of one thing share: a toll's class, else its noun."""
    if one.kind in TOLLS:
        return "#" + _FATES.get(one.kind, one.kind)
    return f"#{one.kind}" if one.kind == "percent" else one.noun


def same_kind(a: Counted, b: Counted) -> bool:
    """Whether two figures count things of one class and name, their qualifiers aside."""
    return bool(subject(a)) and subject(a) == subject(b)


def same_place(a: Counted, b: Counted) -> bool:
    """Whether the place that governs one figure is among those of the other; yes where a text names none."""
    if not a.places or not b.places:
        return True
    return a.places[0] in b.places or b.places[0] in a.places


def same_time(a: Counted, b: Counted) -> bool:
    """Whether what two figures count may be of one time; no where one has no date."""
    when_a, when_b = _span(a), _span(b)
    if when_a is None or when_b is None:
        return False
    long_a, long_b = (end - start > _LONG for start, end in (when_a, when_b))
    shared = min(when_a[1], when_b[1]) - max(when_a[0], when_b[0])
    if long_a or long_b:
        return 2 * shared > max(when_a[1] - when_a[0], when_b[1] - when_b[0])
    return shared >= 0


def rises(earlier: Counted, later: Counted) -> bool:
    """Whether one toll follows on another: of one thing, told on a later day, and higher."""
    return (
        later.kind in TOLLS
        and earlier.told is not None
        and later.told is not None
        and earlier.told < later.told
        and (later.low or 0) > (earlier.high if earlier.high is not None else earlier.low or 0)
    )


def _span(one: Counted) -> tuple[int, int] | None:
    """The days a figure is of, as ordinals; an open interval ends when it was told."""
    if one.first is None or one.last_day is None:
        return None
    told = _day(one.told) if one.told else None
    first, last = _day(one.first), _day(one.last_day)
    if told is not None and last >= datetime.date.max.toordinal():
        last = max(told, first)
    if not one.dated:
        first -= _GATHERED if one.role == "sum" else _TOLD if one.toll else _BEFORE
    return first, last


def _day(value: str) -> int:
    return datetime.date.fromisoformat(value).toordinal()


def _alike(a: Counted, b: Counted) -> bool:
    """Whether what stands around two figures is about the same; less is asked of tolls than of others."""
    names = {*a.places, *b.places, *a.of, *b.of}
    told_a, told_b = set(a.words) - names, set(b.words) - names
    fewer = min(len(told_a), len(told_b))
    needed: float = _TOLL if a.kind in TOLLS else max(_OTHER, _SHARE * fewer)
    if not (a.placed and b.placed):
        needed += _UNPLACED
    elif a.places[0] != b.places[0]:
        needed += _APART
    return len(told_a & told_b) >= min(needed, max(1, fewer))


def alike_in_size(a: Counted, b: Counted) -> bool:
    """Whether two figures can be of one thing by their size: a day's toll is no war's."""
    return all(
        one.high is None or other.low is None or other.low <= _SIZES * one.high
        for one, other in ((a, b), (b, a))
    )
