"""The rules that guess at names nothing knows, by the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musnad.annotate.names.bodies import bodies
from musnad.annotate.names.events import events
from musnad.annotate.names.frames import frames, wars
from musnad.annotate.names.letters import letters
from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.outlets import foreign, listings, outlets
from musnad.annotate.names.people import people
from musnad.annotate.names.places import places, regions, sites

RULES: tuple[Callable[[Line], Iterator[Found]], ...] = (
    frames,
    wars,
    bodies,
    events,
    letters,
    outlets,
    listings,
    foreign,
    people,
    places,
    regions,
    sites,
)


def guesses(here: Line) -> Iterator[Found]:
    """Every name that a rule finds in a line, overlapping ones included."""
    for rule in RULES:
        yield from rule(here)
