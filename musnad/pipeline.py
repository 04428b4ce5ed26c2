"""The stages in their order: files -> articles -> annotations -> archive -> pages and search -> site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from musnad import address, annotate, cite, crossref, export, inputs, releasing, render
from musnad.annotate.knowledge import Knowledge
from musnad.assets import assets
from musnad.config import Config
from musnad.engine.fingerprint import code, digest
from musnad.engine.pool import Pool
from musnad.engine.publish import Staging, refuse
from musnad.engine.work import Step, Work
from musnad.interface import BadTemplateError, Interface, environment, read_interface, rendered
from musnad.model import Annotations, Archive, Article, Entity, Output, Value
from musnad.model.released import Past
from musnad.problems import Problems, errors, problem
from musnad.release import manifest
from musnad.render import comparing
from musnad.search import documents, facets, keep, shards, terminal, vocabulary
from musnad.search.description import descriptions
from musnad.search.documents import Entry
from musnad.search.facets import Chosen
from musnad.search.meant import FEW
from musnad.search.results import Results
from musnad.search.vocabulary import Readings
from musnad.search.words import Words


class Built(Value, frozen=True):
    """What a build did: the site's files, how many of them it wrote, how many old ones are gone."""

    files: int
    written: int
    removed: int


def load(root: Path, work: Work) -> tuple[Archive | None, Config | None, Problems]:
    """Everything the archive at `root` holds, or None where it has errors, with all that is wrong."""
    config, unset = inputs.read_settings(root)
    entities, unknown = inputs.read_authority(root)
    articles, unread = inputs.read_articles(root, work, entities)
    rulings, undecided = inputs.read_rulings(root)
    rejections, unmarked = inputs.read_rejections(root)
    questions, unasked = inputs.read_questions(root)
    fixed, untold = inputs.read_stories(root)
    checked = inputs.check_sources(root, articles, work)
    problems = (*unset, *unknown, *unread, *undecided, *unmarked, *unasked, *untold, *checked)
    if config is None or errors(problems):
        return None, config, problems
    annotations, idle = crossref.rejected(articles, annotate_all(articles, entities, work), rejections)
    known = annotate.joined(entities).all()
    readings = read_all(articles, annotations, work)
    small = annotate.atlas(entities)
    released = releasing.statements(root, articles, annotations)
    archive, unresolved = crossref.compile(
        articles, annotations, known, readings, rulings, questions, fixed, small, released
    )
    return archive, config, (*problems, *idle, *unresolved)


def build(root: Path, work: Work, date: str | None = None) -> tuple[Built | None, Problems]:
    """Build the archive at `root` into its folder site/. With an error nothing is published.

    `date` makes it a release of that day, whose addresses are recorded before the site is published.
    """
    archive, config, problems = load(root, work)
    interface, unusable = read_interface(root, work)
    known, unkept = (
        releasing.known(root, archive, config.languages, date) if archive and config else (None, ())
    )
    problems = (*problems, *unusable, *refuse(root / "site"), *unkept)
    if archive is None or config is None or interface is None or known is None or errors(problems):
        return None, problems
    with Staging(root / "site", work.cache) as staging:
        made = chain(
            releasing.stamped(outputs(root, archive, config, known.past, work), known.past, interface.words),
            releasing.left(root, known.past, interface.words, config),
        )
        place(staging, work.watched("writing data", made))
        paths: list[str] = []
        pages = changed_pages(archive, config, interface, known.past, staging, paths)
        try:
            for key, output in work.watched("writing pages", work.pool.map(renderer, (interface,), pages)):
                staging.write(output.path, key, output.data)
        except BadTemplateError as error:
            return None, (*problems, error.problem)
        place(staging, export.sitemap(archive, config, paths))
        seal(staging)
        if known.release:
            releasing.keep(root, archive, known, paths, config.languages)
        removed = staging.publish()
        releasing.published(root)
        work.cache.prune()
        return Built(files=staging.files, written=staging.written, removed=removed), problems


def seal(staging: Staging) -> None:
    """Add the manifest of all that the next site has."""
    data = manifest.written(staging.digests)
    if not staging.keep(manifest.NAME, digest(data)):
        staging.write(manifest.NAME, digest(data), data)


def check(root: Path, work: Work) -> Problems:
    """Everything that is wrong in the archive at `root`."""
    archive, config, problems = load(root, work)
    unkept = releasing.known(root, archive, config.languages)[1] if archive and config else ()
    return (*problems, *unkept, *read_interface(root, work)[1], *refuse(root / "site"))


