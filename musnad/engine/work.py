"""One run's means: the cache, the processes, and whom to tell how far it is."""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from musnad.engine.cache import Cache
from musnad.engine.fingerprint import code, digest
from musnad.engine.pool import Pool
from musnad.model import Value

Item = TypeVar("Item")
Made = TypeVar("Made")
Show = Callable[[str, int, int | None], None]  # what is being done, how many are done, of how many if known
Prepare = Callable[..., Callable[[Item], Made]]


def quiet(doing: str, done: int, total: int | None) -> None:
    """Tell nobody."""


class Work(Value, frozen=True):
    """How the steps of a run are carried out."""

    cache: Cache
    pool: Pool = Pool()
    show: Show = quiet

    def cached(
        self,
        doing: str,
        stage: str,
        prepare: Prepare[Item, Made],
        context: tuple[Any, ...],
        items: Iterable[Item],
        kind: Any,
    ) -> list[Made]:
        """Each item's result, of type `kind`, in order; only those that the cache does not hold are made.

        `prepare(*context)` returns the function from item to result, `stage` names the package it is from.
        """
        made_by = digest(stage, code(stage), prepare.__qualname__, context)
        found: dict[bytes, Made] = {}
        missing: dict[bytes, Item] = {}
        keys = []
        for item in items:
            key = digest(made_by, item)
            keys.append(key)
            value = self.cache.get(key, kind)
            if value is None:
                missing[key] = item
            else:
                found[key] = value
        made = self.watched(doing, self.pool.map(prepare, context, missing.values()), len(missing))
        for key, value in zip(missing, made, strict=True):
            self.cache.put(key, value)
            found[key] = value
        return [found[key] for key in keys]

    def watched(self, doing: str, items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
        """The items, telling how many have passed."""
        count = 0
        for count, item in enumerate(items, 1):
            self.show(doing, count, total)
            yield item
        if total is None:
            self.show(doing, count, count)


@contextmanager
def opened(root: Path, workers: int = 0, show: Show = quiet, alone: bool = False) -> Iterator[Work]:
    """The means of a run in the archive at `root`; `workers` 0 takes one a core.

    In a folder that is no archive nothing is kept. `alone` waits until no other run that is alone goes on in
    the archive: builds publish one at a time.
    """
    pool = Pool(workers or os.cpu_count() or 1)
    if not (root / "site.toml").exists():
        with _uncollected(), Cache() as cache:
            yield Work(cache, pool, show)
        return
    folder = root / ".musnad"
    folder.mkdir(exist_ok=True)
    with _uncollected(), open(folder / "lock", "wb") as lock, Cache(folder / "cache.db") as cache:
        if alone:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                show("waiting for another build of this archive", 0, None)
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield Work(cache, pool, show)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's search for cycles: values have none, and it took a quarter of a build."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
