"""The frame of an EPUB 3 book: its container, package document, table of contents.

EPUB 3.3, W3C Recommendation; what it says of access is as EPUB Accessibility 1.1 has it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from musnad.config import Config, Language
from musnad.export.epub_chapter import xhtml
from musnad.export.xml import Element, add, document, indent
from musnad.model import Output, Value

FOLDER, PACKAGE, NAV, STYLE = "EPUB", "package.opf", "nav.xhtml", "book.css"
MIMETYPE = Output("mimetype", b"application/epub+zip")  # the first file, as it is
_KINDS = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
_FEATURES = ("ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")


class Entry(Value, frozen=True):
    """A line of the table of contents: its words, the file it leads to if it does, the lines under it."""

    label: str
    href: str | None = None
    inside: tuple[Entry, ...] = ()


class Book(Value, frozen=True):
    """What a book says of itself.

    `language` and `direction` are those of its own words, `languages` further ones of its texts; `modified`
    is the day of its state (ISO); `contents` what it calls its table of contents, `accessible` what it says
    of access, in a sentence.
    """

    config: Config
    language: str
    direction: str
    languages: tuple[str, ...]
    modified: str
    contents: str
    accessible: str

    @property
    def title(self) -> str:
        """Its title, as its archive is called."""
        return _told(self.config.title, self.language)


def container() -> Output:
    """Where a reader finds the package document."""
    root = Element(
        "container", {"version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"}
    )
    files = add(root, "rootfiles")
    add(
        files,
        "rootfile",
        **{"full-path": f"{FOLDER}/{PACKAGE}", "media-type": "application/oebps-package+xml"},
    )
    return Output("META-INF/container.xml", document(indent(root)))


def package(book: Book, chapters: Sequence[str], others: Iterable[str]) -> Output:
    """The package document: what the book is, its files, their order. `chapters` are read in this order, the
    table of contents after the first of them."""
    root = Element(
        "package",
        {
            "xmlns": "http://www.idpf.org/2007/opf",
            "version": "3.0",
            "unique-identifier": "id",
            "xml:lang": book.language,
            "dir": book.direction,
        },
    )
    _metadata(add(root, "metadata", **{"xmlns:dc": "http://purl.org/dc/elements/1.1/"}), book)
    manifest = add(root, "manifest")
    add(manifest, "item", id="nav", href=NAV, properties="nav", **{"media-type": _KINDS[".xhtml"]})
    spine = add(root, "spine", **{"page-progression-direction": book.direction})
    for number, path in enumerate(chapters, 1):
        add(manifest, "item", id=f"c{number}", href=path, **{"media-type": _KINDS[".xhtml"]})
        add(spine, "itemref", idref=f"c{number}")
        if number == 1:
            add(spine, "itemref", idref="nav")
    for number, path in enumerate(others, 1):
        kind = _KINDS[PurePosixPath(path).suffix]
        add(manifest, "item", id=f"f{number}", href=path, **{"media-type": kind})
    return Output(f"{FOLDER}/{PACKAGE}", document(indent(root)))


def nav(book: Book, entries: Iterable[Entry], begins: str) -> Output:
    """The table of contents; `begins` is the file of the first chapter that is text."""
    root = Element("html", {"lang": book.language, "dir": book.direction})
    head = add(root, "head")
    add(head, "title", book.contents)
    add(head, "link", rel="stylesheet", type="text/css", href=STYLE)
    body = add(root, "body")
    toc = add(body, "nav", role="doc-toc", id="toc", **{"aria-labelledby": "head"})
    add(toc, "h1", book.contents, id="head")
    _list(toc, entries)
    marks = add(body, "nav", hidden="hidden", **{"epub:type": "landmarks"})
    for kind, href in (("toc", "#toc"), ("bodymatter", begins)):
        row = marks[0] if len(marks) else add(marks, "ol")
        add(
            add(row, "li"),
            "a",
            book.contents if kind == "toc" else book.title,
            href=href,
            **{"epub:type": kind},
        )
    return Output(f"{FOLDER}/{NAV}", xhtml(root))


def _list(parent: Element, entries: Iterable[Entry]) -> None:
    rows = add(parent, "ol")
    for entry in entries:
        row = add(rows, "li")
        row.tail = "\n"
        add(row, "a" if entry.href else "span", entry.label, href=entry.href)
        if entry.inside:
            _list(row, entry.inside)


def _metadata(parent: Element, book: Book) -> None:
    config = book.config
    add(parent, "dc:identifier", f"urn:uuid:{_id(config)}", id="id")
    if config.url:
        add(parent, "dc:identifier", config.url)
    add(parent, "dc:title", book.title)
    for language in dict.fromkeys((book.language, *book.languages)):
        add(parent, "dc:language", language)
    add(parent, "dc:creator", book.title)
    add(parent, "dc:publisher", book.title)
    if config.about:
        add(parent, "dc:description", _told(config.about, book.language))
    if config.license:
        add(parent, "dc:rights", config.license)
    add(parent, "dc:date", book.modified)
    add(parent, "meta", f"{book.modified}T00:00:00Z", property="dcterms:modified")
    for name, value in _access():
        add(parent, "meta", value, property=f"schema:{name}")
    add(parent, "meta", book.accessible, property="schema:accessibilitySummary")


def _access() -> Iterator[tuple[str, str]]:
    yield "accessMode", "textual"
    yield "accessModeSufficient", "textual"
    for feature in _FEATURES:
        yield "accessibilityFeature", feature
    yield "accessibilityHazard", "none"


def _id(config: Config) -> uuid.UUID:
    """The same for every state of an archive: from its address, where it has one, else from its titles."""
    return uuid.uuid5(uuid.NAMESPACE_URL, config.url or repr(sorted(config.title.items())))


def _told(words: Mapping[Language, str], language: str) -> str:
    own = {str(code): said for code, said in words.items()}
    return own.get(language) or next(iter(own.values()))
