"""One run's means: the cache, the processes, and whom to tell how far it is."""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

from musnad.engine.cache import Cache
from musnad.engine.fingerprint import code, digest
from musnad.engine.pool import Pool
from musnad.model import Value

Item = TypeVar("Item")
Made = TypeVar("Made")
Show = Callable[[str, int, int | None], None]  # what is being done, how many are done, of how many if known


def quiet(doing: str, done: int, total: int | None) -> None:
    """Tell nobody."""


class Step(Value, Generic[Item, Made], frozen=True):
    """How items become results: `prepare(*context)` returns the function from an item to its result.

    `doing` tells a reader what is done, `stage` names the package the function is from, `kind` is the type of
    the results.
    """

    doing: str
    stage: str
    prepare: Callable[..., Callable[[Item], Made]]
    kind: Any
    context: tuple[Any, ...] = ()

    @property
    def made_by(self) -> bytes:
        """What a result depends on beside its item."""
        return digest(self.stage, code(self.stage), self.prepare.__qualname__, self.context)


class Work(Value, frozen=True):
    """How the steps of a run are carried out."""

    cache: Cache
    pool: Pool = Pool()
    show: Show = quiet

    def cached(self, step: Step[Item, Made], items: Iterable[Item]) -> list[Made]:
        """Each item's result, in order; only those that the cache does not hold are made."""
        found: dict[bytes, Made] = {}
        missing: dict[bytes, Item] = {}
        keys = []
        for item in items:
            key = digest(step.made_by, item)
            keys.append(key)
            value = self.cache.get(key, step.kind)
            if value is None:
                missing[key] = item
            else:
                found[key] = value
        found |= self._made(step, missing)
        return [found[key] for key in keys]

    def streamed(self, step: Step[Item, Made], items: Sequence[Item]) -> Iterator[Made]:
        """The same, one result at a time, so that never all are in memory."""
        made_by = step.made_by
        keys = [digest(made_by, item) for item in items]
        missing = {key: item for key, item in zip(keys, items, strict=True) if not self.cache.has(key)}
        made, awaited = self._made(step, missing), set(missing)
        for key, item in zip(keys, items, strict=True):
            if key in awaited:
                awaited.remove(key)
                yield next(made)[1]
            else:
                value = self.cache.get(key, step.kind)
                yield next(self.pool.map(step.prepare, step.context, [item])) if value is None else value

    def _made(self, step: Step[Item, Made], missing: dict[bytes, Item]) -> Iterator[tuple[bytes, Made]]:
        made = self.pool.map(step.prepare, step.context, missing.values())
        for key, value in zip(missing, self.watched(step.doing, made, len(missing)), strict=True):
            self.cache.put(key, value)
            yield key, value

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
