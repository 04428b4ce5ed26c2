"""Contested questions, as curators put them. One YAML file each; its name is the question's id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Any

from msgspec import Meta

from musnad.config import Language
from musnad.ingest.curated import document, parts
from musnad.model import Position, Question, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import Lines, convert

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_Words = Annotated[dict[Language, Annotated[str, Meta(min_length=1, pattern=r"\w")]], Meta(min_length=1)]


class Document(Value, frozen=True):
    """The file as a whole."""

    question: _Words
    positions: Annotated[tuple[dict[str, Any], ...], Meta(min_length=2)]
    about: _Words | None = None


class Side(Value, frozen=True):
    """A position as it stands in a file."""

    name: _Words
    claims: Annotated[tuple[str, ...], Meta(min_length=1)]


def read_question(path: str, data: bytes) -> tuple[Question | None, Problems]:
    """The question of one file of content/questions/, or None with what is wrong."""
    id_ = PurePosixPath(path).stem
    plain, lines, wrong = document(path, data)
    problems: list[Problem] = [*wrong]
    if not _ID.fullmatch(id_) or id_ == "index":
        problems.append(problem("bad-file-name", path, name=id_))
    if wrong:
        return None, tuple(problems)
    made, found = convert(plain if plain is not None else {}, lines, path, Document)
    problems += found
    positions: list[Position] = []
    places: dict[str, int] = {}
    beside = parts(lines, "positions")
    for number, fields in enumerate(made.positions if made else ()):
        here = beside[number]
        side, found = convert(fields, here, path, Side)
        problems += found
        if side is not None:
            positions.append(Position(name=_words(side.name), claims=side.claims))
            problems += _placed(side, here, path, places)
    if made is None or problems:
        return None, tuple(problems)
    return Question(
        id=id_,
        question=_words(made.question),
        positions=tuple(positions),
        about=_words(made.about or {}),
        path=path,
        lines=places,
    ), ()


def _placed(side: Side, lines: Lines, path: str, places: dict[str, int]) -> list[Problem]:
    """What is wrong with where a position's claims stand; `places`, the line of each, grows."""
    problems = []
    for number, claim in enumerate(side.claims):
        line = lines["claims", number]
        if claim in places:
            problems.append(problem("repeated-claim", path, line, id=claim, first=places[claim]))
        places.setdefault(claim, line)
    return problems


def _words(by_language: Mapping[Language, str]) -> dict[str, str]:
    return {str(language): words.strip() for language, words in by_language.items()}
