"""Stories, as curators fix them. One YAML file each; its name is the story's id."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from musnad.ingest.curated import Words, by_language, document, file_id
from musnad.model import Story, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import Lines, convert

_Ids = Annotated[tuple[str, ...], Meta(min_length=1)]


class Document(Value, frozen=True):
    """The file as a whole."""

    title: Words
    articles: _Ids
    about: Words | None = None
    questions: _Ids = ()


def read_story(path: str, data: bytes) -> tuple[Story | None, Problems]:
    """The story of one file of content/stories/, or None with what is wrong."""
    plain, lines, wrong = document(path, data)
    id_, misnamed = file_id(path)
    problems: list[Problem] = [*wrong, *misnamed]
    if wrong:
        return None, tuple(problems)
    made, found = convert(plain if plain is not None else {}, lines, path, Document)
    problems += found
    if made is None:
        return None, tuple(problems)
    places: dict[str, int] = {}
    problems += _placed("articles", made.articles, lines, path, places)
    problems += _placed("questions", made.questions, lines, path, places)
    if problems:
        return None, tuple(problems)
    return Story(
        id=id_,
        articles=made.articles,
        fixed=True,
        title=by_language(made.title),
        about=by_language(made.about or {}),
        questions=made.questions,
        path=path,
        lines=places,
    ), ()


def _placed(
    key: str, named: tuple[str, ...], lines: Lines, path: str, places: dict[str, int]
) -> list[Problem]:
    """What is wrong with where articles or questions stand; `places`, the line of each, grows."""
    problems = []
    for number, id_ in enumerate(named):
        line = lines[key, number]
        if id_ in places:
            problems.append(problem("repeated-part", path, line, id=id_, first=places[id_]))
        places.setdefault(id_, line)
    return problems
