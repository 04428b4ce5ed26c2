"""Measures: the figures that different articles give for one thing counted in one place and time.

The figures of an archive are put in buckets by what they count and where, each bucket in order of time, and
each figure is compared with those near it in its bucket only: the cost grows with the archive.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from musnad import ids
from musnad.crossref.counts import TOLLS, Counted, disagree, rises, same_kind, same_place, same_thing, subject
from musnad.model import Annotations, Count, Measure

_MEMBERS = 12  # figures of a group that a new one is compared with
_GROUPS = 40  # groups of a bucket, the latest first, that a figure may join
_KINDS = TOLLS | {"people", "civilians", "children", "women", "fighters", "vehicles", "weapons", "buildings"}
_TELLING = 11  # smaller numbers are often met
_DAYS = 7  # between two tellings of one number
_COMPARED = 100  # figures of a measure, the earliest first, of which each two are compared
_AGREED = 4  # how many shared words it weighs that figures agree
Key = tuple[object, ...]


def measures(
    readings: Iterable[Sequence[Counted]], annotations: Mapping[str, Annotations]
) -> tuple[Measure, ...]:
    """The measures of an archive, by place in time. `readings` are its articles' figures, in any order.

    A measure has figures of two articles at least; of figures that one article gives the same way, the first.
    """
    found = _Groups(one for reading in readings for one in reading)
    for one in found.ordered():
        found.add(one, annotations)
    made = (_measure(group, annotations) for group in found.groups)
    return tuple(sorted((m for m in made if m), key=lambda m: (m.time or "", m.id)))


class _Groups:
    """Figures found to be of one thing so far, each group a list."""

    def __init__(self, told: Iterable[Counted]) -> None:
        self.groups: list[list[Counted]] = []
        self._buckets: defaultdict[Key, list[list[Counted]]] = defaultdict(list)
        self._beside: defaultdict[Key, list[Counted]] = defaultdict(list)
        for one in told:
            if one.kind in _KINDS and one.role in ("total", "sum", "part"):
                self._beside[_beside(one)].append(one)

    def ordered(self) -> list[Counted]:
        """The figures that may be measured: those that bound a whole somewhere at some time, as told."""
        every = (one for figures in self._beside.values() for one in figures)
        measured = (one for one in every if one.role != "part" and one.places and one.first is not None)
        return sorted(measured, key=lambda one: (one.told or "", one.first or "", one.article, one.mention))

    def add(self, one: Counted, annotations: Mapping[str, Annotations]) -> None:
        """A figure is put with those it shares most words with, of the groups it fits; else alone."""
        keys = [(one.role, subject(one), one.of, place) for place in one.places]
        near = {id(group): group for key in keys for group in self._buckets[key][-_GROUPS:]}
        fits = [(self._fit(one, group, annotations), group) for group in near.values()]
        best, group = max(fits, key=lambda fit: fit[0], default=(0, []))
        if not best:
            group = []
            self.groups.append(group)
        group.append(one)
        for key in keys:
            if not any(group is each for each in self._buckets[key][-_GROUPS:]):
                self._buckets[key].append(group)

    def _fit(self, one: Counted, group: Sequence[Counted], annotations: Mapping[str, Annotations]) -> int:
        """How well a figure fits a group: by words shared, and by agreeing; 0 where it does not."""
        near = group[-_MEMBERS:]
        if 2 * sum(same_thing(one, each) or _repeats(one, each) for each in near) <= len(near):
            return 0
        if any(disagree(one, each) and self._are_two(one, each, annotations) for each in group):
            return 0
        agreed = sum(not disagree(one, each) for each in near)
        shared = max(len(set(one.words).intersection(each.words)) for each in near)
        return 1 + shared + (_AGREED if 2 * agreed > len(near) else 0)

    def _are_two(self, one: Counted, each: Counted, annotations: Mapping[str, Annotations]) -> bool:
        """Whether figures that disagree are of two things: one text gives both, by a voice or two places."""
        for a, b in ((one, each), (each, one)):
            claims = annotations[a.article].claims
            voice = claims[a.claim].speaker if a.claim is not None else None
            for other in self._beside[_beside(a)]:
                said = claims[other.claim].speaker if other.claim is not None else None
                apart = said == voice or (a.placed and other.placed and a.places[0] != other.places[0])
                if apart and disagree(a, other) and not disagree(other, b):
                    return True
        return False


def _repeats(a: Counted, b: Counted) -> bool:
    """Whether two figures tell the same telling number of the same, some days apart."""
    if a.low is None or a.low != a.high or (a.low, a.high) != (b.low, b.high) or a.low < _TELLING:
        return False
    if (a.kind, a.of, a.role) != (b.kind, b.of, b.role) or a.told is None or b.told is None:
        return False
    apart = datetime.date.fromisoformat(a.told) - datetime.date.fromisoformat(b.told)
    return abs(apart.days) <= _DAYS and same_kind(a, b) and same_place(a, b) and bool({*a.words} & {*b.words})


def _beside(one: Counted) -> Key:
    """What figures of one article that may be taken for each other share."""
    return one.article, subject(one), one.of


def _measure(members: Sequence[Counted], annotations: Mapping[str, Annotations]) -> Measure | None:
    kept: dict[tuple[object, ...], Counted] = {}
    for one in members:
        kept.setdefault((one.article, one.claim, one.low, one.high), one)
    figures = tuple(kept.values())
    if len({one.article for one in figures}) < 2 or all(map(_is_vague, figures)):
        return None
    first = figures[0]
    start = annotations[first.article].mentions[first.mention].start
    return Measure(
        id="m" + ids.of_words(first.article, str(start)),
        counted=first.kind,
        noun=_commonest(one.called for one in figures) or "" if first.of else "",
        place=_place(figures),
        time=_time(figures),
        counts=tuple(_count(one, annotations[one.article]) for one in figures),
        disagree=any(disagree(a, b) and not rises(a, b) for a, b in combinations(figures[:_COMPARED], 2)),
    )


def _count(one: Counted, own: Annotations) -> Count:
    return Count(
        article=one.article,
        mention=one.mention,
        last=one.last,
        claim=own.claims[one.claim].id if one.claim is not None else None,
        low=one.low,
        high=one.high,
        about=one.about,
    )


def _is_vague(one: Counted) -> bool:
    return one.about and one.high is None


def _commonest(values: Iterable[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _place(figures: Sequence[Counted]) -> str | None:
    """The place that most figures have, of several the one that governs them most."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for one in figures:
        for rank, place in enumerate(one.places):
            having[place].append(rank)
    return min(having, key=lambda place: (-len(having[place]), sum(having[place]), place), default=None)


def _time(figures: Sequence[Counted]) -> str | None:
    """When that was: the days that most texts give beside the figures, else the days they were told."""
    dated = Counter((one.first, one.last_day) for one in figures if one.dated and one.first and one.last_day)
    if 2 * dated.total() > len(figures):
        first, last = min(dated, key=lambda days: (-dated[days], str(days)))
    elif days := sorted(one.told for one in figures if one.told):
        first, last = days[0], days[-1]
    else:
        return None
    if last == datetime.date.max.isoformat():
        return f"{first}/.."
    return first if first == last else f"{first}/{last}"
