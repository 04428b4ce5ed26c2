"""The site, replaced whole: whatever kills a build, the old site or the new one stands, never a mixture.

A build writes the new site into a folder beside the old, linking (not copying) the files that stay as they
are, and then exchanges the two folders' names in one step. On systems without such a step the old folder is
moved aside first; should a build die between the two moves, the next one starts by moving it back.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from types import TracebackType

from musnad.engine.cache import Cache
from musnad.engine.exchange import exchange
from musnad.engine.fingerprint import digest
from musnad.problems import Problems, problem

MARKER = ".musnad-site"
_MARKER_TEXT = b"musnad made this folder; every build replaces it whole.\n"
_Print = tuple[bytes, int, int, int, str]  # of a published file: key, size, time of change, inode, SHA-256


def refuse(site: Path) -> Problems:
    """What forbids a build to replace this folder: that it holds things and musnad has not made it."""
    if site.is_dir() and not (site / MARKER).is_file() and any(site.iterdir()):
        return (problem("not-a-site", site.name),)
    if os.path.lexists(site) and not site.is_dir():
        return (problem("not-a-site", site.name),)
    return ()


class Staging:
    """The next site being written; `with` clears up after it. Nothing is seen before `publish`."""

    def __init__(self, site: Path, cache: Cache) -> None:
        self.written = 0
        self._site = site.resolve()
        self._new = self._site.with_name(f".{self._site.name}.musnad-new")
        self._old = self._site.with_name(f".{self._site.name}.musnad-old")
        self._cache = cache
        self._ledger_key = digest("published", os.fsencode(self._site))
        self._published: dict[str, _Print] = cache.get(self._ledger_key, dict[str, _Print]) or {}
        self._ledger: dict[str, _Print] = {}
        self._folders: set[str] = set()

    def __enter__(self) -> Staging:
        if self._old.exists() and not self._site.exists():
            self._old.rename(self._site)
        self._clear()
        self._new.mkdir(parents=True)
        self.write(MARKER, digest(_MARKER_TEXT), _MARKER_TEXT)
        self.written = 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._clear()

    @property
    def files(self) -> int:
        """How many files the next site has so far, the marker left out."""
        return len(self._ledger) - 1

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file that the next site has so far, the marker left out, by path."""
        return {path: print_[4] for path, print_ in self._ledger.items() if path != MARKER}

    def keep(self, path: str, key: bytes) -> bool:
        """Take over a file of the old site, if it was made with this key and nobody has touched it since."""
        known = self._published.get(path)
        if not known or known[0] != key:
            return False
        source = f"{self._site}/{path}"
        try:
            if _print(key, source, known[4]) != known:
                return False
            self._ledger[path] = _linked(source, self._target(path), known)
        except FileNotFoundError:
            return False
        return True

    def write(self, path: str, key: bytes, data: bytes) -> None:
        """Put a file into the next site. `key` stands for everything its bytes were made from."""
        target = self._target(path)
        with open(target, "xb") as file:
            file.write(data)
        self._ledger[path] = _print(key, target, hashlib.sha256(data).hexdigest())
        self.written += 1

    def publish(self) -> int:
        """Let the next site take the old one's place; how many of the old one's files are gone."""
        if not self._site.exists():
            self._new.rename(self._site)
        elif not exchange(self._new, self._site):
            self._site.rename(self._old)
            self._new.rename(self._site)
        self._cache.put(self._ledger_key, self._ledger)
        return len(self._published.keys() - self._ledger.keys())

    def _target(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            if path.startswith("/") or ".." in folder.split("/"):
                raise ValueError(f"not a path within a site: {path!r}")
            (self._new / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        if name in ("", ".", ".."):
            raise ValueError(f"not a path within a site: {path!r}")
        return f"{self._new}/{path}"

    def _clear(self) -> None:
        for folder in (self._new, self._old):
            if folder.exists():
                shutil.rmtree(folder)


def _linked(source: str, target: str, known: _Print) -> _Print:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
        return _print(known[0], target, known[4])
    return known


def _print(key: bytes, path: str, sha256: str) -> _Print:
    found = os.stat(path)
    return key, found.st_size, found.st_mtime_ns, found.st_ino, sha256
