"""The archive's files: which there are, read whole, written whole."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from musnad.problems import Problem, Problems, problem

RAW = "seeds"  # the folder of the raw files
_LONGEST = 120  # letters of a raw file's name that are kept; file systems take 255 bytes


def read(path: Path, told: str = "") -> tuple[bytes | None, Problems]:
    """A file's bytes, or None with the reason why it cannot be read; `told` is what to call it."""
    try:
        return path.read_bytes(), ()
    except OSError as error:
        name = unicode_name(told or str(path))
        return None, (problem("unreadable", name, reason=error.strerror or "there is no such file"),)


def read_all(root: Path, under: str, suffix: str) -> tuple[tuple[tuple[str, bytes], ...], Problems]:
    """The files below a folder of the archive: path from the root with «/», and bytes; sorted by path.

    Hidden files and editors' leftovers («x~») are passed over. One with another suffix, or that cannot be
    read, is told as a problem.
    """
    found: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path in _walk(root / under):
        name = path.relative_to(root).as_posix()
        if unicode_name(name) != name:
            problems.append(problem("unreadable", unicode_name(name), reason="its name is not Unicode"))
        elif _special(path):
            problems.append(problem("unreadable", name, reason="it is a pipe or a device"))
        elif not name.endswith(suffix):
            problems.append(problem("stray-file", name, folder=under, suffix=suffix))
        else:
            data, wrong = read(path, name)
            problems += wrong
            if data is not None:
                found.append((name, data))
    return tuple(found), tuple(problems)


def read_raw(root: Path, path: str) -> bytes | None:
    """The bytes of a raw file of the archive, by its path from the root; None if there is none in seeds/."""
    if os.path.normpath(path) != path or not path.startswith(f"{RAW}/") or "\0" in path:
        return None
    if _special(root / path):
        return None
    return read(root / path)[0]


def overlay(*folders: Path) -> dict[str, bytes]:
    """Every file below the folders by its path within them; a later folder's file hides an earlier's.

    OSError for a file that cannot be read, or has a name that no address can be made of.
    """
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in _walk(folder):
            name = path.relative_to(folder).as_posix()
            if unicode_name(name) != name:
                raise OSError(errno.EILSEQ, "its name is not Unicode", str(path))
            if not _special(path):
                found[name] = path.read_bytes()
    return dict(sorted(found.items()))


def write(path: Path, data: bytes, lasting: bool = True) -> None:
    """Write a file whole or not at all: a reader, or a kill, finds the old bytes or the new ones.

    `lasting`: a cut of the power too, for milliseconds a file. What a kill leaves is a hidden file that the
    next writing takes away.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}~")
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def raw_path(root: Path, file: Path, data: bytes) -> str:
    """Where in the archive a raw file is kept: where it lies if it lies in seeds/, else seeds/<its name>.

    If another file has that name, the name is made distinct by letters of the bytes' SHA-256.
    """
    seeds = (root / RAW).resolve()
    if file.resolve().is_relative_to(seeds):
        within = file.resolve().relative_to(seeds).as_posix()
        if unicode_name(within) == within:
            return f"{RAW}/{within}"
    name = "".join(letter if letter.isprintable() else "_" for letter in unicode_name(file.name)).lstrip(".")
    stem, suffix = os.path.splitext(name)
    stem = stem[: _LONGEST - len(suffix)]
    path = f"{RAW}/{stem}{suffix}"
    taken, _ = read(root / path)
    if taken is not None and taken != data:
        path = f"{RAW}/{stem}-{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
    return path


def _walk(folder: Path) -> list[Path]:
    found = []
    for at, folders, names in os.walk(folder, onerror=_unless_missing):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at, name) for name in names if not name.startswith(".") and not name.endswith("~")]
    return sorted(found)


def _unless_missing(error: OSError) -> None:
    """A folder that is not there is empty; one that cannot be listed must not be taken for empty."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _special(path: Path) -> bool:
    """Whether reading it could wait without end: a pipe, a socket, a device."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def unicode_name(name: str) -> str:
    """A name as the system gives it, with U+FFFD for bytes that are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")
