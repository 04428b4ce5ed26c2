"""Where a country is shown: the middle of its largest land, or a point inside where that lies outside."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from outline import absolute, line, rings_of

Point = tuple[float, float]
_HALF = 18000  # hundredths of a degree of half a turn


def middles(file: Path) -> dict[int, Point]:
    """Longitude and latitude in degrees by ISO 3166 numbers of countries; `file` is world-atlas's."""
    topology = json.loads(file.read_text("utf-8"))
    arcs = absolute(topology)
    rings: dict[int, list[list[Point]]] = defaultdict(list)
    for country in topology["objects"]["countries"]["geometries"]:
        if "id" in country:
            rings[int(country["id"])] += [_points(ring, arcs) for ring in rings_of(country)]
    found = {}
    for number, own in rings.items():
        x, y = _inside(max(own, key=lambda ring: abs(_area(ring))))
        found[number] = (x + _HALF) % (2 * _HALF) / 100 - _HALF / 100, y / 100
    return found


def _points(ring: list[int], arcs: list[list[tuple[int, int]]]) -> list[Point]:
    """A ring's points in hundredths of a degree; over the 180th meridian they go on counting."""
    found: list[Point] = []
    for x, y in (point for arc in ring for point in arcs[line(arc)][:: 1 if arc >= 0 else -1]):
        turns = round((found[-1][0] - x) / (2 * _HALF)) if found else 0
        found.append((x + turns * 2 * _HALF, y))
    return found


def _area(ring: list[Point]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]])) / 2


def _inside(ring: list[Point]) -> Point:
    """The centre of a ring's area, else the middle of its widest stretch on the centre's latitude."""
    x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        cross = x0 * y1 - x1 * y0
        x, y = x + (x0 + x1) * cross, y + (y0 + y1) * cross
    area = _area(ring)
    x, y = x / (6 * area), y / (6 * area)
    sides = sorted(
        x0 + (x1 - x0) * (y - y0) / (y1 - y0)
        for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]])
        if (y0 > y) != (y1 > y)
    )
    stretches = list(zip(sides[::2], sides[1::2], strict=True))
    if any(west < x < east for west, east in stretches):
        return x, y
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (west + east) / 2, y
