"""Feeds of what is new: Atom (RFC 4287). Of the archive one an interface language; one of each name and
source that several articles have, for all languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musnad import address, naming
from musnad.arrival import Followed, arrived, instant, newest
from musnad.config import Config, Language
from musnad.export.table_rows import met
from musnad.export.xml import Element, add, document, indent
from musnad.model import Archive, Article, Output, Value

_ENTRIES = 50
_OF_ONE = 20  # entries of a name's or source's feed
_OPENING = 300  # code points of an article's text


class _Entry(Value, frozen=True):
    """An article in a feed, with the words that tell of it."""

    article: Article
    words: str


class _Feed(Value, frozen=True):
    """A feed: its address from the site's root, its page's from an interface's, what it is called, and the
    interfaces' folders, by language.
    """

    path: str
    page: str
    title: str
    about: str | None
    folders: dict[Language, str]


def feeds(archive: Archive, config: Config) -> Iterator[Output]:
    """`feed.xml` in each interface's folder, and `.xml` beside the pages of names and sources; none where the
    archive's address is not known or no article has a day, for a feed must have both.
    """
    if config.url is None:
        return
    made = _Feeds(archive, config)
    folders = {language: f"{language}/" if place else "" for place, language in enumerate(config.languages)}
    entries = [_Entry(article, _opening(article)) for _, article in newest(archive.articles)[:_ENTRIES]]
    for language, folder in folders.items():
        told = config.about.get(language)
        feed = _Feed(f"{folder}feed.xml", "new.html", made.title(language), told, {language: folder})
        yield from made.written(feed, entries)
    first = config.languages[0]
    for page, called, found in _followed(archive):
        title = f"{called} · {made.title(first)}"
        yield from made.written(_Feed(address.feed(page), page, title, None, folders), found)


class _Feeds:
    """Writes an archive's feeds."""

    def __init__(self, archive: Archive, config: Config) -> None:
        self._archive = archive
        self._titles = config.title
        self._root = (config.url or "").rstrip("/") + "/"

    def title(self, language: Language) -> str:
        """What the archive is called in an interface language."""
        return self._titles.get(language) or next(iter(self._titles.values()))

    def written(self, feed: _Feed, entries: Sequence[_Entry]) -> Iterator[Output]:
        """A feed of entries, the newest first; nothing where there are none."""
        days = [day for one in entries if (day := arrived(one.article))]
        if not days:
            return
        language = next(iter(feed.folders))
        root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
        add(root, "id", self._root + feed.path)
        add(root, "title", feed.title)
        if feed.about:
            add(root, "subtitle", feed.about)
        add(root, "updated", instant(max(days)))
        add(root, "link", rel="self", type="application/atom+xml", href=self._root + feed.path)
        self._alternates(root, feed, feed.page)
        add(add(root, "author"), "name", self.title(language))
        for one, day in zip(entries, days, strict=True):
            entry = add(root, "entry")
            article, page = one.article, address.article(one.article.id)
            add(entry, "id", self._root + page)
            add(entry, "title", naming.title(article), xml_lang=article.language)
            add(entry, "updated", instant(day))
            self._alternates(entry, feed, page)
            if article.url:
                add(entry, "link", rel="via", href=article.url)
            for author in article.authors or naming.carriers(article)[-1:]:
                add(add(entry, "author"), "name", naming.name(self._archive, author))
            add(entry, "summary", one.words, xml_lang=article.language)
        yield Output(feed.path, document(indent(root)))

    def _alternates(self, parent: Element, feed: _Feed, page: str) -> None:
        for language, folder in feed.folders.items():
            href = self._root + folder + page
            add(parent, "link", rel="alternate", type="text/html", hreflang=language, href=href)


def _followed(archive: Archive) -> Iterator[tuple[str, str, list[_Entry]]]:
    """The page of each name and source that has a feed, what it is called, and its newest articles."""
    articles = {article.id: article for article in archive.articles}
    followed = Followed(archive.articles)
    for key in met(archive):
        places: dict[str, int] = {}
        for at in archive.appearances.get(key, ()):
            places.setdefault(at.article, archive.annotations[at.article].mentions[at.mention].start)
        found = followed.newest(places)[:_OF_ONE]
        entries = [_Entry(articles[one], _around(articles[one], places[one])) for one in found]
        yield address.entity(key), archive.entities[key].name_ar, entries
    for key in sorted(archive.sources):
        found = followed.newest(archive.sources[key])[:_OF_ONE]
        entries = [_Entry(articles[one], _opening(articles[one])) for one in found]
        yield address.source(key), naming.name(archive, key), entries


def _opening(article: Article) -> str:
    """The first words of the body."""
    return _cut(" ".join(article.text[b.start : b.end] for b in article.blocks if b.zone == "body"))


def _around(article: Article, place: int) -> str:
    """The paragraph that has a place of the text, from its beginning."""
    return _cut(next(article.text[b.start : b.end] for b in article.blocks if place < b.end))


def _cut(words: str) -> str:
    """As many whole words of the beginning as there is room for."""
    if len(words) <= _OPENING:
        return words
    return words[: _OPENING + 1].rpartition(" ")[0] + " …"
