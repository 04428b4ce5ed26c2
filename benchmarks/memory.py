"""What a process and its children use together, seen from /proc (Linux): memory, and processor time."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from types import TracebackType

_SHARE = re.compile(
    rb"^Pss:\s+(\d+) kB", re.MULTILINE
)  # memory shared by n processes counts as an n-th in each
_EVERY = 0.1  # seconds


class Watch:
    """Looks at a process until the `with` block ends; `peak` is in bytes, `spent` in seconds."""

    def __init__(self, process: int) -> None:
        self.peak = 0
        self.spent = 0.0
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            family = _family(self._process)
            self.peak = max(self.peak, sum(map(_held, family)))
            self.spent = max(self.spent, sum(map(_spent, family)))


def spent(process: int) -> float:
    """The seconds of the processor that a process and its children have used so far."""
    return sum(map(_spent, _family(process)))


def _family(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(member for child in children for member in _family(child))]


def _held(process: int) -> int:
    try:
        found = _SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def _spent(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")  # its own and its ended children's
