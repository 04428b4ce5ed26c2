"""An archive's files as values: settings, who is who, articles held against raw files, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path

from musnad import ingest
from musnad.config import Config, read_config
from musnad.engine import disk
from musnad.engine.work import Step, Work
from musnad.model import Article, Entity, Question, Rejection, Ruling, Story
from musnad.problems import Problems, problem


def read_settings(root: Path) -> tuple[Config | None, Problems]:
    """The archive's settings, or None with what is wrong."""
    if not (root / "site.toml").exists():
        return None, (problem("no-settings", "site.toml"),)
    data, problems = disk.read(root / "site.toml", "site.toml")
    if data is None:
        return None, problems
    try:
        return read_config(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, (problem("not-utf8", "site.toml", offset=error.start),)


def read_authority(root: Path) -> tuple[tuple[Entity, ...], Problems]:
    """All authority records that can be read, and what is wrong with the others."""
    files, problems = disk.read_all(root, "content/authority", ".yaml")
    read = [ingest.read_authority(path, data) for path, data in files]
    entities = tuple(chain.from_iterable(entities for entities, _ in read))
    wrong = chain.from_iterable(found for _, found in read)
    return entities, (*problems, *wrong, *ingest.check_authority(entities, files))


def read_articles(
    root: Path, work: Work, entities: Iterable[Entity] = ()
) -> tuple[tuple[Article, ...], Problems]:
    """All articles that can be read, and what is wrong with the others.

    Outlets and agencies that front matter calls by a name of one of the records `entities` have its id.
    """
    files, problems = disk.read_all(root, "content/articles", ".md")
    read = work.cached(READING, files)
    articles = tuple(article for article, _ in read if article)
    return ingest.joined(articles, entities), (*problems, *chain.from_iterable(found for _, found in read))


def read_rulings(root: Path) -> tuple[tuple[Ruling, ...], Problems]:
    """What curators decided about links, and what is wrong in their files."""
    files, problems = disk.read_all(root, "content/corrections", ".yaml")
    read = [ingest.read_rulings(path, data) for path, data in files]
    rulings = tuple(chain.from_iterable(rulings for rulings, _ in read))
    return rulings, (*problems, *chain.from_iterable(wrong for _, wrong in read))


def read_rejections(root: Path) -> tuple[tuple[Rejection, ...], Problems]:
    """The marks that curators say are not so, and what is wrong with their entries."""
    files, _ = disk.read_all(root, "content/corrections", ".yaml")  # `read_rulings` tells of the files
    read = [ingest.read_rejections(path, data) for path, data in files]
    rejections = tuple(chain.from_iterable(found for found, _ in read))
    return rejections, tuple(chain.from_iterable(wrong for _, wrong in read))


def read_questions(root: Path) -> tuple[tuple[Question, ...], Problems]:
    """The contested questions that can be read, and what is wrong with the others."""
    files, problems = disk.read_all(root, "content/questions", ".yaml")
    read = [ingest.read_question(path, data) for path, data in files]
    questions = tuple(question for question, _ in read if question)
    wrong = chain.from_iterable(wrong for _, wrong in read)
    return questions, (*problems, *wrong, *_named_twice(questions))


def read_stories(root: Path) -> tuple[tuple[Story, ...], Problems]:
    """The stories that curators have fixed and that can be read, and what is wrong with the others."""
    files, problems = disk.read_all(root, "content/stories", ".yaml")
    read = [ingest.read_story(path, data) for path, data in files]
    stories = tuple(story for story, _ in read if story)
    wrong = chain.from_iterable(wrong for _, wrong in read)
    return stories, (*problems, *wrong, *_named_twice(stories))


def _named_twice(curated: Sequence[Question] | Sequence[Story]) -> Problems:
    """Those whose files, in different folders, have one name: each would be the other's page."""
    first: dict[str, str] = {}
    for each in curated:
        first.setdefault(each.id, each.path)
    return tuple(
        problem("duplicate-id", each.path, id=each.id, first=first[each.id])
        for each in curated
        if first[each.id] != each.path
    )


def check_sources(root: Path, articles: Sequence[Article], work: Work) -> Problems:
    """Where an article does not say what its raw file says, or the raw file is not there as it came."""
    pairs = ((article, disk.read_raw(root, article.source.path)) for article in articles if article.source)
    found = work.cached(CHECKING, pairs)
    return tuple(chain.from_iterable(found))


def article_reader() -> Callable[[tuple[str, bytes]], tuple[Article | None, Problems]]:
    """How a worker reads an article file."""
    return lambda file: ingest.read_article(*file)


def source_checker() -> Callable[[tuple[Article, bytes | None]], Problems]:
    """How a worker holds an article against its raw file."""
    return lambda pair: ingest.check_raw(*pair)


READING = Step("reading articles", "ingest", article_reader, tuple[Article | None, Problems])
CHECKING = Step("checking sources", "ingest", source_checker, Problems)
