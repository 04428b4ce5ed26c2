"""A question drawn over its days: a lane a position, a shape a statement, a line a contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musnad import edtf
from musnad.render.values.common import StatementRow
from musnad.render.values.questions import QuestionView

_WIDTH = 980
_SIDE = 46  # free at both ends
_TOP, _LANE = 34, 62
_WIDEST = 190  # from day to day
_NAMED = 84  # between the words of two days
_APART = 17  # between two shapes of one day

# Outline, and what is filled of it, drawn round the origin; in the order in which positions get them.
_CIRCLE, _SQUARE = "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z", "M-5.5-5.5H5.5V5.5H-5.5Z"
_TRIANGLE, _DIAMOND = "M0-6.5L6.5 5.5H-6.5Z", "M0-7L7 0L0 7L-7 0Z"
_SHAPES = (
    (_CIRCLE, _CIRCLE),
    (_CIRCLE, ""),
    (_CIRCLE, "M0-6A6 6 0 0 1 0 6Z"),
    (_SQUARE, _SQUARE),
    (_TRIANGLE, _TRIANGLE),
    (_SQUARE, ""),
    (_DIAMOND, _DIAMOND),
    (_TRIANGLE, ""),
    (_DIAMOND, ""),
    (_SQUARE, "M0-5.5H5.5V5.5H0Z"),
)


class Shape(NamedTuple):
    """A position's shape: its outline and what is filled of it, as paths round the origin."""

    outline: str
    filled: str


class Point(NamedTuple):
    """Statements in a lane: where they are drawn, the first of them, how many."""

    x: float
    row: StatementRow
    number: int


class Lane(NamedTuple):
    """A position's lane: the position's number, its height, its points."""

    side: int
    y: int
    points: tuple[Point, ...]


class Line(NamedTuple):
    """A contradiction, from one statement's place to the other's; `unsure`: it may well be wrong."""

    x: float
    y: float
    to_x: float
    to_y: float
    unsure: bool


class Picture(NamedTuple):
    """The drawing: its size, where lanes are named, their ends, days (EDTF where named), lanes, lines."""

    width: int
    height: int
    margin: int
    beside: int
    ends: tuple[float, float]
    ticks: tuple[tuple[float, str | None], ...]
    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...]


def shape(side: int) -> Shape:
    """The shape of a position by its number, from 0; after the last they begin again."""
    return Shape(*_SHAPES[side % len(_SHAPES)])


def lanes(view: QuestionView, right_to_left: bool) -> Picture | None:
    """The drawing of a question's days, one beside the other; None where it has no more than one."""
    moments = [moment for moment in view.moments if edtf.days(moment.day)]
    if len(moments) < 2:
        return None
    step = min(_WIDEST, (_WIDTH - 2 * _SIDE) / (len(moments) - 1))

    def x(place: float) -> float:
        along = _SIDE + place * step
        return round(_WIDTH - along if right_to_left else along, 1)

    drawn: list[Lane] = []
    at: dict[str, tuple[float, float]] = {}
    for side in range(len(view.sides)):
        y = _TOP + _LANE * side + 40
        points = []
        for place, moment in enumerate(moments):
            for point, rows in _points(moment.sides[side], x(place), step):
                points.append(point)
                at |= {row.id: (point.x, y) for row in rows}
        drawn.append(Lane(side, y, tuple(points)))
    every = max(1, -(-_NAMED // int(step)) if step >= 1 else len(moments))
    return Picture(
        width=_WIDTH,
        height=_TOP + _LANE * len(drawn) + 6,
        margin=_WIDTH - 8 if right_to_left else 8,
        beside=-14 if right_to_left else 14,
        ends=(x(-_SIDE / step), x(len(moments) - 1 + _SIDE / step)),
        ticks=tuple((x(n), m.day if n % every == 0 else None) for n, m in enumerate(moments)),
        lanes=tuple(drawn),
        lines=tuple(
            Line(*at[dispute.one.id], *at[dispute.other.id], dispute.unsure)
            for dispute in view.disputes
            if dispute.relation == "contradicts" and dispute.one.id in at and dispute.other.id in at
        ),
    )


def _points(
    rows: Sequence[StatementRow], x: float, step: float
) -> Iterator[tuple[Point, Sequence[StatementRow]]]:
    """The statements of one day and position side by side, or as one with their number for want of room."""
    if not rows:
        return
    if len(rows) * _APART > step:
        yield Point(x, rows[0], len(rows)), rows
        return
    for place, row in enumerate(rows):
        yield Point(round(x + (place - (len(rows) - 1) / 2) * _APART, 1), row, 1), [row]
