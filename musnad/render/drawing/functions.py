"""The pictures as templates call them: from which side and in which words, by the page they are on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from musnad.render.drawing import lanes, map, network, scale, spread, timeline
from musnad.render.values.common import Who
from musnad.render.values.measures import MeasureRow
from musnad.render.values.pictures import Column, Kind, MapView, NetworkView, Node, TimelineView
from musnad.render.values.questions import QuestionView
from musnad.render.values.statements import ClaimView


def _from_right(context: Context) -> bool:
    return bool(context["w"]["direction"] == "rtl")


@pass_context
def _spread(context: Context, view: ClaimView) -> spread.Picture | None:
    return spread.spread(view, _from_right(context))


@pass_context
def _lanes(context: Context, view: QuestionView) -> lanes.Picture | None:
    return lanes.lanes(view, _from_right(context))


@pass_context
def _scale(context: Context, measure: MeasureRow) -> scale.Scale:
    return scale.scale(measure, _from_right(context))


@pass_context
def _map_picture(context: Context, view: MapView) -> map.Picture | None:
    return map.drawn(view, context["language"], _from_right(context))


@pass_context
def _network_picture(context: Context, view: NetworkView) -> network.Picture:
    return network.network(view, context["language"])


@pass_context
def _timeline_picture(context: Context, view: TimelineView) -> timeline.Picture | None:
    return timeline.timeline(view, _from_right(context))


def _by_source(view: TimelineView, column: Column) -> list[tuple[Who | None, list[tuple[Kind, int, str]]]]:
    """What each source has in a column of the timeline, by kind."""
    at = view.columns.index(column)
    found = (
        (track.who, [(cell.kind, cell.number, cell.href) for cell in track.cells if cell.column == at])
        for track in view.tracks
    )
    return [(who, told) for who, told in found if told]


def _neighbours(view: NetworkView) -> list[tuple[Node, list[tuple[Node, int]]]]:
    """The names of a network, each with those beside it and how many paragraphs have both, the most first."""
    beside: list[list[tuple[Node, int]]] = [[] for _ in view.nodes]
    for edge in view.edges:
        beside[edge.one].append((view.nodes[edge.other], edge.paragraphs))
        beside[edge.other].append((view.nodes[edge.one], edge.paragraphs))
    told = (sorted(found, key=lambda pair: -pair[1]) for found in beside)
    return list(zip(view.nodes, told, strict=True))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "spread": _spread,
    "lanes": _lanes,
    "shape_of": lanes.shape,
    "scale": _scale,
    "map_picture": _map_picture,
    "network_picture": _network_picture,
    "outline_of": network.outline,
    "neighbours": _neighbours,
    "timeline_picture": _timeline_picture,
    "shape_index": timeline.SHAPES.__getitem__,
    "by_source": _by_source,
}
