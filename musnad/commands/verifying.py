"""A site held against its manifest: `verify`, wherever the folder has been taken to."""

from __future__ import annotations

from pathlib import Path

from musnad.engine import disk
from musnad.engine.publish import MARKER
from musnad.engine.verify import differences
from musnad.problems import Problems, problem
from musnad.release import manifest


def verify(folder: Path) -> tuple[int, Problems]:
    """How many files a site's manifest names, and each file that is not as it says, missing or extra."""
    name = f"{folder}/{manifest.NAME}"
    data, unread = disk.read(folder / manifest.NAME, name)
    if data is None:
        return 0, unread
    digests, wrong = manifest.read(data)
    if wrong:
        line, reason = wrong
        return 0, (problem("bad-manifest", name, line, reason=reason),)
    found = differences(folder, digests, (manifest.NAME, MARKER))
    return len(digests), tuple(
        problem(f"file-{how}", disk.unicode_name(f"{folder}/{path}")) for how, path in found
    )
