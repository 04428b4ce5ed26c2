"""Measures: what is counted in one place and time, with the figures that articles give for it."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from musnad import edtf, ids
from musnad.crossref.counts import PEOPLE, Counted, disagree, rises
from musnad.crossref.counts.clusters import Clusters
from musnad.model import Annotations, Count, Entity, Measure

_COMPARED = 100  # figures of a measure, the earliest first, of which each two are compared


class Measured(NamedTuple):
    """An archive's measures by time: those of several articles, and people that one article alone counts."""

    shared: tuple[Measure, ...]
    lone: tuple[Measure, ...]


def measures(
    readings: Iterable[Sequence[Counted]],
    annotations: Mapping[str, Annotations],
    entities: Iterable[Entity] = (),
) -> Measured:
    """The measures of an archive. `readings` are its articles' figures, in any order.

    Of figures that one article gives the same way a measure has the first. A figure that no other article
    gives is a measure by itself, where it counts people.
    """
    told = [one for reading in readings for one in reading]
    found = Clusters(told, _countries(entities))
    for one in found.ordered():
        found.add(one, annotations)
    found.join(annotations)
    shared = sorted(filter(_is_shared, found.groups), key=lambda group: _in_text(group[0]))
    taken = {(one.article, one.mention) for group in shared for one in group}
    rest = sorted((c for c in told if (c.article, c.mention) not in taken), key=_in_text)
    return Measured(
        shared=_by_time(_measure(_once(group), _place(group), annotations) for group in shared),
        lone=_by_time(_measure((one,), _own_place(one), annotations) for one in _alone(rest, annotations)),
    )


def _countries(entities: Iterable[Entity]) -> set[str]:
    """The places that a people is called after and that lie in no other such place."""
    known = {entity.id: entity for entity in entities}
    named = {entity.country for entity in known.values() if entity.country}

    def around(place: str) -> Iterator[str]:
        seen = {place}
        whole = known[place].part_of if place in known else None
        while whole and whole not in seen:
            seen.add(whole)
            yield whole
            whole = known[whole].part_of if whole in known else None

    return {place for place in named if not any(whole in named for whole in around(place))}


def _is_shared(group: Sequence[Counted]) -> bool:
    return len({one.article for one in group}) > 1 and not all(map(_is_vague, group))


def _once(group: Iterable[Counted]) -> tuple[Counted, ...]:
    """Figures, of those that one article gives the same way the first."""
    kept: dict[tuple[object, ...], Counted] = {}
    for one in group:
        kept.setdefault((one.article, one.claim, one.low, one.high), one)
    return tuple(kept.values())


def _alone(rest: Iterable[Counted], annotations: Mapping[str, Annotations]) -> Iterator[Counted]:
    """The figures of people, of those that one voice gives twice in an article the first."""
    seen: set[tuple[object, ...]] = set()
    for one in rest:
        voice = annotations[one.article].claims[one.claim].speaker if one.claim is not None else None
        key = (one.article, voice, one.kind, one.of, one.low, one.high)
        if one.kind in PEOPLE and key not in seen:
            seen.add(key)
            yield one


def _in_text(one: Counted) -> tuple[str, int]:
    return one.article, one.mention


def _by_time(found: Iterable[Measure]) -> tuple[Measure, ...]:
    """Measures by time; those of one time stay as they are."""
    return tuple(sorted(found, key=lambda measure: measure.time or ""))


def _measure(
    figures: Sequence[Counted], place: str | None, annotations: Mapping[str, Annotations]
) -> Measure:
    first = figures[0]
    start = annotations[first.article].mentions[first.mention].start
    return Measure(
        id="m" + ids.of_words(first.article, str(start)),
        counted=first.kind,
        noun=_commonest(one.called for one in figures) or "" if first.of else "",
        place=place,
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


def _own_place(one: Counted) -> str | None:
    """The place nearest to a figure in its sentence."""
    return one.places[0] if one.placed else None


def _time(figures: Sequence[Counted]) -> str | None:
    """When that was: the days that most texts give beside the figures, else the days they were told."""
    dated = Counter((one.first, one.last_day) for one in figures if one.dated and one.first and one.last_day)
    if 2 * dated.total() > len(figures):
        first, last = min(dated, key=lambda days: (-dated[days], str(days)))
    elif days := sorted(one.told for one in figures if one.told):
        first, last = days[0], days[-1]
    else:
        return None
    return _between(first, last)


def _between(first: str, last: str) -> str:
    """From a day to a day as EDTF: by months or years where it is all their days, open where it lasts."""
    if last == datetime.date.max.isoformat():
        return f"{first}/.."
    days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    whole = (first, first[:7], first[:4], f"{first[:4]}/{last[:4]}", f"{first[:7]}/{last[:7]}")
    return next((value for value in whole if edtf.days(value) == days), f"{first}/{last}")
