"""Releases an archive, killed at a moment: `killed.py ROOT DAY MOMENT`; with «-» for the moment it ends.

A moment is right before a file of the archive is opened for writing («open PATH»), moved («os.rename PATH»),
taken away or linked, or the old and the new site are exchanged («exchange»).
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import build

WRITES = ("os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir")


def main(root: Path, day: str, moment: str) -> None:
    """Release an archive, up to a moment."""

    def hook(event: str, given: tuple[object, ...]) -> None:
        path = str(given[0]) if given else ""
        opened = event == "open" and str(given[1])[:1] in "wx"
        if event == "ctypes.dlopen":  # by which names are exchanged
            now = "exchange"
        elif path.startswith(str(root)) and (opened or event in WRITES):
            now = f"{event} {os.path.relpath(path, root)}"
        else:
            return
        if now == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    build.main(["--root", str(root), "--workers", "1", "release", "--date", day])


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
