"""What the annotators know beside the text: the curated authority records."""

from __future__ import annotations

from musnad.model import Entity, Value


class Knowledge(Value, frozen=True):
    """The authority records an article is read with; empty with `--no-authority`."""

    entities: tuple[Entity, ...] = ()