def find(
    root: Path, work: Work, query: str, chosen: Chosen, by_date: bool = False, most: int = 0
) -> tuple[Results, Problems]:
    """What the terminal's search finds in the archive at `root`; nothing where it has errors.

    `chosen`: what facets narrow it to; `by_date`: the latest first; of each facet the `most` frequent values
    are told.
    """
    archive, config, problems = load(root, work)
    if archive is None or config is None:
        return Results(0), problems

    def search(folder: Path) -> Results:
        found = terminal.search(folder, query, readings(work), by_date=by_date, chosen=chosen, most=most)
        named = facets.named(found.facets, facets.known(archive.entities.values()))
        found = replace(found, facets=named)
        if found.total >= FEW or any(chosen.values()):
            return found
        words = Words.of(entries(archive, work))
        return replace(found, meant=tuple(terminal.suggest(folder, query, readings(work), words)))

    def ask(folder: Path) -> tuple[Results, keep.Kept]:
        waiting = partial(work.show, "waiting for another search of this archive", 0, None)
        return keep.ask(folder, partial(entries, archive, work), code("search"), search, waiting)

    kept = root / ".musnad" / "whoosh"
    if config.whoosh:
        found, how = ask(kept)
        told = (problem("index-anew", ".musnad/whoosh", reason=keep.REASONS[how.anew]),) if how.anew else ()
        return found, (*problems, *told)
    shutil.rmtree(kept, ignore_errors=True)
    with TemporaryDirectory(prefix="musnad-") as folder:
        found, how = ask(Path(folder, "whoosh"))
    return found, (*problems, problem("index-off", "site.toml", articles=how.indexed))


def annotate_all(articles: Sequence[Article], entities: tuple[Entity, ...], work: Work) -> list[Annotations]:
    """What the annotators find in each article."""
    step = Step("annotating", "annotate", annotator, Annotations, (Knowledge(entities),))
    return work.cached(step, articles)


def read_all(
    articles: Sequence[Article], annotations: Sequence[Annotations], work: Work
) -> list[crossref.Reading]:
    """Each article's statements made ready to be compared with those of all others."""
    step = Step("reading statements", "crossref", statement_reader, crossref.Reading)
    return work.cached(step, zip(articles, annotations, strict=True))


def entries(archive: Archive, work: Work) -> Iterator[Entry]:
    """The articles as the search takes them."""
    return work.streamed(Step("indexing", "search", indexer, Entry), documents.materials(archive))


def readings(work: Work) -> Readings:
    """The dictionary that the search looks words up in."""
    return work.cached(Step("reading the dictionary", "search", dictionary, Readings), [()])[0]


def spread(work: Work, write: Callable[[Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
    """What a function makes of the parts of a list of the search, few and large."""
    return Pool(work.pool.workers, least=2, chunk=1, ahead=8).map(writer, (write,), parts)


def outputs(root: Path, archive: Archive, config: Config, past: Past, work: Work) -> Iterator[Output]:
    """Every file of the site that is not a page."""
    yield from assets(root, config.offline)
    for article in archive.articles:
        if article.source:
            path = address.raw(article.id, article.source.path)
            yield Output(path, (root / article.source.path).read_bytes())
    yield from descriptions(config)
    yield from cite.records(archive, config, past)
    yield from export.api(archive, config, past)
    yield from export.feeds(archive, config)
    yield from export.repository(archive, config)
    yield from export.robots(config)
    yield from comparing.scripts(archive, documents.numbers(archive))
    yield from shards.bundle(archive, entries(archive, work), readings(work), partial(spread, work))


def place(staging: Staging, made: Iterable[Output]) -> None:
    """Put files into the next site, those that the old one has by taking them over."""
    for output in made:
        key = digest(output.data)
        if not staging.keep(output.path, key):
            staging.write(output.path, key, output.data)


def changed_pages(
    archive: Archive, config: Config, interface: Interface, past: Past, staging: Staging, paths: list[str]
) -> Iterator[tuple[bytes, render.Page]]:
    """The pages that the old site does not have as they are now, each with its key; the paths of all that are
    to be kept go into `paths`."""
    made_by = digest(code("render"), interface)
    for page in render.plan(archive, config, past):
        if page.view.kept:
            paths.append(page.path)
        key = digest(made_by, page)
        if not staging.keep(page.path, key):
            yield key, page


def annotator(knowledge: Knowledge) -> Callable[[Article], Annotations]:
    """How a worker annotates an article."""
    return lambda article: annotate.annotate(article, knowledge)


def statement_reader() -> Callable[[tuple[Article, Annotations]], crossref.Reading]:
    """How a worker reads an article's statements."""
    return lambda pair: crossref.read(*pair)


def indexer() -> Callable[[documents.Material], Entry]:
    """How a worker prepares an article for the search."""
    return documents.entry


def dictionary() -> Callable[[tuple[()]], Readings]:
    """How a worker reads the dictionary."""
    return lambda _: vocabulary.readings()


def writer(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """How a worker writes a part of a list of the search."""
    return write


def renderer(interface: Interface) -> Callable[[tuple[bytes, render.Page]], tuple[bytes, Output]]:
    """How a worker makes a page, passing its key through."""
    made = environment(interface)
    return lambda item: (item[0], rendered(item[1], made))
