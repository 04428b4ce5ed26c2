"""Laws of signposts: an article's head and its link set say the same, lead to files, and these lead back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

Site = dict[str, bytes]
HOST = "https://example.org/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"
RELATIONS = ("author", "cite-as", "describedby", "item", "type")


@pytest.fixture
def hosted(small: Path, build: Callable[[Path], Site]) -> Site:
    """The small archive's site, with an address and a day for every article, so that names have feeds."""
    settings = small / "site.toml"
    settings.write_text(f'url = "{HOST}"\n' + settings.read_text("utf-8"), encoding="utf-8")
    undated = small / "content/articles/a0000003.md"
    told = undated.read_text("utf-8").replace("---\n", "---\ndate_published: 2019-03-21\n", 1)
    undated.write_text(told, encoding="utf-8")
    return build(small)


def head(site: Site, path: str) -> dict[str, set[tuple[str, str | None]]]:
    """Where the links in a page's head lead, and to files of which type, by relation."""
    found = defaultdict(set)

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            told = dict(attrs)
            if tag == "link":
                found[told["rel"]].add((urljoin(HOST + path, told["href"]), told.get("type")))

    Links().feed(site[path].decode())
    return found


def linkset(site: Site, path: str) -> dict[str, Any]:
    """The contexts of an article's link set, by what they are of."""
    made = json.loads(site[path.replace(".html", ".linkset.json")])
    assert made.keys() == {"linkset"}
    return {context["anchor"]: context for context in made["linkset"]}


def test_signposts(hosted: Site) -> None:
    pages = [path for path in hosted if path.startswith("articles/") and path.endswith(".html")]
    pages.remove("articles/index.html")
    assert pages
    for path in pages:
        told, set_ = head(hosted, path), linkset(hosted, path)
        assert told["linkset"] == {
            (HOST + path.replace(".html", ".linkset.json"), "application/linkset+json")
        }
        own = set_[HOST + path]
        for relation in RELATIONS:
            targets = own.get(relation, [])
            assert {one["href"] for one in targets} == {href for href, _ in told[relation]}, (path, relation)
            for one in targets:
                assert one["href"].startswith("https://schema.org/") or one["href"][len(HOST) :] in hosted
        assert {(one["href"], one["type"]) for one in own["alternate"]} >= {
            (href, kind) for href, kind in told["alternate"] if kind == "application/json"
        }
        back = {"item": "collection", "describedby": "describes"}
        for relation, returned in back.items():
            for one in own.get(relation, []):
                assert (one["href"], one["type"]) in told[relation]
                assert [each["href"] for each in set_[one["href"]][returned]] == [HOST + path]


def test_a_statement_is_signed_by_its_speaker_and_described_with_its_article(hosted: Site) -> None:
    found = 0
    for path, data in hosted.items():
        if path.startswith("api/articles/list."):
            continue
        if path.startswith("api/articles/"):
            article = json.loads(data)
            for one in article["statements"]:
                told = head(hosted, one["page"].removeprefix(HOST))
                speaker = one["speaker"]["entity"]
                found += bool(speaker)
                assert {href for href, _ in told["author"]} == (
                    {article["names"][speaker]["page"]} if speaker else set()
                )
                assert told["describedby"] == {
                    (article["page"].replace(".html", ".jsonld"), "application/ld+json")
                }
    assert found


def test_without_an_address_there_are_no_link_sets(site: Site) -> None:
    assert not [path for path in site if path.endswith(".linkset.json")]
    assert not head(
        site, next(path for path in site if path.startswith("articles/a") and path.endswith(".html"))
    )["linkset"]


def test_every_feed_is_linked_from_its_page_and_every_linked_one_is_there(hosted: Site) -> None:
    feeds = {path for path in hosted if path.endswith(".xml") and path.startswith(("entities/", "sources/"))}
    linked = {
        href.removeprefix(HOST)
        for path in hosted
        if path.endswith(".html")
        for href, kind in head(hosted, path)["alternate"]
        if kind == "application/atom+xml"
    }
    assert feeds
    assert linked == feeds | {"feed.xml", "en/feed.xml"}
    for path in feeds:
        told = ElementTree.fromstring(hosted[path])
        pages = {one.get("href", "") for one in told.iter(f"{ATOM}link") if one.get("rel") == "alternate"}
        assert {page.removeprefix(HOST) for page in pages} <= hosted.keys()
