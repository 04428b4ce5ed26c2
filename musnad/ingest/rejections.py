"""Marks that a curator says are not so: the list `marks` of an article's corrections."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from msgspec import Meta

from musnad.ingest.curated import document, parts
from musnad.ingest.rulings import Corrections, Said
from musnad.model import MentionType, Rejection, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import convert


class Entry(Value, frozen=True):
    """A rejection as it stands in a file: of a statement by its id, else of marks by words and type."""

    why: Said
    by: Said
    claim: str | None = None
    words: Annotated[str, Meta(min_length=1)] | None = None
    type: MentionType | None = None
    occurrence: Annotated[int, Meta(ge=1)] | None = None


def read_rejections(path: str, data: bytes) -> tuple[tuple[Rejection, ...], Problems]:
    """The marks that one file of content/corrections/ takes away, and what is wrong with its entries.

    What is wrong with the file as a whole `read_rulings` tells.
    """
    plain, lines, _ = document(path, data)
    corrections, _ = convert(plain, lines, path, Corrections) if plain is not None else (None, ())
    found: list[Rejection] = []
    problems: list[Problem] = []
    beside = parts(lines, "marks")
    for number, fields in enumerate(corrections.marks if corrections else ()):
        here = beside[number]
        entry, wrong = convert(fields, here, path, Entry)
        problems += wrong
        if entry is None:
            continue
        if (entry.claim is None) == (entry.words is None) or (entry.words is None) != (entry.type is None):
            problems.append(problem("mark-untold", path, here[()]))
            continue
        found.append(
            Rejection(
                article=PurePosixPath(path).stem,
                claim=entry.claim,
                words=entry.words,
                type=entry.type,
                occurrence=entry.occurrence,
                path=path,
                line=here[()],
            )
        )
    return tuple(found), tuple(problems)
