"""Contested questions, as curators put them. One YAML file each; its name is the question's id."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from musnad.ingest.curated import Words, by_language, document, file_id, parts
from musnad.model import Position, Question, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import Lines, convert


class Document(Value, frozen=True):
    """The file as a whole."""

    question: Words
    positions: Annotated[tuple[dict[str, Any], ...], Meta(min_length=2)]
    about: Words | None = None


class Side(Value, frozen=True):
    """A position as it stands in a file."""

    name: Words
    claims: Annotated[tuple[str, ...], Meta(min_length=1)]


def read_question(path: str, data: bytes) -> tuple[Question | None, Problems]:
    """The question of one file of content/questions/, or None with what is wrong."""
    plain, lines, wrong = document(path, data)
    id_, misnamed = file_id(path)
    problems: list[Problem] = [*wrong, *misnamed]
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
            positions.append(Position(name=by_language(side.name), claims=side.claims))
            problems += _placed(side, here, path, places)
    if made is None or problems:
        return None, tuple(problems)
    return Question(
        id=id_,
        question=by_language(made.question),
        positions=tuple(positions),
        about=by_language(made.about or {}),
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
