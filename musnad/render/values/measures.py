"""Figures of one thing as values: what is counted, and who gives which number."""

from __future__ import annotations

from musnad.model import Quantity, Value
from musnad.render.values.common import FigureRow, Sheet, Who
from musnad.render.values.page import View


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
    """Figures of one thing: when that was; those of speakers, those in texts' own voice.

    `noun` are the texts' words where they say more than the class of what is counted.
    """

    id: str
    noun: str
    time: str | None
    said: tuple[Given, ...]
    own: tuple[Given, ...]


class Headed(Value, frozen=True):
    """Measures of one class in one place on days that meet: what they share, `time` from first to last."""

    counted: str | None
    place: Who | None
    time: str | None
    rows: tuple[MeasureRow, ...]


class LoneRow(Value, frozen=True):
    """People that one text alone counts: the figure, and the place nearest to it in its sentence."""

    given: Given
    place: Who | None


class LoneDay(Value, frozen=True):
    """The figures of one day or time, «» where nobody knows it."""

    time: str
    rows: tuple[LoneRow, ...]


class LoneKind(Value, frozen=True):
    """The figures of one class on this sheet by day; `total` in all."""

    counted: str
    days: tuple[LoneDay, ...]
    total: int


class Part(Value, frozen=True):
    """A part of the page or of its list of people: its key, how many it has, and where it begins."""

    key: str
    total: int
    href: str


class FiguresView(View, frozen=True, kw_only=True):
    """Figures that can be compared, those that disagree before those that agree; then people that one text
    alone counts.

    Of the `total` measures of several texts `apart` disagree; `lone_total` figures are of one text. `parts`
    and `kinds` lead to where each part and each class of people begins, be it on another sheet.
    """

    template = "figures.html"

    disagreeing: tuple[Headed, ...]
    agreeing: tuple[Headed, ...]
    total: int
    apart: int
    lone: tuple[LoneKind, ...]
    lone_total: int
    parts: tuple[Part, ...]
    kinds: tuple[Part, ...]
    sheet: Sheet
