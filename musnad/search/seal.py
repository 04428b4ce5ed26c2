"""A seal on a folder's files: whether they are those this program wrote here.

Whoosh keeps pickles in its index, and a pickle can run anything when it is read. So an index that came with
somebody's archive must never be opened. The seal notes of every file its size, its inode and the time of its
last change in nanoseconds, which whoever packs an archive cannot foresee and unpacking cannot set. A folder
that was copied, restored or touched is no longer sealed; its index is made anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_SEAL = "sealed.json"


def seal(folder: Path, note: dict[str, Any]) -> None:
    """Seal a folder's files as they are now, with a note (values of JSON)."""
    whole = {"files": _files(folder), "note": note}
    new = folder / f"{_SEAL}.new"
    new.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    new.replace(folder / _SEAL)


def sealed(folder: Path) -> dict[str, Any] | None:
    """The note of a folder whose files are all as they were sealed, or None."""
    try:
        whole = json.loads((folder / _SEAL).read_text("utf-8"))
        return dict(whole["note"]) if whole["files"] == _files(folder) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _files(folder: Path) -> dict[str, list[int]]:
    found = {}
    for path in folder.iterdir():
        if not path.name.startswith(_SEAL):
            stat = path.lstat()
            found[path.name] = [stat.st_size, stat.st_ino, stat.st_ctime_ns]
    return found
