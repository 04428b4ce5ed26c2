"""Figures of different articles put together that are of one thing in one place and time.

Figures are put in buckets by what they count and where, each bucket in order of time, and each figure is
compared with those near it in its bucket only: the cost grows with the archive.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from musnad.crossref.counts.compare import (
    PEOPLE,
    TOLLS,
    alike_in_size,
    rises,
    same_kind,
    same_place,
    same_thing,
    subject,
)
from musnad.crossref.counts.lexicon import row
from musnad.crossref.counts.ranges import disagree
from musnad.crossref.counts.values import Counted
from musnad.model import Annotations

_MEMBERS = 12  # figures of a group that a new one is compared with
_GROUPS = 40  # groups of a bucket, the latest first, that a figure or group may join
_KINDS = PEOPLE | {"vehicles", "weapons", "buildings"}
_TELLING = 11  # smaller numbers are often met
_DAYS = 7  # between two tellings of one number
_AGREED = 4  # how many shared words it weighs that figures agree
_WIDE = 3  # shared words near two figures that differ, where only a country holds them together
_GAP = 1  # days between the tellings of two groups that may be of one event
_OFTEN = 0.3  # of a group's figures have to name the kind of event

Key = tuple[object, ...]


class Clusters:
    """Figures found to be of one thing so far, each group a list.

    In `wide` places (countries) many things are counted in a day.
    """

    def __init__(self, told: Iterable[Counted], wide: Collection[str]) -> None:
        self._wide = wide
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
        return sorted(measured, key=_as_told)

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

    def join(self, annotations: Mapping[str, Annotations]) -> None:
        """Groups of tolls are joined that are of one kind of event in one place, told on days in a row."""
        waiting: defaultdict[Key, list[_Event]] = defaultdict(list)
        joined: list[list[Counted]] = []
        for group in self.groups:
            event = _Event(group)
            near = waiting[event.key][-_GROUPS:] if group[0].kind in TOLLS else []
            whole = next((each for each in reversed(near) if self._is_one(event, each, annotations)), None)
            if whole is None:
                waiting[event.key].append(event)
                joined.append(group)
            else:
                whole.take(group)
        self.groups = joined

    def _is_one(self, event: _Event, other: _Event, annotations: Mapping[str, Annotations]) -> bool:
        if not event.kinds & other.kinds or event.first > other.last + _GAP or event.is_of_another_day(other):
            return False
        pairs = ((a, b) for a in event.group[-_MEMBERS:] for b in other.group[-_MEMBERS:] if disagree(a, b))
        return not any(
            self._are_two(a, b, annotations) or not alike_in_size(a, b) or self._is_loose(a, b)
            for a, b in pairs
        )

    def _fit(self, one: Counted, group: Sequence[Counted], annotations: Mapping[str, Annotations]) -> int:
        """How well a figure fits a group: by words shared, and by agreeing; 0 where it does not."""
        near = group[-_MEMBERS:]
        if 2 * sum(same_thing(one, each) or _repeats(one, each) for each in near) <= len(near):
            return 0
        if any(self._is_loose(one, each) for each in near):
            return 0
        if any(disagree(one, each) and self._are_two(one, each, annotations) for each in group):
            return 0
        agreed = sum(not disagree(one, each) for each in near)
        shared = max(len(set(one.words).intersection(each.words)) for each in near)
        return 1 + shared + (_AGREED if 2 * agreed > len(near) else 0)

    def _is_loose(self, a: Counted, b: Counted) -> bool:
        """Whether figures that disagree have little in common but a country; a toll may rise."""
        if not disagree(a, b) or rises(a, b) or rises(b, a):
            return False
        held = {place for place in (a.places[0], b.places[0]) if place in a.places and place in b.places}
        told = {*a.words}.intersection(b.words).difference(a.places, b.places)
        return all(place in self._wide for place in held) and len(told) < _WIDE

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


class _Event:
    """A group as the event it may be of: where, when it was told, on which day it was, which kinds."""

    def __init__(self, group: list[Counted]) -> None:
        self.group = group
        places = Counter(one.places[0] for one in group)
        place = min(places, key=lambda place: (-places[place], place))
        self.key = (group[0].role, subject(group[0]), group[0].of, place)
        self._look()

    def take(self, group: Iterable[Counted]) -> None:
        """Figures of another group are of this event too."""
        self.group.extend(group)
        self.group.sort(key=_as_told)
        self._look()

    def is_of_another_day(self, other: _Event) -> bool:
        """Whether most figures of both say a day, and not the same."""
        return self._day is not None and other._day is not None and self._day != other._day

    def _look(self) -> None:
        days = [_ordinal(one.told) for one in self.group]
        self.first, self.last = min(days), max(days)
        dated = Counter(one.first for one in self.group if one.dated and one.first == one.last_day)
        day, number = max(dated.items(), key=lambda item: (item[1], str(item[0])), default=(None, 0))
        self._day = day if 2 * number > len(self.group) else None
        had = Counter(word for one in self.group for word in one.words)
        often = _OFTEN * len(self.group)
        told = ((row("events", word), number) for word, number in had.items())
        self.kinds = {kind for kind, number in told if kind and number >= often}


def _as_told(one: Counted) -> tuple[str, str, str, int]:
    return one.told or "", one.first or "", one.article, one.mention


def _ordinal(day: str | None) -> int:
    return datetime.date.fromisoformat(day).toordinal() if day else 0


def _repeats(a: Counted, b: Counted) -> bool:
    """Whether two figures tell the same telling number of the same, some days apart."""
    if a.low is None or a.low != a.high or (a.low, a.high) != (b.low, b.high) or a.low < _TELLING:
        return False
    if (a.kind, a.of, a.role) != (b.kind, b.of, b.role) or a.told is None or b.told is None:
        return False
    near = abs(_ordinal(a.told) - _ordinal(b.told)) <= _DAYS
    return near and same_kind(a, b) and same_place(a, b) and bool({*a.words} & {*b.words})


def _beside(one: Counted) -> Key:
    """What figures of one article that may be taken for each other share."""
    return one.article, subject(one), one.of
