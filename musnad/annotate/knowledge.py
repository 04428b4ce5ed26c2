"""What the annotators know beside the text: the curated authority records."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from musnad import ids
from musnad.arabic.fold import fold
from musnad.model import Entity, Value

MADE = "n-"
_LETTERS = 12  # 60 bits: among a million names two meet in one archive of two million


T = TypeVar("T")
_KEPT = 4


class Knowledge(Value, frozen=True):
    """The authority records an article is read with; empty with `--no-authority`."""

    entities: tuple[Entity, ...] = ()


def made_id(name: str, kind: str) -> str:
    """The id of an entity of a type (`kind`) that no record has: «n-» and 12 letters of Crockford base32.

    They come from the type and the folded name, without marks and white space; an authority record's id never
    begins so.
    """
    letters = "".join(c for c in fold(name) if c.isalnum())
    return MADE + ids.of_words(kind, letters, length=_LETTERS)


def for_records(make: Callable[[tuple[Entity, ...]], T]) -> Callable[[tuple[Entity, ...]], T]:
    """What `make` makes of authority records, made once: all articles of a build are read with one tuple."""
    kept: dict[int, tuple[tuple[Entity, ...], T]] = {}

    @wraps(make)
    def made(entities: tuple[Entity, ...]) -> T:
        found = kept.get(id(entities))
        if found is None or found[0] is not entities:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[id(entities)] = (entities, make(entities))
        return found[1]

    return made
