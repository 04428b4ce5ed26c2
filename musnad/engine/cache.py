"""Results kept from build to build, by the digest of all they were made from; one sqlite3 file.

A cache is never a reason to fail and never a source of truth: a file that is damaged is thrown away, an
entry that is damaged counts as absent, and where none can be written the build goes on without.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from musnad.engine.fingerprint import digest

_SCHEMA = "CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
_CHECK = len(digest())  # a digest of key and value stands before each value
_BATCH = 256  # entries kept back before they are written: what a kill can lose
_NOT_DAMAGE = ("BUSY", "LOCKED", "FULL", "READONLY", "CANTOPEN", "PERM", "AUTH", "NOMEM")
_FAILURES = (sqlite3.Error, UnicodeDecodeError)  # the latter where a damaged file is quoted in the message


class Cache:
    """Values by key; `with` closes it. Values are msgspec's MessagePack, never pickled.

    Without a path they are kept in memory, and gone with it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._pending: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._db = self._open()

    def get(self, key: bytes, kind: Any) -> Any | None:
        """The value put under the key, read as type `kind`; None where there is none that is sound."""
        stored = self._sound(key)
        try:
            return None if stored is None else msgspec.msgpack.decode(stored, type=kind)
        except msgspec.DecodeError:
            return None

    def has(self, key: bytes) -> bool:
        """Whether a sound value was put under the key, of whatever type."""
        return self._sound(key) is not None

    def put(self, key: bytes, value: object) -> None:
        """Keep a value under a key."""
        data = msgspec.msgpack.encode(value)
        self._pending[key] = digest(key, data) + data
        self._used.add(key)
        if len(self._pending) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was put, so that it outlives this process."""
        self._write("INSERT OR REPLACE INTO entry VALUES (?, ?)", list(self._pending.items()))
        self._pending.clear()

    def prune(self) -> None:
        """Forget every entry that was neither got nor put since the cache was opened."""
        self.flush()
        stale = {row[0] for row in self._run("SELECT key FROM entry")} - self._used
        self._write("DELETE FROM entry WHERE key = ?", [(key,) for key in stale])

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        try:
            self.flush()
        finally:
            self._db.close()

    def _sound(self, key: bytes) -> bytes | None:
        stored = self._pending.get(key)
        if stored is None:
            rows = self._run("SELECT CAST(value AS BLOB) FROM entry WHERE key = ?", (key,))
            stored = rows[0][0] or b"" if rows else b""
        if stored[:_CHECK] != digest(key, stored[_CHECK:]):
            return None
        self._used.add(key)
        return stored[_CHECK:]

    def _run(self, statement: str, values: tuple[object, ...] = ()) -> list[Any]:
        try:
            return self._db.execute(statement, values).fetchall()
        except _FAILURES as error:
            self._recover(error)
            return []

    def _write(self, statement: str, rows: list[Any]) -> None:
        try:
            with self._db:
                self._db.executemany(statement, rows)
        except _FAILURES as error:
            self._recover(error)

    def _open(self) -> sqlite3.Connection:
        for _ in range(2):
            if self._path is None:
                break
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                return _connect(str(self._path))
            except OSError:
                break
            except _FAILURES as error:
                if not _is_damage(error):
                    break
                self._discard()
        return _connect(":memory:")

    def _recover(self, error: Exception) -> None:
        if _is_damage(error):
            self._db.close()
            self._discard()
            self._db = self._open()

    def _discard(self) -> None:
        if self._path is not None:
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _connect(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")
        db.execute(_SCHEMA)
        db.execute("SELECT key, value FROM entry LIMIT 1").fetchall()
    except _FAILURES:
        db.close()
        raise
    return db


def _is_damage(error: Exception) -> bool:
    name = getattr(error, "sqlite_errorname", "")
    return not any(word in name for word in _NOT_DAMAGE)
