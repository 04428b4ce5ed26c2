"""How a map is laid on the page: the equidistant cylindrical projection, in whole numbers alone.

Along the parallel in the window's middle distances are to scale, elsewhere from north to south alone.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from musnad.render.values.pictures import Window

WIDTH, HEIGHT = 980, 620
UNITS = 4  # of coasts and borders to a unit of the drawing
_ONE = 10_000
_WORLD = Window(-18000, -5600, 18000, 7800)


class Projection(NamedTuple):
    """A window and the parallel (whole degrees north) along which it is to scale."""

    window: Window
    parallel: int

    def at(self, east: int, north: int, units: int = 1) -> tuple[int, int]:
        """Where a place (hundredths of a degree) is drawn: along and down, `units` to one of the drawing."""
        span = self.window.east - self.window.west
        along = units * WIDTH * (east - self.window.west) // span
        down = units * WIDTH * _ONE * (self.window.north - north) // (span * _cosine(self.parallel))
        return along, down

    def fine(self, place: tuple[int, int]) -> tuple[int, int]:
        """The same of a point of a coast or border, in its finer units."""
        return self.at(*place, UNITS)

    @property
    def height(self) -> int:
        """How high the drawing is."""
        return self.at(self.window.west, self.window.south)[1]


def projection(window: Window) -> Projection:
    """The projection that a window is drawn in; the whole world is to scale along 35°, not the equator."""
    if window == world():
        return Projection(window, 35)
    return Projection(window, round((window.north + window.south) / 200))


def world() -> Window:
    """The whole world, without its ends."""
    return _WORLD


def fitted(places: list[tuple[int, int]], least: int) -> Window:
    """The window in the drawing's shape that holds these places (east, north) with room around them.

    It is at least `least` hundredths of a degree wide; where it would be most of the world, it is the world.
    """
    west, east = min(e for e, _ in places), max(e for e, _ in places)
    south, north = min(n for _, n in places), max(n for _, n in places)
    middle = (south + north) // 2
    shape = _cosine(round(middle / 100))
    span = max(least, (east - west) * 5 // 4, (north - south) * 5 * WIDTH * _ONE // (4 * HEIGHT * shape))
    high = span * HEIGHT * shape // (WIDTH * _ONE)
    if span >= 24000 or high >= _WORLD.north - _WORLD.south:
        return _WORLD
    west = min(max((west + east - span) // 2, _WORLD.west), _WORLD.east - span)
    south = min(max(middle - high // 2, -8500), 8300 - high)
    return Window(west, south, west + span, south + high)


def _cosine(degrees: int) -> int:
    """The cosine of whole degrees in ten-thousandths."""
    return round(math.cos(math.radians(degrees)) * _ONE)
