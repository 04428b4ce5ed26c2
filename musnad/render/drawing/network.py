"""Names that stand together, drawn: a shape a name, a line a pair, those that are tied near each other.

The layout lets names repel and ties draw them (Fruchterman and Reingold 1991), from a fixed start. It takes
only sums, products, quotients and square roots, which every machine rounds alike: same names, same drawing.
"""

from __future__ import annotations

from itertools import combinations
from math import isqrt, sqrt
from typing import NamedTuple

from musnad.render.drawing.labels import breadth
from musnad.render.values.pictures import NetworkView, Node

WIDTH, HEIGHT = 980, 760
_LARGEST, _LEAST = 15, 6  # half of a shape's breadth
_SIZE, _LINE = 14, 22  # of letters; of a line of them
_LONGEST = 26  # letters of a name that are drawn
_ROUNDS, _APART_ROUNDS = 260, 300
_PULL = 0.06  # to the middle
_REACH = 5  # how far names repel, in what lies between them at rest


class Shape(NamedTuple):
    """A name as drawn: its middle, its outline round the origin, its words and how far below they stand."""

    node: Node
    x: int
    y: int
    outline: str
    words: str
    below: int


class Picture(NamedTuple):
    """The drawing: its size, its names, the lines of each strength as the data of one path."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    lines: tuple[tuple[int, str], ...]


def network(view: NetworkView, language: str) -> Picture:
    """The drawing of a network, names as the interface language has them."""
    most = max((node.paragraphs for node in view.nodes), default=1)
    halves = [max(_LEAST, isqrt(_LARGEST * _LARGEST * node.paragraphs // most)) for node in view.nodes]
    words = [_short(node.who.called(language)) for node in view.nodes]
    ties = [(edge.one, edge.other, float(edge.step)) for edge in view.edges]
    free = _laid(len(view.nodes), ties)
    sizes = [
        (max(2 * half, breadth(name, _SIZE)) + 8.0, 2.0 * half + _LINE)
        for half, name in zip(halves, words, strict=True)
    ]
    places = [(round(x), round(y)) for x, y in _parted(free, sizes)]
    shapes = tuple(
        Shape(node, x, y - _LINE // 2, outline(node.type, half), name, half + _SIZE)
        for node, (x, y), half, name in zip(view.nodes, places, halves, words, strict=True)
    )
    lines = dict.fromkeys((1, 2, 3), "")
    for edge in view.edges:
        one, other = shapes[edge.one], shapes[edge.other]
        lines[edge.step] += f"M{one.x} {one.y}L{other.x} {other.y}"
    return Picture(WIDTH, HEIGHT, shapes, tuple((step, line) for step, line in lines.items() if line))


def outline(kind: str, half: int) -> str:
    """The shape that tells a kind of name, of half a breadth, as a path round the origin."""
    if kind == "organization":
        return f"M{-half} {-half}H{half}V{half}H{-half}Z"
    if kind == "place":
        return f"M0 {-half - 1}L{half + 1} {half}H{-half - 1}Z"
    if kind == "group":
        return f"M0 {-half - 1}L{half + 1} 0L0 {half + 1}L{-half - 1} 0Z"
    if kind == "event":
        return f"M{-half // 2} {-half}H{half // 2}L{half} 0L{half // 2} {half}H{-half // 2}L{-half} 0Z"
    return f"M{-half} 0A{half} {half} 0 1 1 {half} 0A{half} {half} 0 1 1 {-half} 0Z"


def _short(name: str) -> str:
    """A name in so many letters as are drawn: without what stands in brackets, else cut."""
    if len(name) > _LONGEST:
        name = name.partition(" (")[0]
    if len(name) <= _LONGEST:
        return name
    cut = name.rfind(" ", 0, _LONGEST)
    return f"{name[: cut if cut > 0 else _LONGEST]}…"


def _laid(count: int, ties: list[tuple[int, int, float]]) -> list[tuple[float, float]]:
    """Places from -1 to 1 or so in both directions: names repel, ties draw, all are drawn to the middle."""
    if not count:
        return []
    state, places = 1, []
    for _ in range(count):
        spot = []
        for _ in range(2):
            state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
            spot.append(state / 1_073_741_824 - 1)
        places.append((spot[0], spot[1]))
    far = 1.3 / sqrt(count)
    for turn in range(_ROUNDS):
        moves = [(-_PULL * x, -_PULL * y) for x, y in places]
        for one, other in combinations(range(count), 2):
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            apart = dx * dx + dy * dy + 1e-6
            if apart > _REACH * _REACH * far * far:
                continue
            push = far * far / apart
            moves[one] = moves[one][0] + dx * push, moves[one][1] + dy * push
            moves[other] = moves[other][0] - dx * push, moves[other][1] - dy * push
        for one, other, weight in ties:
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            pull = sqrt(dx * dx + dy * dy) / far * (0.4 + 0.2 * weight)
            moves[one] = moves[one][0] - dx * pull, moves[one][1] - dy * pull
            moves[other] = moves[other][0] + dx * pull, moves[other][1] + dy * pull
        most = 0.2 * (_ROUNDS - turn) / _ROUNDS
        for number, (dx, dy) in enumerate(moves):
            length = sqrt(dx * dx + dy * dy) + 1e-9
            step = min(length, most) / length
            places[number] = places[number][0] + dx * step, places[number][1] + dy * step
    return places


def _parted(places: list[tuple[float, float]], sizes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The places spread over the drawing, the dense ones more, and moved until no names overlap."""
    if not places:
        return []
    spots: list[list[float]] = [[0.0, 0.0] for _ in places]
    for axis, room in ((0, WIDTH), (1, HEIGHT)):
        low, high = min(p[axis] for p in places), max(p[axis] for p in places)
        edge = 70.0 if axis == 0 else 30.0
        ranks = sorted(range(len(places)), key=lambda number: (places[number][axis], number))
        for rank, number in enumerate(ranks):
            share = (places[number][axis] - low) / (high - low) if high > low else 0.5
            even = rank / (len(places) - 1) if len(places) > 1 else 0.5
            spots[number][axis] = edge + (share + even) / 2 * (room - 2 * edge)
    for _ in range(_APART_ROUNDS):
        met = False
        for one, other in combinations(range(len(spots)), 2):
            dx, dy = spots[other][0] - spots[one][0], spots[other][1] - spots[one][1]
            over_x = (sizes[one][0] + sizes[other][0]) / 2 - abs(dx)
            over_y = (sizes[one][1] + sizes[other][1]) / 2 - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            met = True
            axis, move = (0, over_x) if over_x < over_y else (1, over_y)
            sign = 1 if (dx, dy)[axis] >= 0 else -1
            spots[one][axis] -= sign * move / 2
            spots[other][axis] += sign * move / 2
        for spot, size in zip(spots, sizes, strict=True):
            for axis, room in ((0, WIDTH), (1, HEIGHT)):
                spot[axis] = min(max(spot[axis], size[axis] / 2 + 2), room - size[axis] / 2 - 2)
        if not met:
            break
    return [(spot[0], spot[1]) for spot in spots]
