"""The files of static/ as they are published: our scripts without comments and indentation.

rjsmin takes these out and alters nothing else, so what a browser says of a published script can be found in
its source. It does not read a template literal inside another one rightly; ours have none. An archive's own
scripts and styles are published as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

from musnad.engine import disk
from musnad.interface import HOUSE
from musnad.model import Output

_FOLDER = "static"


def assets(root: Path) -> Iterator[Output]:
    """The styles, scripts and fonts of the archive at `root`: its own, and ours where
    it has none of that name."""
    own = {} if root.resolve() == HOUSE.resolve() else disk.overlay(root / _FOLDER)
    for path, data in sorted({**disk.overlay(HOUSE / _FOLDER), **own}.items()):
        yield Output(f"{_FOLDER}/{path}", data if path in own else published(path, data))


def published(path: str, data: bytes) -> bytes:
    """One of our files as it is published."""
    return jsmin(data.decode()).encode() if path.endswith(".js") else data
