"""The terminal's index from one search to the next: one process at a time; made anew where it is no use."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from musnad.model import Value
from musnad.search import terminal
from musnad.search.documents import Entry
from musnad.search.seal import sealed

Answer = TypeVar("Answer")

REASONS = {
    "changed": "is not as the last search left it",
    "damaged": "cannot be read",
}


class Kept(Value, frozen=True):
    """How an index came to be as it is: how many articles were indexed, and why it was made anew, if it was.

    `anew` is empty or one of REASONS.
    """

    indexed: int
    anew: str = ""


def ask(
    folder: Path,
    entries: Callable[[], Iterable[Entry]],
    made_by: bytes,
    question: Callable[[Path], Answer],
    waiting: Callable[[], None] = lambda: None,
) -> tuple[Answer, Kept]:
    """Bring the index in `folder` up to date, and what a question asked of it finds.

    See `terminal.update`. `waiting` is called where another process has the index. Whatever goes wrong, once
    the index is made anew; what goes wrong then is raised.
    """
    with _alone(folder, waiting):
        anew = "changed" if folder.exists() and sealed(folder) is None else ""
        try:
            indexed = terminal.update(folder, entries(), made_by)
            return question(folder), Kept(indexed, anew)
        except Exception:  # a damaged file of Whoosh's raises anything
            shutil.rmtree(folder, ignore_errors=True)
            indexed = terminal.update(folder, entries(), made_by)
            return question(folder), Kept(indexed, "damaged")


@contextmanager
def _alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """While no other process uses the index. The system lets go of the lock of a process that is killed."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_name(f"{folder.name}.lock"), "wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
