"""Measures: the figures that different articles give for one thing counted in one place and time."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from musnad import ids
from musnad.crossref.counts import Counted, disagree, rises
from musnad.crossref.grouping import Groups
from musnad.model import Annotations, Count, Measure

_COMPARED = 100  # figures of a measure, the earliest first, of which each two are compared


def measures(
    readings: Iterable[Sequence[Counted]], annotations: Mapping[str, Annotations]
) -> tuple[Measure, ...]:
    """The measures of an archive, by place in time. `readings` are its articles' figures, in any order.

    A measure has figures of two articles at least; of figures that one article gives the same way, the first.
    """
    found = Groups(one for reading in readings for one in reading)
    for one in found.ordered():
        found.add(one, annotations)
    found.join(annotations)
    made = (_measure(group, annotations) for group in found.groups)
    return tuple(sorted((m for m in made if m), key=lambda m: (m.time or "", m.id)))


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
