"""A statement's spread drawn over its days: the texts that carry it, and what is linked to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from musnad import edtf
from musnad.render.values.statements import ClaimView

WIDTH = 720
_START, _END = 150, 60  # left free for the words of the lanes, and at the other end
_TOP, _LANE = 34, 34
_APART = 84  # between the words of two days

_SIGNS = {  # drawn round the origin
    "contradicts": "M-7-3H7M-7 3H7M4-8L-4 8",
    "updates": "M6 3A7 7 0 1 1 5-5M6-9V-4H1",
    "updated_by": "M6 3A7 7 0 1 1 5-5M6-9V-4H1",
    "corroborates": "M-3-8V8M3-8V8",
    "same_statement": "M-7-3H7M-7 3H7",
    "carried": "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
}
_KINDS = ("contradicts", "updated_by", "updates", "corroborates", "same_statement")


class Point(NamedTuple):
    """What falls on one day in one lane: where it is drawn, and how many. `first`: the earliest text."""

    x: int
    number: int
    first: bool = False


class Lane(NamedTuple):
    """One kind of what is drawn: its height, its sign's outline, its points."""

    kind: str
    relation: str
    y: int
    sign: str
    points: tuple[Point, ...]


class Picture(NamedTuple):
    """The drawing: its size, where lanes are named, days (ISO where named), lanes, first and last day."""

    width: int
    height: int
    margin: int
    beside: int
    ticks: tuple[tuple[int, str | None], ...]
    lanes: tuple[Lane, ...]
    first: str
    last: str


def spread(view: ClaimView, right_to_left: bool) -> Picture | None:
    """The drawing of a statement's days; None where it has no more than one."""
    lanes = {"carried": _days(carrier.article.date for carrier in view.carriers)}
    for kind in _KINDS:
        if days := _days(link.row.day for link in view.links if link.kind == kind):
            lanes[kind] = days
    every = sorted({day for days in lanes.values() for day in days})
    if len(every) < 2:
        return None
    span = every[-1].toordinal() - every[0].toordinal()

    def x(day: date) -> int:
        along = (day.toordinal() - every[0].toordinal()) * (WIDTH - _START - _END) // span + _START
        return WIDTH - along if right_to_left else along

    ticks: list[tuple[int, str | None]] = []
    named: list[int] = [x(every[-1])]
    for day in every[:-1]:
        at = x(day)
        free = all(abs(at - other) >= _APART for other in named)
        if free or day == every[0]:
            named.append(at)
        ticks.append((at, day.isoformat() if at in named else None))
    ticks.append((x(every[-1]), every[-1].isoformat()))
    return Picture(
        width=WIDTH,
        height=_TOP + _LANE * len(lanes),
        margin=WIDTH if right_to_left else 0,
        beside=-12 if right_to_left else 12,
        ticks=tuple(ticks),
        lanes=tuple(
            Lane(
                kind,
                "" if kind == "carried" else kind.replace("updated_by", "updates"),
                _TOP + _LANE // 2 + _LANE * place,
                _SIGNS[kind],
                tuple(
                    Point(x(day), number, kind == "carried" and day == min(days))
                    for day, number in sorted(days.items())
                ),
            )
            for place, (kind, days) in enumerate(lanes.items())
        ),
        first=every[0].isoformat(),
        last=every[-1].isoformat(),
    )


def _days(values: Iterable[str | None]) -> Counter[date]:
    return Counter(day for value in values if (day := edtf.single_day(value)))
