"""Class words: what stands before a name and says what it names. The list is `data/class_words.tsv`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.annotate.names.tables import table
from musnad.arabic.fold import fold
from musnad.model import NameType


class ClassWord(NamedTuple):
    """What a class word announces, and where it stands.

    `kind` is its kind in the table. `place` is «outside» a name's span, «inside» it, or inside it and of the
    «same» meaning as the bare name.
    """

    type: NameType
    kind: str
    place: str


@cache
def class_words() -> dict[str, ClassWord]:
    """The class words by their folded form."""
    bodies: tuple[str, ...] = ("organization", "media", "company", "movement", "club")
    types: dict[str, NameType] = {"event": "event", **dict.fromkeys(bodies, "organization")}
    return {
        fold(word): ClassWord(types.get(kind, "place"), kind, place)
        for word, kind, place in table("class_words.tsv")
    }


def announces(word: str, kind: NameType) -> bool:
    """Whether a folded word is a class word for names of this type."""
    entry = class_words().get(word)
    return entry is not None and entry.type == kind
