"""Figures drawn on one scale: where on it each lies, in percent of its length."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from musnad.render.values.measures import Given, MeasureRow

_TICKS = 4  # at most, above the 0
_STEPS = (1, 2, 5, 10)
_MOST = 10.0**11  # greater numbers lie off the scale
_OPEN = 1.25  # times an open bound that the scale reaches at least


class Bar(NamedTuple):
    """A figure on the scale: `start` to `end` along it, equal for a point; ends that are open.

    An end off the scale is drawn at its border, as an open one. `start` is the smaller number, wherever it
    is drawn.
    """

    start: float
    end: float
    open_start: bool
    open_end: bool
    about: bool


class Scale(NamedTuple):
    """A scale from 0: its ticks (where, which number), the figures on it, and where its ends are drawn."""

    ticks: tuple[tuple[float, str], ...]
    most: float
    right_to_left: bool

    def bar(self, given: Given) -> Bar:
        """Where a figure lies."""
        low = given.low if given.low is not None else 0.0
        high = given.high if given.high is not None else self.most
        return Bar(
            start=self._at(low),
            end=self._at(high),
            open_start=given.low is None or not 0 <= low <= self.most,
            open_end=given.high is None or not 0 <= high <= self.most,
            about=given.about,
        )

    def _at(self, number: float) -> float:
        along = 100 * max(0.0, min(number, self.most)) / self.most
        return round(100 - along if self.right_to_left else along, 2)


def scale(measure: MeasureRow, right_to_left: bool) -> Scale:
    """The scale of a measure, from 0 to a round number over its greatest; for Arabic 0 is at the right."""
    bounds = (bound for bound in _bounds((*measure.said, *measure.own)) if 0 < bound <= _MOST)
    most = max(bounds, default=1)
    step = _step(most / _TICKS)
    count = max(1, math.ceil(most / step - 1e-9))
    made = Scale((), count * step, right_to_left)
    ticks = tuple((made._at(step * k), f"{step * k:,.12g}") for k in range(count + 1))
    return made._replace(ticks=ticks)


def _bounds(given: Iterable[Given]) -> list[float]:
    bounds = [(each.low, _OPEN if each.high is None else 1) for each in given] + [
        (each.high, 1) for each in given
    ]
    return [bound * factor for bound, factor in bounds if bound is not None]


def _step(least: float) -> float:
    """The round number next to a number."""
    power = 10.0 ** math.floor(math.log10(least))
    step = next(step for step in _STEPS if step * power >= least * (1 - 1e-9))
    return max(1.0, step * power)
