"""A map: land, coasts and borders; a circle a place, its area the number of articles; names beside them."""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt
from typing import NamedTuple

from musnad.render.drawing.labels import Box, Label, Sign, placed
from musnad.render.drawing.outline import paths
from musnad.render.drawing.projection import UNITS, WIDTH, projection
from musnad.render.values.pictures import MapView, Mark

_LARGEST, _LEAST = 24, 4  # radius
_SIZE = 15  # of letters
_BELOW, _TOLD = 2 * _LARGEST + 8, 110  # room for what sizes mean: below the map, for each in words
_FINEST, _MOST = 3, 14_000  # the least step of a line in its units; bytes of lines on a page


class Circle(NamedTuple):
    """A place as drawn: its middle and radius, its name's place where there is room."""

    mark: Mark
    x: int
    y: int
    radius: int
    label: Label | None


class Size(NamedTuple):
    """A circle below the map to tell what areas mean: its middle, radius and number, where that stands."""

    x: int
    y: int
    radius: int
    number: int
    beside: int


class Picture(NamedTuple):
    """The drawing: the map's size and the room below it, its lines with their units, its circles, what their
    sizes mean, its parallel.
    """

    width: int
    height: int
    below: int
    units: int
    land: str
    coasts: str
    borders: str
    circles: tuple[Circle, ...]
    sizes: tuple[Size, ...]
    parallel: int


def drawn(view: MapView, language: str, right_to_left: bool) -> Picture | None:
    """The drawing of a map, names as the interface language has them; None where it has no window."""
    if view.window is None:
        return None
    projected = projection(view.window)
    lines = "", "", ""
    for near in (_FINEST, 5, 8, 13, 21, 34):
        lines = paths(view.window, projected.fine, near)
        if sum(map(len, lines)) <= _MOST:
            break
    most = max((mark.articles for mark in view.marks), default=1)
    signs = []
    for mark in view.marks:
        x, y = projected.at(mark.east, mark.north)
        signs.append(Sign(x, y, _radius(mark.articles, most), mark.who.called(language)))
    frame = Box(4, 4, WIDTH - 4, projected.height - 4)
    labels = placed(signs, frame, _SIZE)
    circles = [
        Circle(mark, sign.x, sign.y, sign.half, label)
        for mark, sign, label in zip(view.marks, signs, labels, strict=True)
    ]
    return Picture(
        width=WIDTH,
        height=projected.height,
        below=_BELOW,
        units=UNITS,
        land=lines[0],
        coasts=lines[1],
        borders=lines[2],
        circles=tuple(circles),
        sizes=tuple(_sizes(most, projected.height + _BELOW // 2, right_to_left)),
        parallel=projected.parallel,
    )


def _sizes(most: int, y: int, right_to_left: bool) -> Iterator[Size]:
    """What circles mean, at the middle below the map, where a narrow window begins."""
    numbers = sorted({1, max(1, most // 4), most})
    at = (WIDTH - sum(2 * _radius(number, most) + 6 + _TOLD for number in numbers)) // 2
    for number in numbers:
        radius = _radius(number, most)
        x, beside = at + radius, at + 2 * radius + 6
        at = beside + _TOLD
        yield (
            Size(WIDTH - x, y, radius, number, WIDTH - beside)
            if right_to_left
            else Size(x, y, radius, number, beside)
        )


def _radius(articles: int, most: int) -> int:
    """Half a circle's breadth, so that areas are as the numbers; the least are drawn larger, to be seen."""
    return max(_LEAST, isqrt(_LARGEST * _LARGEST * articles // most))
