"""Work spread over processes, its results in the order of its items."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from typing import Any, TypeVar

from musnad.model import Value

Item = TypeVar("Item")
Made = TypeVar("Made")

_PRELOADED = "musnad.pipeline"  # imports all that workers need
_worker: Callable[[Any], Any]


class Pool(Value, frozen=True):
    """How work is spread: so many processes, and none for fewer than `least` items.

    `chunk`: items sent to a process at once; `ahead`: chunks a process that are under way, so that memory
    stays bounded.
    """

    workers: int = 1
    least: int = 32
    chunk: int = 16
    ahead: int = 3

    def map(
        self, prepare: Callable[..., Callable[[Item], Made]], context: tuple[Any, ...], items: Iterable[Item]
    ) -> Iterator[Made]:
        """Each item's result, in order, as they come.

        `prepare(*context)` is called once in every process and returns the function from item to result;
        `prepare`, context, items and results travel between processes.
        """
        items = iter(items)
        first = list(islice(items, self.least))
        if self.workers < 2 or len(first) < self.least:
            work = prepare(*context)
            for chunk in _chunks(chain(first, items), self.chunk):
                yield from map(work, chunk)
                _sweep()
            return
        with ProcessPoolExecutor(self.workers, _forkserver(), _start, (prepare, context)) as pool:
            under_way: deque[Future[list[Any]]] = deque()
            try:
                for chunk in _chunks(chain(first, items), self.chunk):
                    under_way.append(pool.submit(_run, chunk))
                    if len(under_way) >= self.ahead * self.workers:
                        yield from under_way.popleft().result()
                while under_way:
                    yield from under_way.popleft().result()
            finally:
                for future in under_way:
                    future.cancel()


def _forkserver() -> ForkServerContext:
    """Workers start from a process without threads that has our modules, on every system and Python alike."""
    start = multiprocessing.get_context("forkserver")
    start.set_forkserver_preload(["__main__", _PRELOADED])
    # It must look for modules where we do: by itself it looks in the working directory first.
    ours = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"}
    theirs = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        forkserver.ensure_running()
    finally:
        for name, value in theirs.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return start


def _chunks(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while chunk := list(islice(items, size)):
        yield chunk


def _start(prepare: Callable[..., Callable[[Any], Any]], context: tuple[Any, ...]) -> None:
    global _worker
    gc.disable()  # as in the process that waits for us, see work.opened
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that waits for us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = prepare(*context)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _run(chunk: list[Any]) -> list[Any]:
    made = [_worker(item) for item in chunk]
    _sweep()
    return made


def _sweep() -> None:
    """Frees what a chunk left in cycles, as templates do; what outlives a chunk is not looked at again."""
    gc.collect(0)
