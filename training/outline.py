"""Makes musnad/render/drawing/data/outline.txt: the world's coasts and borders, as much as maps here need.

The lines are Natural Earth's, version 4.1.0, public domain (https://www.naturalearthdata.com), as the package
world-atlas 2.0.2 gives them (ISC): `npm pack world-atlas@2.0.2`, unpack, and run from the repository's root

    python training/outline.py FOLDER    # the folder with countries-110m.json and countries-50m.json

Coordinates become hundredths of a degree. Points that lie nearer than `_NEAR` to the line of their neighbours
go, and islands smaller than `_SMALLEST` in both directions, and what lies south of `_SOUTH`. What crosses the
180th meridian is cut there.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path("musnad/render/drawing/data/outline.txt")
SCALES = (110, 50)
_NEAR = {110: 5.0, 50: 1.2}  # hundredths of a degree
_SMALLEST = {110: 0, 50: 6}
_SOUTH = -6000

Point = tuple[int, int]

HEAD = """\
# Coasts and borders. Source: Natural Earth 4.1.0 (public domain), through world-atlas 2.0.2 (ISC).
# «scale»: 1 to so many millions. «coast», «border»: a line, numbered from 0 in its scale: east and north in
# hundredths of a degree, then the way from point to point. «land»: a ring of lines; -1 is line 0 backwards.
# Made by training/outline.py; do not edit.
"""


def main() -> None:
    """Write the outline from the folder given on the command line."""
    folder = Path(sys.argv[1])
    text = HEAD
    for scale in SCALES:
        topology = json.loads((folder / f"countries-{scale}m.json").read_text("utf-8"))
        text += f"scale {scale}\n" + "".join(f"{line}\n" for line in cut_down(topology, scale))
    OUT.write_text(text, "utf-8")
    print(f"{OUT}: {len(text):,} bytes")


def cut_down(topology: dict[str, Any], scale: int) -> list[str]:
    """The lines of the file for one scale."""
    arcs: list[list[Point]] = []
    pieces: list[list[int]] = []
    for arc in absolute(topology):
        parts = [thinned(part, _NEAR[scale]) for part in apart_at_180(arc)]
        pieces.append(list(range(len(arcs), len(arcs) + len(parts))))
        arcs += parts
    shapes = topology["objects"]["land"]["geometries"]
    whole = (part for shape in shapes for ring in rings_of(shape) for part in unrolled(ring, pieces))
    rings = [ring for ring in whole if kept(ring, arcs, scale)]
    owners: dict[int, set[int]] = {}
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        for border in rings_of(country):
            for arc_number in border:
                for piece in pieces[line(arc_number)]:
                    owners.setdefault(piece, set()).add(number)
    coasts = {line(arc) for ring in rings for arc in ring}
    borders = {
        number for number, of in owners.items() if len(of) > 1 and any(y >= _SOUTH for _, y in arcs[number])
    }
    chosen = sorted(coasts | borders)
    new = {old: place for place, old in enumerate(chosen)}
    lines = [f"{'coast' if old in coasts else 'border'} {steps(arcs[old])}" for old in chosen]
    for ring in rings:
        named = (new[arc] if arc >= 0 else ~new[~arc] for arc in ring)
        lines.append("land " + " ".join(map(str, named)))
    return lines


def absolute(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines in hundredths of a degree."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((x * wide + west) * 100), round((y * high + south) * 100)
            if not points or points[-1] != point:
                points.append(point)
        found.append(points)
    return found


def apart_at_180(points: list[Point]) -> list[list[Point]]:
    """A line as its stretches on either side of the 180th meridian."""
    found = [points[:1]]
    for one, two in pairwise(points):
        if abs(two[0] - one[0]) > 18000:
            side = 18000 if one[0] > 0 else -18000
            found[-1].append((side, one[1]))
            found.append([(-side, two[1])])
        found[-1].append(two)
    return found


def unrolled(ring: list[int], pieces: list[list[int]]) -> list[list[int]]:
    """A ring of lines as rings of their stretches, one for each side of the 180th meridian that it is on."""
    found: list[list[int]] = [[]]
    for arc in ring:
        of = pieces[line(arc)]
        first, *rest = of if arc >= 0 else [~piece for piece in reversed(of)]
        found[-1].append(first)
        found += [[piece] for piece in rest]
    if len(found) > 1:
        found[0] = found.pop() + found[0]
    return found


def thinned(points: list[Point], near: float) -> list[Point]:
    """A line without the points that hardly bend it (Douglas and Peucker); its ends stay."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        far, most = 0, near
        for at in range(start + 1, end):
            if (distance := apart(points[at], points[start], points[end])) > most:
                far, most = at, distance
        if far:
            keep.add(far)
            spans += [(start, far), (far, end)]
    return [points[at] for at in sorted(keep)]


def apart(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others; from the one where they are one place."""
    (x, y), (dx, dy) = (point[0] - start[0], point[1] - start[1]), (end[0] - start[0], end[1] - start[1])
    length = (dx * dx + dy * dy) ** 0.5
    return abs(x * dy - y * dx) / length if length else float((x * x + y * y) ** 0.5)


def rings_of(shape: dict[str, Any]) -> list[list[int]]:
    """The rings of a shape, each as its lines."""
    if shape.get("type") == "Polygon":
        return list(shape["arcs"])
    return [ring for polygon in shape.get("arcs", ()) for ring in polygon]


def kept(ring: list[int], arcs: list[list[Point]], scale: int) -> bool:
    """Whether a ring is large and northern enough to be drawn."""
    points = [point for arc in ring for point in arcs[line(arc)]]
    wide, high = (max(axis) - min(axis) for axis in zip(*points, strict=True))
    return max(y for _, y in points) >= _SOUTH and max(wide, high) >= _SMALLEST[scale]


def line(arc: int) -> int:
    """The number of a line, which a ring may take backwards (-1 is line 0)."""
    return arc if arc >= 0 else ~arc


def steps(points: list[Point]) -> str:
    """A line as its first point and the way on from each."""
    x, y = points[0]
    told = [x, y]
    for to_x, to_y in points[1:]:
        told += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return " ".join(map(str, told))


if __name__ == "__main__":
    main()
