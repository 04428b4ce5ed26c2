"""Lists for those that follow links: the sitemap (sitemaps.org 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from musnad import address
from musnad.arrival import arrived
from musnad.config import Config
from musnad.export.xml import Element, add, document, indent
from musnad.model import Archive, Output

_MOST = 50_000  # addresses of one file, as the standard has it
_NAMESPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def sitemap(archive: Archive, config: Config, pages: Iterable[str]) -> Iterator[Output]:
    """`sitemap.xml` with all `pages` (paths from the site's root), in several files under an index where they
    are more than one may hold; none where the archive's address is not known."""
    if config.url is None:
        return
    root = config.url.rstrip("/") + "/"
    days = _days(archive, config)
    paths = sorted(pages)
    parts = [paths[start : start + _MOST] for start in range(0, len(paths), _MOST)]
    files = ["sitemap.xml"] if len(parts) == 1 else [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    for file, part in zip(files, parts, strict=True):
        urls = Element("urlset", _NAMESPACE)
        for path in part:
            url = add(urls, "url")
            add(url, "loc", root + path)
            if path in days:
                add(url, "lastmod", days[path])
        yield Output(file, document(indent(urls)))
    if len(files) > 1:
        index = Element("sitemapindex", _NAMESPACE)
        for file in files:
            add(add(index, "sitemap"), "loc", root + file)
        yield Output("sitemap.xml", document(indent(index)))


def robots(config: Config) -> Iterator[Output]:
    """`robots.txt`: who may follow the links, where the sitemap is; none where the address is not known."""
    if config.url is None:
        return
    rows = [f"User-agent: {name}" for name in _collectors()] if config.crawlers == "no-ai" else []
    rows += ["Disallow: /", ""] if rows else []
    rows += ["User-agent: *", "Disallow: /" if config.crawlers == "none" else "Disallow:", ""]
    rows += [f"Sitemap: {config.url.rstrip('/')}/sitemap.xml"]
    yield Output("robots.txt", "".join(f"{row}\n" for row in rows).encode())


def _days(archive: Archive, config: Config) -> dict[str, str]:
    """By the path of an article's page the day it came in or was changed."""
    folders = ["", *(f"{language}/" for language in config.languages[1:])]
    return {
        folder + address.article(article.id): day.isoformat()
        for article in archive.articles
        if (day := arrived(article))
        for folder in folders
    }


@cache
def _collectors() -> tuple[str, ...]:
    """The programs that collect texts to train models or answer with them."""
    rows = resources.files(__package__).joinpath("data", "collectors.txt").read_text("utf-8").splitlines()
    return tuple(row for row in rows if row and not row.startswith("#"))
