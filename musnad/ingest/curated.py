"""Files that curators write for one article or one question: their YAML as plain data with lines."""

from __future__ import annotations

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


def below(lines: Lines, *at: str | int) -> Lines:
    """The lines of one part of a document, which stands `at` these keys and places in lists."""
    size = len(at)
    return {place[size:]: line for place, line in lines.items() if place[:size] == at}
