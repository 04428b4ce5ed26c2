"""Files that curators write for one article or one question: their YAML as plain data with lines."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from musnad.problems import Problems, problem
from musnad.records import Lines, parse_yaml


def document(path: str, data: bytes) -> tuple[Any, Lines, Problems]:
    """A file's YAML as plain data, None where there is none, with the line of each of its parts."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, {}, (problem("not-utf8", path, offset=error.start),)
    return parse_yaml(text, path)


def parts(lines: Lines, key: str) -> dict[str | int, Lines]:
    """The lines of each part of a list that stands under this key of a document, by its place in the list."""
    found: defaultdict[str | int, Lines] = defaultdict(dict)
    for at, line in lines.items():
        if len(at) > 1 and at[0] == key:
            found[at[1]][at[2:]] = line
    return dict(found)
