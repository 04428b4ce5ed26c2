"""The world's coasts and borders: read once, cut to a window, as paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from musnad.render.values.pictures import Window

Point = tuple[int, int]  # east and north in hundredths of a degree; on a drawing, along and down in its units
Project = Callable[[Point], Point]

_COARSE = 6000  # hundredths of a degree: wider windows are drawn from the small scale


class Line(NamedTuple):
    """A stretch of coast or border: its points, and the least window it lies in."""

    border: bool
    points: tuple[Point, ...]
    box: Window


class Outline(NamedTuple):
    """The lines of one scale, and the rings of land: numbers of lines, -1 being line 0 backwards."""

    lines: tuple[Line, ...]
    rings: tuple[tuple[int, ...], ...]


@cache
def outline(scale: int) -> Outline:
    """The outline at 1 to so many millions: 110 or 50."""
    lines: list[Line] = []
    rings: list[tuple[int, ...]] = []
    here = False
    text = (resources.files(__package__) / "data/outline.txt").read_text("utf-8")
    for kind, *cells in map(str.split, text.splitlines()):
        if kind == "scale":
            here = cells == [str(scale)]
        elif here and kind == "land":
            rings.append(tuple(map(int, cells)))
        elif here and kind in ("coast", "border"):
            lines.append(_line(kind == "border", [int(cell) for cell in cells]))
    return Outline(tuple(lines), tuple(rings))


def _line(border: bool, steps: list[int]) -> Line:
    points = []
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    across, along = [x for x, _ in points], [y for _, y in points]
    return Line(border, tuple(points), Window(min(across), min(along), max(across), max(along)))


def paths(window: Window, project: Project, near: int) -> tuple[str, str, str]:
    """Land (its area), coasts and borders of a window as the data of three paths, in units of `project`.

    Points nearer than `near` units to the one before are left out.
    """
    of = outline(110 if window.east - window.west > _COARSE else 50)
    thin = {
        number: _thinned([project(point) for point in line.points], near)
        for number, line in enumerate(of.lines)
        if _meets(line.box, window)
    }
    corner, other = project((window.west, window.north)), project((window.east, window.south))
    land = []
    for ring in of.rings:
        around: list[Point] = []
        for arc in ring:
            number = arc if arc >= 0 else ~arc
            points = thin.get(number)
            if points is None:
                ends = of.lines[number].points
                points = [project(ends[0]), project(ends[-1])]
            around += points if arc >= 0 else points[::-1]
        if len(cut := _clipped(around, corner, other)) > 2:
            land.append(_path(cut) + "z")
    drawn: dict[bool, list[str]] = {False: [], True: []}
    for number, points in thin.items():
        if len(points) > 1:
            drawn[of.lines[number].border] += map(_path, _inside(points, corner, other))
    return "".join(land), "".join(drawn[False]), "".join(drawn[True])


def _meets(box: Window, window: Window) -> bool:
    return (
        box.west <= window.east
        and window.west <= box.east
        and box.south <= window.north
        and window.south <= box.north
    )


def _thinned(points: list[Point], near: int) -> list[Point]:
    kept = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= near:
            kept.append(point)
    return [*kept, points[-1]] if points[-1] != kept[-1] else kept


def _clipped(ring: list[Point], corner: Point, other: Point) -> list[Point]:
    """A ring cut to a rectangle (Sutherland and Hodgman)."""
    for axis in (0, 1):
        for bound, sign in ((corner[axis], 1), (other[axis], -1)):
            made: list[Point] = []
            for at, point in enumerate(ring):
                before = ring[at - 1]
                inside, was = sign * (point[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
                if inside != was:
                    made.append(_crossing(before, point, axis, bound))
                if inside:
                    made.append(point)
            ring = made
    return ring


def _crossing(one: Point, other: Point, axis: int, bound: int) -> Point:
    across = 1 - axis
    way = other[axis] - one[axis]
    at = one[across] + (other[across] - one[across]) * (bound - one[axis]) // way
    return (bound, at) if axis == 0 else (at, bound)


def _inside(points: list[Point], corner: Point, other: Point) -> Iterator[list[Point]]:
    """The stretches of a line that meet a rectangle, each with the point on either side of it."""
    run: list[Point] = []
    for one, two in pairwise(points):
        if (
            max(one[0], two[0]) < corner[0]
            or min(one[0], two[0]) > other[0]
            or max(one[1], two[1]) < corner[1]
            or min(one[1], two[1]) > other[1]
        ):
            if run:
                yield run
            run = []
        else:
            run += [two] if run else [one, two]
    if run:
        yield run


def _path(points: list[Point]) -> str:
    (x, y), *rest = points
    told = [f"M{x} {y}"]
    for number, (to_x, to_y) in enumerate(rest):
        along, down = str(to_x - x), str(to_y - y)
        told.append(("l" if not number else "" if along[0] == "-" else " ") + along)
        told.append(down if down[0] == "-" else f" {down}")
        x, y = to_x, to_y
    return "".join(told)
