"""Files that curators write for one article, question or story: their YAML as plain data with lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Any

from msgspec import Meta

from musnad.config import Language
from musnad.problems import Problems, problem
from musnad.records import Lines, parse_yaml

Words = Annotated[dict[Language, Annotated[str, Meta(min_length=1, pattern=r"\w")]], Meta(min_length=1)]

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


def file_id(path: str) -> tuple[str, Problems]:
    """The id that a file's name is, which is an address, and what is wrong with it."""
    id_ = PurePosixPath(path).stem
    if _ID.fullmatch(id_) and id_ != "index":
        return id_, ()
    return id_, (problem("bad-file-name", path, name=id_),)


def by_language(words: Mapping[Language, str]) -> dict[str, str]:
    """A curator's words by interface language."""
    return {str(language): said.strip() for language, said in words.items()}


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
