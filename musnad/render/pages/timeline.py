"""Views of the timeline: texts and statements by source and day, months and years where there are many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from musnad import address, edtf
from musnad.config import Config
from musnad.model import Archive
from musnad.render.parts.daily import Said, daily, listed, source_of
from musnad.render.parts.names import NOBODY, Names
from musnad.render.values.page import Planned
from musnad.render.values.pictures import Cell, Column, Kind, TimelineView, Track

_TRACKS = 10  # sources with a lane of their own
_SIGNS = 120  # on a picture that has one for each kind
_MONTHS = 60  # on the first picture, else it is of years
_MOST = 60  # hundredths of all in one month that make it the first picture

Unit = Literal["day", "month", "year"]
_LETTERS: dict[Unit, int] = {"year": 4, "month": 7, "day": 10}  # of an ISO day that name it


class _Item(NamedTuple):
    """A text or statement: its day (ISO), its source, its kind, where it is."""

    day: str
    source: str
    kind: Kind
    href: str


def plan_timeline(archive: Archive, config: Config, names: Names) -> Iterator[Planned]:
    """The timeline of the archive, and that of each of its years and months."""
    items, said = sorted(_items(archive)), daily(archive)
    named = Counter({day: len(found) for day, found in archive.days.items()})
    undated = sum(edtf.single_day(article.date_published) is None for article in archive.articles)
    months, years = _parted(items, "month"), _parted(items, "year")
    parts = years if len(years) > 1 else months
    periods = tuple(_columns(list(parts), parts, Counter()))

    def view(period: str | None, unit: Unit, own: Sequence[_Item]) -> TimelineView:
        inside = _parted(own, unit)
        shown = _between(inside)
        tracks, fine = _tracks(own, shown, unit, names, said)
        return TimelineView(
            site=config,
            period=period,
            unit=unit,
            fine=fine,
            columns=tuple(_columns(shown, inside, _summed(named, unit))),
            tracks=tracks,
            periods=periods,
            undated=undated,
        )

    fullest = max(months, key=lambda month: len(months[month]), default=None)
    if fullest and 100 * len(months[fullest]) >= _MOST * len(items):
        yield "timeline.html", view(fullest, "day", months[fullest])
    else:
        yield "timeline.html", view(None, "month" if len(_between(months)) <= _MONTHS else "year", items)
    if len(years) > 1:
        for year, own in years.items():
            yield address.time(year), view(year, "month", own)
    if len(months) > 1:
        for month, own in months.items():
            yield address.time(month), view(month, "day", own)


def _items(archive: Archive) -> Iterator[_Item]:
    for article in archive.articles:
        published, source = edtf.single_day(article.date_published), source_of(article)
        if published:
            yield _Item(published.isoformat(), source, "text", address.article(article.id))
        for claim in archive.annotations[article.id].claims:
            if day := edtf.single_day(claim.said) or published:
                yield _Item(day.isoformat(), source, claim.modality, address.claim(claim.id))


def _parted(items: Iterable[_Item], unit: Unit) -> dict[str, list[_Item]]:
    """The items by the day, month or year they are of, in order of time."""
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for item in items:
        found[item.day[: _LETTERS[unit]]].append(item)
    return dict(found)


def _summed(named: Counter[str], unit: Unit) -> Counter[str]:
    found: Counter[str] = Counter()
    for day, number in named.items():
        found[day[: _LETTERS[unit]]] += number
    return found


def _between(periods: Iterable[str]) -> list[str]:
    """The days, months or years from the first to the last; where most are empty, only those there are."""
    there = list(periods)
    if len(there) < 2:
        return there
    first, last = there[0], there[-1]
    if len(first) == _LETTERS["year"]:
        every = [f"{year:04}" for year in range(int(first), int(last) + 1)]
    elif len(first) == _LETTERS["month"]:
        start, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
        every = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]
    else:
        start_day, span = date.fromisoformat(first), date.fromisoformat(last) - date.fromisoformat(first)
        every = [(start_day + timedelta(days)).isoformat() for days in range(span.days + 1)]
    return every if len(every) <= 3 * len(there) + 7 else there


def _columns(shown: list[str], inside: dict[str, list[_Item]], named: Counter[str]) -> Iterator[Column]:
    for period in shown:
        own = inside.get(period, ())
        texts = sum(item.kind == "text" for item in own)
        yield Column(period, _href(period) if own else None, texts, len(own) - texts, named[period])


def _href(period: str) -> str:
    return address.day(period) if len(period) == _LETTERS["day"] else address.time(period)


def _leads(alike: Sequence[_Item], period: str, said: Mapping[str, tuple[Said, ...]]) -> str:
    """Where what has one lane, column and kind is: its own page, its place in a day's lists, the period."""
    one = alike[0]
    if len(alike) == 1:
        return one.href
    if len(period) < _LETTERS["day"]:
        return _href(period)
    if one.kind == "text":
        return f"{_href(period)}#articles"
    if any(each.source != one.source for each in alike):
        return f"{_href(period)}#statements"
    return listed(period, said[period], one.source, one.kind)


def _order(lane: int, column: int, kind: Kind) -> tuple[int, int, int]:
    return lane, column, get_args(Kind).index(kind)


def _tracks(
    own: Sequence[_Item], shown: list[str], unit: Unit, names: Names, said: Mapping[str, tuple[Said, ...]]
) -> tuple[tuple[Track, ...], bool]:
    """The sources' lanes, those that have most first, and whether each kind has a sign of its own."""
    column = {period: number for number, period in enumerate(shown)}
    much = Counter(item.source for item in own)
    ordered = sorted(much, key=lambda source: (-much[source], source))
    lane = {source: min(number, _TRACKS) for number, source in enumerate(ordered)}
    found: defaultdict[tuple[int, int, Kind], list[_Item]] = defaultdict(list)
    for item in own:
        found[lane[item.source], column[item.day[: _LETTERS[unit]]], item.kind].append(item)
    fine = unit == "day" and len(found) <= _SIGNS
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for (number, at, kind), alike in sorted(found.items(), key=lambda pair: _order(*pair[0])):
        cells[number].append(Cell(at, kind, len(alike), _leads(alike, shown[at], said)))
    who = [names.carrier(source) if source else NOBODY for source in ordered[:_TRACKS]]
    return tuple(Track(who, tuple(cells[at])) for at, who in enumerate((*who, None)) if at in cells), fine
