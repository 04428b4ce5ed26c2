"""The files of static/ as they are published: our scripts and styles made small, scripts that are always
loaded together in one file.

tdewolff's minifier renames what is local to a function and writes both shorter; what scripts see of one
another (names outside all functions, properties, strings) stays. An archive's own are published as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from musnad.engine import disk
from musnad.interface import HOUSE
from musnad.model import Output

_FOLDER = "static"
_KINDS = {".css": "text/css", ".js": "text/javascript"}
# What a published script begins with.
PARTS = {
    "compare.js": ("align.js",),
    "page.js": ("marks.js", "page-hits.js", "cite.js", "concordance.js"),
    "search.js": (
        "analyzer.js",
        "search-index.js",
        "search-record.js",
        "search-query.js",
        "search-excerpt.js",
        "search-results.js",
        "search-engine.js",
    ),
    "search-panel.js": ("search-near.js", "search-facets.js", "search-suggest.js"),
}


# The script that keeps the site in a browser; it stands at the root, for it sees nothing above itself.
_KEEPERS = {True: "sw.js", False: "sw-off.js"}


def assets(root: Path, offline: bool = True) -> Iterator[Output]:
    """The styles, scripts and fonts of the archive at `root`: its own, and ours where
    it has none of that name. `offline`: whether browsers keep the site for reading without a network."""
    own = {} if root.resolve() == HOUSE.resolve() else disk.overlay(root / _FOLDER)
    ours = disk.overlay(HOUSE / _FOLDER)
    made = {**{path: published(path, data) for path, data in ours.items() if path not in own}, **own}
    begun = {path: b";\n".join(made[part] for part in (*parts, path)) for path, parts in PARTS.items()}
    yield Output("sw.js", made[_KEEPERS[offline]])
    parts = {*chain(*PARTS.values()), *_KEEPERS.values()}
    for path, data in sorted({**made, **begun}.items()):
        if path not in parts:
            yield Output(f"{_FOLDER}/{path}", data)


def published(path: str, data: bytes) -> bytes:
    """One of our files as it is published."""
    kind = _KINDS.get(PurePosixPath(path).suffix)
    if not kind:
        return data
    import minify  # not above: it starts threads, and workers are forked from a process that has this module

    return str(minify.string(kind, data.decode())).encode()
