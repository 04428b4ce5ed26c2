"""The feed of what is new: Atom (RFC 4287), one an interface language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from musnad import address, naming
from musnad.config import Config, Language
from musnad.export.arrival import instant, newest
from musnad.export.xml import Element, add, document, indent
from musnad.model import Archive, Article, Output

_ENTRIES = 50
_OPENING = 300  # code points of an article's text


def feeds(archive: Archive, config: Config) -> Iterator[Output]:
    """`feed.xml` in each interface's folder; none where the archive's address is not known or no article has
    a day, for a feed must have both."""
    entries = newest(archive.articles)[:_ENTRIES]
    if config.url is None or not entries:
        return
    root = config.url.rstrip("/") + "/"
    for place, language in enumerate(config.languages):
        folder = f"{language}/" if place else ""
        yield Output(f"{folder}feed.xml", _feed(archive, config, entries, root, folder, language))


def _feed(
    archive: Archive,
    config: Config,
    entries: list[tuple[datetime.date, Article]],
    root: str,
    folder: str,
    language: Language,
) -> bytes:
    title = config.title.get(language) or next(iter(config.title.values()))
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    add(feed, "id", f"{root}{folder}feed.xml")
    add(feed, "title", title)
    if about := config.about.get(language):
        add(feed, "subtitle", about)
    add(feed, "updated", instant(max(day for day, _ in entries)))
    add(feed, "link", rel="self", type="application/atom+xml", href=f"{root}{folder}feed.xml")
    add(feed, "link", rel="alternate", type="text/html", hreflang=language, href=f"{root}{folder}new.html")
    add(add(feed, "author"), "name", title)
    for day, article in entries:
        _entry(feed, archive, article, day, root, folder, language)
    return document(indent(feed))


def _entry(
    feed: Element,
    archive: Archive,
    article: Article,
    day: datetime.date,
    root: str,
    folder: str,
    language: Language,
) -> None:
    """An article. Its id is the address of its page in the first language, the same in every feed."""
    entry = add(feed, "entry")
    page = address.article(article.id)
    add(entry, "id", root + page)
    add(entry, "title", naming.title(article), xml_lang=article.language)
    add(entry, "updated", instant(day))
    add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=root + folder + page)
    if article.url:
        add(entry, "link", rel="via", href=article.url)
    for author in article.authors or naming.carriers(article)[-1:]:
        add(add(entry, "author"), "name", naming.name(archive, author))
    add(entry, "summary", _opening(article), xml_lang=article.language)


def _opening(article: Article) -> str:
    """The first words of the body, as many whole ones as there is room for."""
    body = " ".join(article.text[b.start : b.end] for b in article.blocks if b.zone == "body")
    if len(body) <= _OPENING:
        return body
    return body[: _OPENING + 1].rpartition(" ")[0] + " …"
