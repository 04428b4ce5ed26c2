"""What the annotators know beside the text: the curated authority records."""

from __future__ import annotations

import hashlib

from musnad.arabic.fold import fold
from musnad.model import Entity, Value

MADE = "n-"
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


class Knowledge(Value, frozen=True):
    """The authority records an article is read with; empty with `--no-authority`."""

    entities: tuple[Entity, ...] = ()


def made_id(name: str, kind: str) -> str:
    """The id of an entity of a type (`kind`) that no record has: «n-» and 7 letters of Crockford base32.

    They come from the type and the folded name, without marks and white space; an authority record's id never
    begins so.
    """
    letters = "".join(c for c in fold(name) if c.isalnum())
    number = int.from_bytes(hashlib.sha256(f"{kind}\n{letters}".encode()).digest()[:5], "big") >> 5
    return MADE + "".join(_CROCKFORD[number >> shift & 31] for shift in range(30, -1, -5))
