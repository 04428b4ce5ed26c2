"""The repository's own archive, read and annotated, and its site in memory: what tests of pages look at."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from jinja2 import Environment

from musnad import annotate, crossref, ingest, render
from musnad.annotate.knowledge import Knowledge
from musnad.config import Config
from musnad.model import Archive, Entity

ROOT = Path(__file__).parent.parent.parent


@cache
def archive() -> Archive:
    """The articles in content/, annotated with its authority records."""
    articles = []
    for path in sorted((ROOT / "content/articles").glob("*.md")):
        article, _ = ingest.read_article(path.relative_to(ROOT).as_posix(), path.read_bytes())
        assert article, path
        articles.append(article)
    entities: tuple[Entity, ...] = ()
    for path in sorted((ROOT / "content/authority").glob("*.yaml")):
        entities += ingest.read_authority(path.relative_to(ROOT).as_posix(), path.read_bytes())[0]
    found = [annotate.annotate(article, Knowledge(entities)) for article in articles]
    readings = [crossref.read(*pair) for pair in zip(articles, found, strict=True)]
    questions = []
    for path in sorted((ROOT / "content/questions").glob("*.yaml")):
        question, _ = ingest.read_question(path.relative_to(ROOT).as_posix(), path.read_bytes())
        assert question, path
        questions.append(question)
    stories = []
    for path in sorted((ROOT / "content/stories").glob("*.yaml")):
        story, _ = ingest.read_story(path.relative_to(ROOT).as_posix(), path.read_bytes())
        assert story, path
        stories.append(story)
    return crossref.compile(articles, found, entities, readings, questions=questions, fixed=stories)[0]


def config() -> Config:
    """Settings with both interfaces."""
    return Config(
        title={"ar": "أرشيف", "en": "An archive"},
        about={"ar": "سطر", "en": "A line"},
        url="https://example.org/archive/",
    )


@cache
def templates() -> dict[str, str]:
    """The templates by their path in templates/."""
    folder = ROOT / "templates"
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


@cache
def words() -> dict[str, render.Words]:
    """The interface's words by language."""
    return {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in (ROOT / "templates/words").glob("*.toml")
    }


@cache
def environment() -> Environment:
    """What pages are rendered in: its templates are compiled once."""
    return render.environment(templates(), words())


def pages(of: Archive, settings: Config | None = None) -> dict[str, bytes]:
    """Every page of an archive by its address."""
    plan = render.plan(of, settings or config())
    return {page.path: render.render(page, environment()) for page in plan}


@cache
def site() -> dict[str, bytes]:
    """Every page of the repository's archive."""
    return pages(archive())
