"""What all values are."""

from __future__ import annotations

from msgspec import Struct


class Value(Struct, frozen=True):
    """Base of every value: immutable, hashable, encodable as JSON."""


class Output(Value, frozen=True):
    """A file of the site: its address relative to the site's root, with «/», and its bytes."""

    path: str
    data: bytes
