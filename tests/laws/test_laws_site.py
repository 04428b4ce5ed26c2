"""Laws of every page: nothing broken, nothing asked of another host, nothing its own policy forbids."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

Site = dict[str, bytes]
LOADING = {  # elements and the attributes by which they make a browser load something by itself
    "script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "source": "src",
    "audio": "src", "video": "src", "track": "src", "input": "src", "form": "action", "base": "href",
}  # fmt: skip
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "apple-touch-icon"}
POLICY = "Content-Security-Policy"


class Page(HTMLParser):
    """What a page holds: its elements in order, and the text of each script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.lasttag in ("script", "style") and data.strip() and self.cdata_elem:
            self.inline.append(data)


@cache
def parsed(data: bytes) -> Page:
    return Page(data.decode())


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    found = {path: parsed(data) for path, data in site.items() if path.endswith(".html")}
    assert len(found) > 20
    return found


def followed(page: Page) -> Iterator[str]:
    """Addresses a reader can follow from a page."""
    for tag, attributes in page.elements:
        if tag in ("a", "area") and "href" in attributes:
            yield attributes["href"]


def loaded(page: Page) -> Iterator[str]:
    """Addresses a browser loads by itself when it shows a page."""
    for tag, attributes in page.elements:
        if (name := LOADING.get(tag)) and name in attributes:
            yield attributes[name]
        for candidate in attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0]
        if tag == "link" and LOADED_LINKS & set(attributes.get("rel", "").split()):
            yield attributes["href"]


def target(page: str, address: str) -> tuple[str, str]:
    """The file of the site and the anchor that an address on a page leads to."""
    parts = urlsplit(address)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    return (path if parts.path else page), unquote(parts.fragment.partition(":~:")[0])  # words follow that


def test_no_link_is_broken(site: Site, pages: dict[str, Page]) -> None:
    anchors = {path: {a["id"] for _, a in page.elements if "id" in a} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for address in [*followed(page), *loaded(page)]:
            if urlsplit(address).scheme:
                continue
            file, anchor = target(path, address)
            if file not in site or (anchor and anchor not in anchors.get(file, ())):
                broken.append((path, address))
    assert broken == []


def test_every_address_works_on_the_disk_too(pages: dict[str, Page]) -> None:
    absolute = [
        (path, address)
        for path, page in pages.items()
        if not path.endswith("404.html")  # a host shows it at any address
        for address in [*followed(page), *loaded(page)]
        if not urlsplit(address).scheme and (address.startswith("/") or urlsplit(address).path.endswith("/"))
    ]
    assert absolute == []


def test_ids_are_unique_on_a_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), path


def test_nothing_is_asked_of_another_host(site: Site, pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for address in loaded(page):
            assert not urlsplit(address).scheme, (path, address)
            assert not address.startswith("//"), (path, address)
    for path, data in site.items():
        if path.endswith(".css"):
            css = re.sub(r"/\*.*?\*/", "", data.decode(), flags=re.DOTALL)
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", css):
                assert not urlsplit("".join(address)).netloc, path
                assert target(path, "".join(address))[0] in site, (path, address)


def data(words: str) -> bool:
    """Whether an element's words are data, which no browser runs, and hold nothing that ends the element."""
    return words.startswith('{"@context":') and "<" not in words and bool(json.loads(words))


def test_every_page_passes_its_own_policy(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        first = [a for tag, a in page.elements if tag == "meta" and a.get("http-equiv") == POLICY]
        assert len(first) == 1, path
        policy = dict(part.split(None, 1) for part in first[0]["content"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert not [words for words in page.inline if not data(words)], path
        for tag, attributes in page.elements:
            assert tag not in ("style", "base"), path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (path, tag)
            assert not any(v.strip().lower().startswith("javascript:") for v in attributes.values()), path
        order = [
            a.get("http-equiv") or tag
            for tag, a in page.elements
            if tag in ("script", "link") or a.get("http-equiv") == POLICY
        ]
        assert order[0] == POLICY, path
