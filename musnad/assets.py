"""The files of static/ as they are published: our scripts and styles made small.

tdewolff's minifier renames what is local to a function and writes both shorter; what scripts see of one
another (names outside all functions, properties, strings) stays. An archive's own are published as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from musnad.engine import disk
from musnad.interface import HOUSE
from musnad.model import Output

_FOLDER = "static"
_KINDS = {".css": "text/css", ".js": "text/javascript"}


def assets(root: Path) -> Iterator[Output]:
    """The styles, scripts and fonts of the archive at `root`: its own, and ours where
    it has none of that name."""
    own = {} if root.resolve() == HOUSE.resolve() else disk.overlay(root / _FOLDER)
    for path, data in sorted({**disk.overlay(HOUSE / _FOLDER), **own}.items()):
        yield Output(f"{_FOLDER}/{path}", data if path in own else published(path, data))


def published(path: str, data: bytes) -> bytes:
    """One of our files as it is published."""
    kind = _KINDS.get(PurePosixPath(path).suffix)
    if not kind:
        return data
    import minify  # not above: it starts threads, and workers are forked from a process that has this module

    return str(minify.string(kind, data.decode())).encode()
