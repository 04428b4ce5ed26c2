"""Texts of one's own, searched as the site searches its articles, without an archive or a site.

Both files are JSON Lines: of texts `{"id": …, "text": …}`, of queries `{"id": …, "query": …}`; other keys are
passed over. Each text becomes an article without title, date or source, a line a paragraph, and goes through
the pipeline's own steps: annotated, joined, indexed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from musnad import crossref, inputs, pipeline
from musnad.annotate import joined
from musnad.engine import disk
from musnad.engine.fingerprint import code
from musnad.engine.work import Work
from musnad.model import Article, Block
from musnad.problems import Problem, Problems, errors, problem
from musnad.records import convert
from musnad.search import terminal
from musnad.search.query import parse, signs
from musnad.search.vocabulary import Readings

Id = str | int
Found = dict[str, Any]  # {"id": a query's, "found": [texts' ids, the best first]}
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


class Text(msgspec.Struct, frozen=True):
    """A text to search."""

    id: Id
    text: str


class Question(msgspec.Struct, frozen=True):
    """A query to answer, in the language of the site's search."""

    id: Id
    query: str


Row = TypeVar("Row", Text, Question)


def search_texts(root: Path, texts: Path, queries: Path, work: Work) -> tuple[list[Found], Problems]:
    """What each query of a file finds among the texts of another; nothing where one of them has errors.

    The archive's authority records at `root`, if there are any, are known. Of texts that fit a query equally
    well the one further up in its file is first.
    """
    entities, problems = inputs.read_authority(root)
    kept, unread = _rows(texts, Text)
    asked, unasked = _rows(queries, Question)
    problems += (*unread, *unasked)
    if errors(problems):
        return [], problems
    articles = {f"a{number:07}": one for number, one in enumerate(kept)}
    made = [_article(key, one.text) for key, one in articles.items()]
    annotations = pipeline.annotate_all(made, entities, work)
    archive, unresolved = crossref.compile(made, annotations, joined(entities).all())
    readings = pipeline.readings(work)
    with tempfile.TemporaryDirectory(prefix="musnad-") as folder:
        index = Path(folder, "whoosh")
        terminal.update(index, pipeline.entries(archive, work), code("search"))
        found = [{"id": one.id, "found": _found(index, one.query, articles, readings)} for one in asked]
    return found, (*problems, *unresolved)


def _found(index: Path, query: str, articles: Mapping[str, Text], readings: Readings) -> list[Id]:
    """A text has what its article has; where a query asks for what only statements have, what these have."""
    said = any(one.field in signs()["statements"] for one in parse(query).filters if not one.excluded)
    found = terminal.documents(index, query, readings)
    return list(dict.fromkeys(articles[one.article].id for one in found if said or not one.place))


def _article(id_: str, text: str) -> Article:
    blocks = tuple(Block(line.start(), line.end(), "body") for line in _LINE.finditer(text))
    return Article(id=id_, title="", text=text, blocks=blocks)


def _rows(path: Path, kind: type[Row]) -> tuple[list[Row], Problems]:
    """The rows of a file of JSON Lines, empty lines apart, with all that is wrong in it."""
    name = disk.unicode_name(str(path))
    data, problems = disk.read(path)
    rows: list[Row] = []
    lines: dict[Id, int] = {}
    for number, line in enumerate((data or b"").removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            row, found = _row(line, name, number, kind)
            problems += found
            if row is not None:
                rows.append(row)
                if lines.setdefault(row.id, number) != number:
                    problems += (_twice(row.id, name, number, lines),)
    return rows, problems


def _row(line: bytes, name: str, number: int, kind: type[Row]) -> tuple[Row | None, Problems]:
    try:
        data = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return None, (problem("bad-json", name, number, reason=str(error)),)
    if not isinstance(data, dict):
        return None, (problem("bad-json", name, number, reason="an object is expected"),)
    known = {key: value for key, value in data.items() if key in kind.__struct_fields__}
    return convert(known, {(): number}, name, kind)


def _twice(id_: Id, name: str, number: int, lines: Mapping[Id, int]) -> Problem:
    return problem("duplicate-id", name, number, id=id_, first=f"line {lines[id_]}")
