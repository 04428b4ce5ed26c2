"""Two folders' names exchanged in one step of the system, where it has one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100  # linux/fcntl.h: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE in linux/fs.h; RENAME_SWAP in macOS' sys/stdio.h
_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)  # the kernel or the file system does not know it


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two existing folders on one file system, at once: no reader finds neither.

    False where the system cannot; OSError for any other reason why it does not work.
    """
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _EXCHANGE)
    else:
        return False
    number = ctypes.get_errno() if failed else 0
    if number in _UNABLE:
        return False
    if number:
        raise OSError(number, os.strerror(number), str(one))
    return True
