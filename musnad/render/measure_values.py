"""Figures of one thing as values: what is counted, and who gives which number."""

from __future__ import annotations

from musnad.model import Quantity, Value
from musnad.render.values import FigureRow, Sheet, View, Who


class Given(Value, frozen=True):
    """A number as one voice gives it, in one text or several, the earliest first.

    `until` is the upper bound of a range («بين 20 و25»). `low` and `high` bound what it says, None where
    open; `about`: the text says that it is rounded.
    """

    rows: tuple[FigureRow, ...]
    until: Quantity | None
    low: float | None
    high: float | None
    about: bool

    @property
    def value(self) -> Quantity:
        """The number and its noun."""
        return self.rows[0].value


class MeasureRow(Value, frozen=True):
    """Figures of one thing: what is counted, where, when; those of speakers, those in texts' own voice.

    `noun` are the texts' words where they say more than the class of what is counted.
    """

    id: str
    counted: str | None
    noun: str
    place: Who | None
    time: str | None
    said: tuple[Given, ...]
    own: tuple[Given, ...]


class FiguresView(View, frozen=True, kw_only=True):
    """Figures that can be compared: those that disagree before those that agree, each by time.

    Of the `total` measures of the archive `apart` disagree.
    """

    template = "figures.html"

    disagreeing: tuple[MeasureRow, ...]
    agreeing: tuple[MeasureRow, ...]
    total: int
    apart: int
    sheet: Sheet
