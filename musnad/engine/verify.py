"""A folder's files held against their digests: read in pieces, so that a file of any size is held."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path


def sha256(path: Path) -> str | None:
    """A file's SHA-256 in hexadecimal; None where there is no such file, or it is no plain one.

    OSError where it is there and cannot be read. A link is not followed: what lies elsewhere is no part of
    the folder.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None


def differences(
    folder: Path, digests: Mapping[str, str], passed: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Where the files of a folder differ from the digests by path: («changed», «missing» or «extra», path).

    In order of path. Names in `passed` at the folder's top are passed over.
    """
    found = set(_files(folder)) - set(passed)
    for path in sorted(found | digests.keys()):
        if path not in digests:
            yield "extra", path
        elif path not in found:
            yield "missing", path
        elif sha256(folder / path) != digests[path]:
            yield "changed", path


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files, and of links, whatever their names."""
    for at, folders, names in os.walk(folder, onerror=_refused):
        linked = [name for name in folders if Path(at, name).is_symlink()]
        for name in (*names, *linked):
            yield Path(at, name).relative_to(folder).as_posix()


def _refused(error: OSError) -> None:
    raise error
