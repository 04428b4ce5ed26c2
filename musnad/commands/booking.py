"""The archive as a book: an EPUB 3, chapter by chapter, the same bytes for the same archive."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path

from musnad import pipeline
from musnad.commands.bagging import state_day
from musnad.engine import disk
from musnad.engine.work import Work
from musnad.export import epub
from musnad.export.epub import Book, Entry
from musnad.export.epub_chapter import Bound, bound
from musnad.interface import HOUSE, BadTemplateError, Interface, environment, read_interface, rendered
from musnad.model import Archive, Article, Output
from musnad.problems import Problems, errors, problem
from musnad.render.book import Binder, Part
from musnad.render.values.book import Chapter, chapter_file
from musnad.render.words.language import Words, in_words

_MANY = 60  # days from which on they are put under their months
_FONTS = "static/fonts"


def book(root: Path, work: Work, file: Path) -> tuple[int, Problems]:
    """Write the archive at `root` as a book into `file`; how many chapters it has, none where there are
    errors. A file that was there is replaced when the new one is whole."""
    if file.is_dir():
        return 0, (problem("folder-here", str(file)),)
    archive, config, problems = pipeline.load(root, work)
    interface, unusable = read_interface(root, work)
    problems = (*problems, *unusable)
    if archive is None or config is None or interface is None or errors(problems):
        return 0, problems
    language = "ar" if "ar" in config.languages else config.languages[0]
    words = interface.words[language]
    day = state_day(root, archive, config)
    binder = Binder(archive, config, language, day)
    plan = binder.plan()
    told = Book(
        config=config,
        language=language,
        direction=words["direction"],
        languages=tuple(sorted({article.language for article in archive.articles})),
        modified=day,
        contents=words["book"]["contents"],
        accessible=words["book"]["accessible"],
    )
    style = interface.templates[f"epub/{epub.STYLE}"].encode()
    others = [Output(epub.STYLE, style), *_fonts(root)]
    titles: dict[str, str] = {}  # by file, in reading order

    def chapters() -> Iterator[Output]:
        made = work.pool.map(binding, (interface, plan.places), binder.chapters())
        for one in work.watched("writing chapters", made):
            titles[one.path] = one.title
            yield Output(f"{epub.FOLDER}/{one.path}", one.data)

    def outputs() -> Iterator[Output]:
        yield epub.container()
        yield from chapters()
        for other in others:
            yield Output(f"{epub.FOLDER}/{other.path}", other.data)
        rows = contents(plan.parts, titles, archive, words)
        yield epub.nav(told, rows, chapter_file(binder.begins))
        yield epub.package(told, list(titles), [other.path for other in others])

    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".musnad-") as beside:
            made = Path(beside, file.name)
            zipped(outputs(), made)
            made.replace(file)
    except BadTemplateError as error:
        return 0, (*problems, error.problem)
    return len(titles), problems


def zipped(outputs: Iterable[Output], file: Path) -> None:
    """The container, OCF 3.3: the media type first and not compressed; no file tells a time of its own."""
    with zipfile.ZipFile(file, "w") as made:
        for output in chain((epub.MIMETYPE,), outputs):
            entry = zipfile.ZipInfo(output.path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_STORED if output is epub.MIMETYPE else zipfile.ZIP_DEFLATED
            made.writestr(entry, output.data)


def contents(
    parts: Iterable[Part], titles: Mapping[str, str], archive: Archive, words: Words
) -> Iterator[Entry]:
    """The table of contents: parts with their chapters, articles by day."""
    articles = {chapter_file(f"articles/{article.id}.html"): article for article in archive.articles}
    for part in parts:
        files = [chapter_file(one) for one in part.chapters]
        if not part.name:
            yield from (Entry(titles[one], one) for one in files)
        elif part.name == "articles":
            rows = tuple(_days([(one, articles[one]) for one in files], titles, words))
            yield Entry(words["nav"]["articles"], None, rows)
        elif files:
            rows = tuple(Entry(titles[one], one) for one in files)
            yield (
                rows[0]
                if len(rows) == 1 and part.name == "figures"
                else Entry(words["nav"][part.name], None, rows)
            )


def binding(interface: Interface, places: Mapping[str, str]) -> Callable[[Chapter], Bound]:
    """How a worker makes a chapter."""
    made = environment(interface)
    return lambda chapter: bound(rendered(chapter, made).data.decode(), chapter.address, chapter.path, places)


def _days(files: Iterable[tuple[str, Article]], titles: Mapping[str, str], words: Words) -> Iterator[Entry]:
    """Articles under their days, and many days under their months, in the order of the files."""
    days = [
        (date, Entry(in_words(date, words["date"]) if date else words["undated"], None, tuple(rows)))
        for date, own in groupby(files, key=lambda pair: pair[1].date_published or "")
        if (rows := [Entry(titles[file], file) for file, _ in own])
    ]
    if len(days) < _MANY:
        yield from (entry for _, entry in days)
        return
    for month, under in groupby(days, key=lambda pair: pair[0][:7]):
        found = tuple(entry for _, entry in under)
        yield found[0] if len(found) == 1 else Entry(in_words(month, words["date"]), None, found)


def _fonts(root: Path) -> Iterator[Output]:
    """The fonts, ours or the archive's own, with their licences."""
    for name, data in disk.overlay(HOUSE / _FONTS, root / _FONTS).items():
        if name.endswith((".woff2", ".txt")):
            yield Output(f"fonts/{name}", data)
