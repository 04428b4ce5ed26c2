"""The timeline drawn: a lane a source, a sign a kind of statement, or where there are many one circle."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import isqrt
from typing import NamedTuple, get_args

from musnad.render.values.common import Who
from musnad.render.values.pictures import Cell, Kind, TimelineView, Track

_WIDTH = 980
_SIDE = 16  # free at both ends
_TOP, _NAMED, _SIGN = 44, 24, 17  # the words of columns; a lane's name; a sign in it
_WIDEST, _LABEL, _YEAR = 96, 22, 40  # from column to column; a label; a year
_LARGEST = 12  # radius
KINDS: tuple[Kind, ...] = get_args(Kind)
SHAPES: dict[Kind, int] = {  # of the shapes of positions
    "text": 9, "assert": 0, "answer": 1, "deny": 3, "doubt": 5, "accuse": 4, "call": 7, "expect": 6, "ask": 8,
}  # fmt: skip


class Sign(NamedTuple):
    """What is of one kind in one lane and column: where it is drawn, its shape."""

    cell: Cell
    x: int
    y: int
    shape: int


class Circle(NamedTuple):
    """How many statements a lane has in a column: where it is drawn, how large."""

    x: int
    y: int
    radius: int


class Lane(NamedTuple):
    """A source's lane: where its name and its line stand; `named`: it is that of the days that texts name."""

    who: Who | None
    named: bool
    y: int
    foot: int
    signs: tuple[Sign, ...]


class Tick(NamedTuple):
    """A column: where it stands, its number if there is room, the year where it begins, its circles."""

    x: int
    label: str
    year: str
    circles: tuple[Circle, ...]


class Picture(NamedTuple):
    """The drawing: its size, half a column's width, where lanes are named, columns, lanes, kinds it shows."""

    width: int
    height: int
    half: int
    margin: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    kinds: tuple[Kind, ...]


def timeline(view: TimelineView, right_to_left: bool) -> Picture | None:
    """The drawing of a timeline; None where it has no column."""
    if not view.columns:
        return None
    step = min(_WIDEST, (_WIDTH - 2 * _SIDE) // len(view.columns))

    def x(column: int) -> int:
        along = _SIDE + step * column + step // 2
        return _WIDTH - along if right_to_left else along

    lanes: list[Lane] = []
    circles: defaultdict[int, list[Circle]] = defaultdict(list)
    totals = [_statements(track) for track in view.tracks]
    most = max((number for told in totals for number in told.values()), default=1)
    largest = min(_LARGEST, max(4, step // 2))
    y = _TOP
    for track, told in zip(view.tracks, totals, strict=True):
        if view.fine:
            stacked: Counter[int] = Counter()
            signs = []
            for cell in sorted(track.cells, key=lambda cell: (cell.column, KINDS.index(cell.kind))):
                at = y + _NAMED + _SIGN * stacked[cell.column] + _SIGN // 2
                signs.append(Sign(cell, x(cell.column), at, SHAPES[cell.kind]))
                stacked[cell.column] += 1
            foot = y + _NAMED + _SIGN * max(stacked.values(), default=1) + 4
        else:
            signs, foot = [], y + _NAMED + 2 * largest + 2
            for place, number in sorted(told.items()):
                radius = max(2, isqrt(largest * largest * number // most))
                circles[place].append(Circle(x(place), foot - largest - 2, radius))
        lanes.append(Lane(track.who, False, y + 15, foot, tuple(signs)))
        y = foot
    named = max((column.named for column in view.columns), default=0)
    if named:
        foot = y + _NAMED + 2 * largest + 2
        for place, column in enumerate(view.columns):
            if column.named:
                radius = max(2, isqrt(largest * largest * column.named // named))
                circles[place].append(Circle(x(place), foot - largest - 2, radius))
        lanes.append(Lane(None, True, y + 15, foot, ()))
        y = foot
    every = max(1, -(-_LABEL // max(step, 1)))
    ticks = []
    free = 0  # columns before which no year is named, for want of room
    for number, column in enumerate(view.columns):
        whole, part = (column.period, "") if view.unit == "year" else column.period.rsplit("-", 1)
        begins = number == 0 or not view.columns[number - 1].period.startswith(whole)
        year = whole if begins and view.unit == "month" and number >= free else ""
        if year:
            free = number + -(-_YEAR // step)
        ticks.append(
            Tick(
                x(number),
                str(int(part or whole)) if number % every == 0 else "",
                year,
                tuple(circles[number]),
            )
        )
    found = {cell.kind for track in view.tracks for cell in track.cells} if view.fine else set()
    return Picture(
        width=_WIDTH,
        height=y + 4,
        half=step // 2,
        margin=_WIDTH - 2 if right_to_left else 2,
        ticks=tuple(ticks),
        lanes=tuple(lanes),
        kinds=tuple(kind for kind in KINDS if kind in found),
    )


def _statements(track: Track) -> Counter[int]:
    """How many statements a source has in each column where it has any."""
    told: Counter[int] = Counter()
    for cell in track.cells:
        if cell.kind != "text":
            told[cell.column] += cell.number
    return told
