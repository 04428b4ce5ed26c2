"""What the annotators know beside the text: the curated authority records."""

from __future__ import annotations

from musnad import ids
from musnad.arabic.fold import fold
from musnad.model import Entity, Value

MADE = "n-"


class Knowledge(Value, frozen=True):
    """The authority records an article is read with; empty with `--no-authority`."""

    entities: tuple[Entity, ...] = ()


def made_id(name: str, kind: str) -> str:
    """The id of an entity of a type (`kind`) that no record has: «n-» and 7 letters of Crockford base32.

    They come from the type and the folded name, without marks and white space; an authority record's id never
    begins so.
    """
    letters = "".join(c for c in fold(name) if c.isalnum())
    return MADE + ids.of_words(kind, letters)
