"""Pictures of the whole archive as values: its places, its names beside each other, its days."""

from __future__ import annotations

from typing import Literal

from musnad.model import NameType, Value
from musnad.render.values.common import ArticleRow, Sheet, Who
from musnad.render.values.page import View


class Window(Value, frozen=True):
    """What a map shows, in hundredths of a degree."""

    west: int
    south: int
    east: int
    north: int


class Mark(Value, frozen=True):
    """A place on a map, in hundredths of a degree, with how many articles name it.

    `whole`: no larger place of known position has it; as a rule it is a country, marked at its middle.
    """

    who: Who
    east: int
    north: int
    articles: int
    whole: bool


class PlaceRow(Value, frozen=True):
    """A place in the list: the larger one it lies in, how many articles name it, the newest of them.

    `placed`: its position is on record.
    """

    who: Who
    within: Who | None
    articles: int
    newest: tuple[ArticleRow, ...]
    placed: bool


class MapName(Value, frozen=True):
    """A map by the place that it shows, with how many places it has and how many articles name them."""

    who: Who
    href: str
    places: int
    articles: int


class MapView(View, frozen=True, kw_only=True):
    """A map with its list: of the archive, of the world, or of a country and the places in it (`of`).

    `window` is None where no position is known, and on the further sheets of the list. Of `placed` places on
    record in the window the `marks` are those that most articles name. `maps` are the maps of countries.
    """

    template = "map.html"

    kind: Literal["archive", "world", "country"]
    of: Who | None
    window: Window | None
    marks: tuple[Mark, ...]
    placed: int
    places: tuple[PlaceRow, ...]
    total: int
    unplaced: int
    maps: tuple[MapName, ...]
    sheet: Sheet


class Node(Value, frozen=True):
    """A name in the network: in how many paragraphs it stands."""

    who: Who
    type: NameType
    paragraphs: int


class Edge(Value, frozen=True):
    """Two names of the network by their places in its list: how many paragraphs have both, how telling it is.

    `step` is 1 to 3: 3 for the third of the edges that is furthest from chance.
    """

    one: int
    other: int
    paragraphs: int
    step: int


class NetworkView(View, frozen=True, kw_only=True):
    """Names that stand together in paragraphs more often than chance has it; the most frequent name first."""

    template = "network.html"

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    names: int


Kind = Literal["text", "assert", "deny", "expect", "doubt", "accuse", "call", "ask", "answer"]


class Cell(Value, frozen=True):
    """What of one kind a source has in one column; `href` leads to it where it is one, else to all there."""

    column: int
    kind: Kind
    number: int
    href: str


class Track(Value, frozen=True):
    """A source's lane; nobody's is that of the sources that have none of their own."""

    who: Who | None
    cells: tuple[Cell, ...]


class Column(Value, frozen=True):
    """A day, month or year (EDTF), where it leads, what falls on it: texts, statements, mentions of it."""

    period: str
    href: str | None
    texts: int
    statements: int
    named: int


class TimelineView(View, frozen=True, kw_only=True):
    """Texts and statements by time and source, in a month, a year or the whole archive (`period` None).

    `unit` is that of a column; `fine`: each kind of statement has a sign of its own. `periods` lead to the
    parts of the archive's time, each with how much it has. `undated`: how many texts have no day.
    """

    template = "timeline.html"

    period: str | None
    unit: Literal["day", "month", "year"]
    fine: bool
    columns: tuple[Column, ...]
    tracks: tuple[Track, ...]
    periods: tuple[Column, ...]
    undated: int
