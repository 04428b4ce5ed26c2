"""Digests: of values, and of the code and data that turn one value into the next."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

_PACKAGE = Path(__file__).parent.parent
_SHARED = ("arabic", "cite", "model")  # the packages that stages share beside the modules at the top
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest(*parts: object) -> bytes:
    """20 bytes that stand for the parts: bytes as they are, anything else as msgspec encodes it."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else _encode(part)
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.digest()


@cache
def code(stage: str) -> bytes:
    """What a stage's results depend on beside their input.

    Its own modules and data, those that all stages share, the libraries' versions, and Python's (its
    Unicode tables). A stage imports no other stage, so nothing else can change what it makes.
    """
    paths = [*_PACKAGE.glob("*.py"), *_PACKAGE.glob("data/*")]
    for package in (stage, *_SHARED):
        paths += (path for path in (_PACKAGE / package).rglob("*") if "__pycache__" not in path.parts)
    found = {path.relative_to(_PACKAGE).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return digest(found, _libraries(), sys.version)


@cache
def _libraries() -> dict[str, str]:
    """The version of every installed library."""
    return {found.metadata["Name"]: found.version for found in metadata.distributions()}
