"""The digests of a site's files, as lines of BagIt's manifests: SHA-256, two spaces, path; sorted by path.

RFC 8493, section 2.1.3: paths with «/», whose line feeds, carriage returns and percent signs are written %0A,
%0D and %25.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAME = "manifest-sha256.txt"
_LINE = re.compile(r"(?P<sha256>[0-9a-fA-F]{64})(?:  | \*|[ \t]+)(?:\./)?(?P<path>.+)")
_ESCAPE = re.compile("%(25|0[AaDd])")
_ESCAPES = (("%", "%25"), ("\n", "%0A"), ("\r", "%0D"))


def written(digests: Mapping[str, str]) -> bytes:
    """The manifest of files by their path, each with its SHA-256 in hexadecimal."""
    rows = sorted((_escaped(path), sha256) for path, sha256 in digests.items())
    return "".join(f"{sha256}  {path}\n" for path, sha256 in rows).encode()


def read(data: bytes) -> tuple[dict[str, str], tuple[int, str] | None]:
    """A manifest's digests by path, and its first bad line: its number, and why; None where all are good.

    A path that leads out of the folder is bad: nobody shall be made to read what lies beside a site.
    """
    found: dict[str, str] = {}
    try:
        rows = data.decode().split("\n")
    except UnicodeDecodeError as error:
        return {}, (data.count(b"\n", 0, error.start) + 1, "it is not UTF-8")
    for number, row in enumerate(rows, 1):
        if not row.rstrip("\r"):
            continue
        line = _LINE.fullmatch(row.rstrip("\r"))
        if line is None:
            return {}, (number, "64 hexadecimal digits, two spaces and a path are expected")
        path = _plain(line["path"])
        parts = path.split("/")
        if ".." in parts or "" in parts or "." in parts or "\0" in path:
            return {}, (number, "the path leads out of the folder")
        if path in found:
            return {}, (number, "this path stands here twice")
        found[path] = line["sha256"].lower()
    return found, None


def _escaped(path: str) -> str:
    for sign, escape in _ESCAPES:
        path = path.replace(sign, escape)
    return path


def _plain(path: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), path)
