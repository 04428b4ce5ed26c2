"""The rules that guess at names nothing knows, by the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.bodies import bodies
from musnad.annotate.names.rules.events import events
from musnad.annotate.names.rules.frames import frames, wars
from musnad.annotate.names.rules.letters import letters
from musnad.annotate.names.rules.outlets import foreign, listings, outlets
from musnad.annotate.names.rules.people import people
from musnad.annotate.names.rules.places import places, regions, sites

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
