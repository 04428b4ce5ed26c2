"""The stages in their order: files -> articles -> annotations -> archive -> pages and search -> site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from musnad import annotate, crossref, ingest, render
from musnad.annotate.knowledge import Knowledge
from musnad.config import Config, read_config
from musnad.engine import disk
from musnad.engine.fingerprint import code, digest
from musnad.engine.publish import Staging, refuse
from musnad.engine.work import Work
from musnad.interface import HOUSE, BadTemplateError, Interface, environment, read_interface, rendered
from musnad.model import Annotations, Archive, Article, Entity, Output, Value
from musnad.problems import Problems, errors, problem
from musnad.search import shards, terminal
from musnad.search.results import Results


class Built(Value, frozen=True):
    """What a build did: the site's files, how many of them it wrote, how many old ones are gone."""

    files: int
    written: int
    removed: int


def load(root: Path, work: Work) -> tuple[Archive | None, Config | None, Problems]:
    """Everything the archive at `root` holds, or None where it has errors, with all that is wrong."""
    config, problems = settings(root)
    entities, found = authority(root)
    problems += found
    articles, found = read_articles(root, work)
    problems += (*found, *check_sources(root, articles, work))
    if config is None or errors(problems):
        return None, config, problems
    annotations = annotate_all(articles, entities, work)
    archive, found = crossref.compile(articles, annotations, (*entities, *annotate.gazetteer()))
    return archive, config, problems + found


def build(root: Path, work: Work) -> tuple[Built | None, Problems]:
    """Build the archive at `root` into its folder site/. With an error nothing is published."""
    archive, config, problems = load(root, work)
    interface, found = read_interface(root, work)
    problems += (*found, *refuse(root / "site"))
    if archive is None or config is None or interface is None or errors(problems):
        return None, problems
    with Staging(root / "site", work.cache) as staging:
        for output in work.watched("writing data", outputs(archive, config, root)):
            key = digest(output.data)
            if not staging.keep(output.path, key):
                staging.write(output.path, key, output.data)
        pages = changed_pages(archive, config, interface, staging)
        try:
            for key, output in work.watched("writing pages", work.pool.map(renderer, (interface,), pages)):
                staging.write(output.path, key, output.data)
        except BadTemplateError as failure:
            return None, (*problems, failure.problem)
        removed = staging.publish()
        work.cache.prune()
        return Built(files=staging.files, written=staging.written, removed=removed), problems


def check(root: Path, work: Work) -> Problems:
    """Everything that is wrong in the archive at `root`."""
    return (*load(root, work)[2], *read_interface(root, work)[1], *refuse(root / "site"))


def find(root: Path, work: Work, query: str) -> tuple[Results, Problems]:
    """What the terminal's search finds in the archive at `root`; nothing where it has errors."""
    archive, _, problems = load(root, work)
    if archive is None:
        return Results(0), problems
    folder = root / ".musnad" / "whoosh"
    terminal.update(folder, archive, code("search"))
    return terminal.search(folder, query), problems


def settings(root: Path) -> tuple[Config | None, Problems]:
    """The archive's settings."""
    data, problems = disk.read(root / "site.toml", "site.toml")
    if data is None:
        return None, problems
    try:
        return read_config(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, (problem("not-utf8", "site.toml", offset=error.start),)


def authority(root: Path) -> tuple[tuple[Entity, ...], Problems]:
    """All authority records of the archive."""
    files, problems = disk.read_all(root, "content/authority", ".yaml")
    entities: tuple[Entity, ...] = ()
    for path, data in files:
        some, found = ingest.read_authority(path, data)
        entities += some
        problems += found
    return entities, problems + ingest.check_authority(entities, files)


def read_articles(root: Path, work: Work) -> tuple[tuple[Article, ...], Problems]:
    """All articles of the archive that can be read."""
    files, problems = disk.read_all(root, "content/articles", ".md")
    kind = tuple[Article | None, Problems]
    read = work.cached("reading articles", "ingest", article_reader, (), files, kind)
    articles = tuple(article for article, _ in read if article)
    return articles, (*problems, *chain.from_iterable(found for _, found in read))


def annotate_all(articles: Sequence[Article], entities: tuple[Entity, ...], work: Work) -> list[Annotations]:
    """What the annotators find in each article."""
    return work.cached("annotating", "annotate", annotator, (Knowledge(entities),), articles, Annotations)


def check_sources(root: Path, articles: Sequence[Article], work: Work) -> Problems:
    """Where an article does not say what its raw file says, or the raw file is not there as it came."""
    pairs = ((article, disk.read_raw(root, article.source.path)) for article in articles if article.source)
    found = work.cached("checking sources", "ingest", source_checker, (), pairs, Problems)
    return tuple(chain.from_iterable(found))


def outputs(archive: Archive, config: Config, root: Path) -> Iterator[Output]:
    """Every file of the site that is not a page."""
    for path, data in disk.overlay(HOUSE / "static", root / "static").items():
        yield Output(f"static/{path}", data)
    for article in archive.articles:
        if article.source:
            path = render.address.raw(article.id, article.source.path)
            yield Output(path, (root / article.source.path).read_bytes())
    yield from shards.bundle(archive, config)


def changed_pages(
    archive: Archive, config: Config, interface: Interface, staging: Staging
) -> Iterator[tuple[bytes, render.Page]]:
    """The pages that the old site does not have as they are now, each with its key."""
    made_by = digest(code("render"), interface)
    for page in render.plan(archive, config):
        key = digest(made_by, page)
        if not staging.keep(page.path, key):
            yield key, page


def article_reader() -> Callable[[tuple[str, bytes]], tuple[Article | None, Problems]]:
    """How a worker reads an article file."""
    return lambda file: ingest.read_article(*file)


def source_checker() -> Callable[[tuple[Article, bytes | None]], Problems]:
    """How a worker holds an article against its raw file."""
    return lambda pair: ingest.check_raw(*pair)


def annotator(knowledge: Knowledge) -> Callable[[Article], Annotations]:
    """How a worker annotates an article."""
    return lambda article: annotate.annotate(article, knowledge)


def renderer(interface: Interface) -> Callable[[tuple[bytes, render.Page]], tuple[bytes, Output]]:
    """How a worker makes a page, passing its key through."""
    made = environment(interface)
    return lambda item: (item[0], rendered(item[1], made))
