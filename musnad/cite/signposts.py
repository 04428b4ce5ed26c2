"""Signposts of an article: typed links that lead programs from its page to what is of it, and back.

FAIR Signposting (2023): what identifies it (`cite-as`), who made it (`author`), what it holds (`item`), what
describes it (`describedby`), of what kind it is (`type`). Of one with older texts RFC 5829's relations tell
which was before which. Pages say it in their heads; what cannot speak for itself, files, has its links in the
page's link set (RFC 9264), which needs absolute addresses.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from musnad import address
from musnad.cite.files import FORMATS
from musnad.cite.item import Item
from musnad.cite.items import Items
from musnad.config import Config
from musnad.model import Archive, Article, Output
from musnad.model.released import Past, Version

MEDIA = "application/linkset+json"
# Of an article's page: one about something, and that is a report.
TYPES = ("https://schema.org/AboutPage", "https://schema.org/NewsArticle")
_HTML, _JSON, _LINKED = "text/html", "application/json", "application/ld+json"
_RAW = {".txt": "text/plain", ".md": "text/markdown"}

Target = dict[str, Any]


def media_of(path: str) -> str | None:
    """The media type of a raw file by its name; None where its name does not tell."""
    return _RAW.get(PurePosixPath(path).suffix.lower())


def linksets(archive: Archive, config: Config, past: Past) -> Iterator[Output]:
    """A link set beside each article's page; none where the archive's address is not known."""
    if config.url is None:
        return
    root = config.url.rstrip("/") + "/"
    items = Items(archive, config, past)
    for article in archive.articles:
        older = past.versions.get(article.id, ())
        contexts = [
            *_contexts(article, items.article(article.id), root, config.languages[1:], older),
            *_older(article, items, root, older),
        ]
        text = json.dumps({"linkset": contexts}, ensure_ascii=False)
        yield Output(address.links(article.id), f"{text}\n".encode())


def _contexts(
    article: Article, item: Item, root: str, others: tuple[str, ...], older: tuple[Version, ...]
) -> Iterator[Target]:
    """The link contexts of an article: its page, then each file that belongs to it."""
    page = root + item.home
    stem = page.removesuffix(".html")
    described = [_target(stem + form.suffix, form.media) for form in FORMATS]
    described.append(_target(f"{stem}.jsonld", _LINKED))
    held = []
    if article.source:
        path = address.raw(article.id, article.source.path)
        held.append(_target(root + path, media_of(path)))
    elsewhere = [_target(f"{root}{other}/{item.home}", _HTML, hreflang=[other]) for other in others]
    told = {
        "cite-as": [_target(item.address)],
        "type": [_target(kind) for kind in TYPES],
        "author": [_target(root + author.page, _HTML) for author in item.authors if author.page],
        "item": held,
        "describedby": described,
        "alternate": [_target(root + address.data(article.id), _JSON), *elsewhere],
    }
    if older:
        before = root + address.version(article.id, older[-1].number)
        told |= _among(page, predecessor=before)
    yield _context(page, told)
    for one in held:
        yield {"anchor": one["href"], "collection": [_target(page, _HTML)]}
    for one in described:
        yield {"anchor": one["href"], "describes": [_target(page, _HTML)]}


def _older(article: Article, items: Items, root: str, older: tuple[Version, ...]) -> Iterator[Target]:
    """The link contexts of an article's older texts and their raw files; each knows those beside it."""
    today = root + address.article(article.id)
    homes = [root + address.version(article.id, version.number) for version in older]
    for at, version in enumerate(older):
        item = items.version(version)
        raw = [_target(root + version.raw, media_of(version.raw))] if version.raw else []
        told = {
            "cite-as": [_target(item.address)],
            "type": [_target(kind) for kind in TYPES],
            "author": [_target(root + author.page, _HTML) for author in item.authors if author.page],
            "item": raw,
        }
        after = (*homes[at + 1 :], today)[0]
        yield _context(homes[at], told | _among(today, homes[at - 1] if at else None, after))
        for one in raw:
            yield {"anchor": one["href"], "collection": [_target(homes[at], _HTML)]}


def _among(
    today: str, predecessor: str | None = None, successor: str | None = None
) -> dict[str, list[Target]]:
    """Where a text is among those of its article, in the relations of RFC 5829."""
    told = {
        "version-history": f"{today}#versions",
        "latest-version": today,
        "predecessor-version": predecessor,
        "successor-version": successor,
    }
    return {relation: [_target(href, _HTML)] for relation, href in told.items() if href}


def _context(anchor: str, told: dict[str, list[Target]]) -> Target:
    return {"anchor": anchor, **{relation: targets for relation, targets in told.items() if targets}}


def _target(href: str, media: str | None = None, **more: Any) -> Target:
    return {"href": href, **({"type": media} if media else {}), **more}
