"""What a saved page says of itself beside its text: <meta> tags, linked data, what the browser noted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any, NamedTuple

from musnad.ingest.html import Element, Page

# Our keys by what pages call them, the most telling name first.
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "authors": ("author", "article:author", "dc.creator", "parsely-author"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "date_published": (
        "article:published_time", "og:published_time", "datepublished", "pubdate", "dc.date.issued",
        "parsely-pub-date", "date",
    ),
    "date_modified": ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified"),
    "url": ("og:url",),
}  # fmt: skip
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s/<>\"]+[^\s<>\"]*")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")
_SAVED_ON = re.compile(r"saved date:\s*\w{3} (\w{3} \d\d \d{4}) ")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)")


class Said(NamedTuple):
    """A value for a key of the front matter, the words it was taken from, and their place in the file."""

    key: str
    value: str
    words: str
    at: int
    reason: str


def said(page: Page) -> dict[str, Said]:
    """What the page says for each key, by the first of its ways to say it that does.

    `authors` is one name. Only whole days are taken for dates.
    """
    found: dict[str, Said] = {}
    for one in (*_linked(page), *_metas(page), *_links(page), *_noted(page)):
        value = _fit(one.key, one.value.strip())
        if value:
            found.setdefault(one.key, one._replace(value=" ".join(value.split())))
    if (where := found.get("url")) and (of := _ARCHIVED.fullmatch(where.value)):
        found.setdefault("archive_url", where._replace(key="archive_url"))
        found["url"] = where._replace(value=of[1])
    if "title" in found and "outlet" in found:
        title = found["title"]
        found["title"] = title._replace(value=_without(title.value, found["outlet"].value))
    return found


def _without(title: str, outlet: str) -> str:
    """A title without the outlet's name that pages put behind it or before it."""
    name = re.escape(outlet)
    return re.sub(rf"\s+[|•»·–—:-]+\s+{name}$|^{name}\s+[|•«·–—:-]+\s+", "", title) or title


def _fit(key: str, value: str) -> str:
    """The value as the key takes it; nothing where it is not of its kind."""
    if key.startswith("date_"):
        return _day(value) or ""
    if key == "url":
        return value if _ADDRESS.fullmatch(value) else ""
    return "" if key == "authors" and _ADDRESS.match(value) else value


def _day(words: str) -> str | None:
    """The day that a date and time begin with, as the page wrote it, in whatever time zone."""
    day = _DAY.match(words)
    try:
        return date.fromisoformat(day[1]).isoformat() if day else None
    except ValueError:
        return None


def _linked(page: Page) -> Iterator[Said]:
    """What the linked data (JSON-LD) says of the article."""
    for one in page.head:
        if one.name != "script" or "ld+json" not in one.attributes.get("type", ""):
            continue
        try:
            data = json.loads(one.words.strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _articles(data):
            yield from _of(article, one)


def _articles(data: Any, deep: int = 4) -> Iterator[dict[str, Any]]:
    """The things in linked data that are articles of some kind."""
    if isinstance(data, list) and deep:
        for part in data:
            yield from _articles(part, deep - 1)
    elif isinstance(data, dict) and deep:
        kinds = data.get("@type")
        if any(str(kind).endswith(("Article", "BlogPosting", "Report")) for kind in _list(kinds)):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(key), deep - 1)


def _of(article: dict[str, Any], at: Element) -> Iterator[Said]:
    names = {
        "headline": "title",
        "datePublished": "date_published",
        "dateModified": "date_modified",
        "url": "url",
    }
    for name, key in names.items():
        if isinstance(value := article.get(name), str):
            yield Said(key, unescape(value), value, at.at, f"linked data, {name}")
    for name, key in (("author", "authors"), ("publisher", "outlet")):
        for one in _list(article.get(name)):
            value = one.get("name") if isinstance(one, dict) else one
            organization = isinstance(one, dict) and one.get("@type") not in (None, "Person")
            if isinstance(value, str) and not (key == "authors" and organization):
                yield Said(key, unescape(value), value, at.at, f"linked data, {name}")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _metas(page: Page) -> Iterator[Said]:
    metas: dict[str, Element] = {}
    for one in page.head:
        if one.name == "meta":
            name = (
                one.attributes.get("property") or one.attributes.get("name") or one.attributes.get("itemprop")
            )
            metas.setdefault((name or "").lower(), one)
    for key, names in _METAS.items():
        for name in names:
            if name in metas:
                words = metas[name].attributes.get("content", "")
                yield Said(key, words, words, metas[name].at, f"<meta> {name}")


def _links(page: Page) -> Iterator[Said]:
    for one in page.head:
        if one.name == "link" and one.attributes.get("rel", "").lower() == "canonical":
            words = one.attributes.get("href", "")
            yield Said("url", words, words, one.at, "the canonical address")
        elif one.name == "title":
            yield Said("title", unescape(one.words), one.words, one.at, "<title>")


def _noted(page: Page) -> Iterator[Said]:
    """What a browser or SingleFile noted when it saved the page."""
    for comment in page.comments:
        if where := _SAVED_FROM.search(comment):
            yield Said("url", where[1] or where[2], where[0], 0, "as the browser noted")
        if when := _SAVED_ON.search(comment):
            try:
                day = datetime.strptime(when[1], "%b %d %Y").date().isoformat()
            except ValueError:
                continue
            yield Said("date_downloaded", day, when[0], 0, "as the browser noted")
