"""Feed, sitemap, robots.txt and OAI repository: what stands in them, read by other programs than ours."""

from __future__ import annotations

from xml.etree import ElementTree

import feedparser
import pytest
from msgspec.structs import replace

from musnad import address, export
from musnad.config import Config
from musnad.model import Annotations, Appearance, Archive, Article, Block, Entity, Mention

SITE = "https://example.org/a"
CONFIG = Config(title={"ar": "أرشيف"}, url=SITE + "/", contact="archive@example.org")
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DC = "{http://purl.org/dc/elements/1.1/}"


def article(key: str, published: str | None, downloaded: str | None = None, title: str = "خبر") -> Article:
    text = "قال الناطق & «ردّ» <عاجل>\x0b"
    return Article(
        id=key,
        title=title,
        text=text,
        blocks=(Block(0, len(text), "body"),),
        outlet="وكالة النبأ",
        authors=("هدى & سامي",),
        date_published=published,
        date_downloaded=downloaded,
        url="https://news.example/1?a=1&b=2",
    )


def archive(*articles: Article) -> Archive:
    empty: dict[str, tuple[()]] = {}
    return Archive(
        articles=articles,
        annotations={},
        entities={},
        appearances=empty,
        statements_by=empty,
        unnamed=empty,
        days=empty,
        sources=empty,
    )


THREE = archive(
    article("a1", "2019-03-23"),
    article("a2", "2019-03~", "2024-05-02", title="«عنوان» & \x00<b>"),
    article("a3", None),
)


def test_a_feed_has_the_newest_first_and_leaves_out_what_has_no_day() -> None:
    first, second = export.feeds(THREE, CONFIG)
    assert (first.path, second.path) == ("feed.xml", "en/feed.xml")
    read = feedparser.parse(first.data)
    assert not read.bozo
    assert [entry.id for entry in read.entries] == [f"{SITE}/articles/a2.html", f"{SITE}/articles/a1.html"]
    assert read.feed.updated == "2024-05-02T00:00:00Z"
    assert read.entries[0].title_detail.value == "«عنوان» & \ufffd<b>"
    assert read.entries[1].summary == "قال الناطق & «ردّ» <عاجل>\ufffd"
    assert read.entries[1].author == "هدى & سامي"


def test_an_entry_has_one_id_in_every_interface() -> None:
    first, second = (feedparser.parse(feed.data) for feed in export.feeds(THREE, CONFIG))
    assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]
    assert second.entries[0].link == f"{SITE}/en/articles/a2.html"


@pytest.mark.parametrize("config", [replace(CONFIG, url=None), Config(title={"ar": "أ"})])
def test_without_an_address_there_are_none(config: Config) -> None:
    made = [*export.feeds(THREE, config), *export.repository(THREE, config), *export.robots(config)]
    assert [*made, *export.sitemap(THREE, config, ["index.html"])] == []


def test_a_sitemap_has_every_page_and_the_days_of_articles() -> None:
    (made,) = export.sitemap(THREE, CONFIG, ["index.html", "articles/a1.html", "en/articles/a1.html"])
    rows = [(url[0].text, *(day.text for day in url[1:])) for url in ElementTree.fromstring(made.data)]
    assert rows == [
        (f"{SITE}/articles/a1.html", "2019-03-23"),
        (f"{SITE}/en/articles/a1.html", "2019-03-23"),
        (f"{SITE}/index.html",),
    ]


def test_a_sitemap_too_large_is_several_under_an_index() -> None:
    *parts, index = export.sitemap(THREE, CONFIG, (f"claims/c{n:06}.html" for n in range(100_001)))
    assert [part.path for part in parts] == [f"sitemap-{n}.xml" for n in (1, 2, 3)]
    assert [len(ElementTree.fromstring(part.data)) for part in parts] == [50_000, 50_000, 1]
    assert index.path == "sitemap.xml"
    assert [at.text for at in ElementTree.fromstring(index.data).iter(f"{MAP}loc")] == [
        f"{SITE}/{part.path}" for part in parts
    ]


@pytest.mark.parametrize(
    ("crawlers", "kept_out"),
    [("all", []), ("no-ai", ["GPTBot", "ClaudeBot", "CCBot"]), ("none", ["*"])],
)
def test_robots_are_asked_to_stay_away(crawlers: str, kept_out: list[str]) -> None:
    (made,) = export.robots(replace(CONFIG, crawlers=crawlers))
    groups = [group.split("\n") for group in made.data.decode().split("\n\n")]
    barred = [row for group in groups if "Disallow: /" in group for row in group]
    assert all(f"User-agent: {name}" in barred for name in kept_out)
    assert bool(barred) == bool(kept_out)
    assert groups[-1] == [f"Sitemap: {SITE}/sitemap.xml", ""]


def test_a_harvester_is_told_the_articles_in_dublin_core() -> None:
    (made,) = export.repository(THREE, CONFIG)
    tree = ElementTree.fromstring(made.data)
    found = [{name.tag.removeprefix(DC): name.text for name in record[1][0]} for record in tree[2]]
    assert [record[0][0].text for record in tree[2]] == ["oai:example.org:a2", "oai:example.org:a1"]
    assert found[1] == {
        "title": "خبر",
        "creator": "هدى & سامي",
        "publisher": "وكالة النبأ",
        "date": "2019-03-23",
        "type": "Text",
        "format": "text/html",
        "language": "ar",
        "identifier": f"{SITE}/articles/a1.html",
        "source": "https://news.example/1?a=1&b=2",
    }


@pytest.mark.parametrize("change", [{"contact": None}, {"url": "http://10.0.0.1/"}])
def test_a_repository_needs_a_contact_and_a_domain(change: dict[str, str | None]) -> None:
    assert list(export.repository(THREE, replace(CONFIG, **change))) == []


def named(*places: tuple[str, str]) -> Archive:
    """Articles published on the days given, each naming the force; who brought them is one."""
    articles = [article(key, day) for key, day in places]
    start = articles[0].text.index("الناطق")
    mark = Mention(start, start + 6, "الناطق", "person", "t", entity="force")
    keys = tuple(key for key, _ in places)
    return replace(
        archive(*articles),
        annotations={key: Annotations(key, (mark,)) for key in keys},
        entities={"force": Entity("force", "organization", "القوة & أخواتها")},
        appearances={"force": tuple(Appearance(key, 0) for key in keys)},
        sources={"وكالة النبأ": keys},
    )


def test_a_name_and_a_source_of_several_articles_have_feeds() -> None:
    days = [(f"a{n}", f"2019-03-{n:02}") for n in range(1, 26)]
    *_, name, source = export.feeds(named(*days), CONFIG)
    assert (name.path, source.path) == ("entities/force.xml", address.feed(address.source("وكالة النبأ")))
    read = feedparser.parse(name.data)
    assert not read.bozo
    assert (read.feed.title, read.feed.author) == ("القوة & أخواتها · أرشيف", "أرشيف")
    assert [entry.id for entry in read.entries] == [f"{SITE}/articles/a{n}.html" for n in range(25, 5, -1)]
    assert {link.hreflang: link.href for link in read.entries[0].links if link.rel == "alternate"} == {
        "ar": f"{SITE}/articles/a25.html",
        "en": f"{SITE}/en/articles/a25.html",
    }
    assert feedparser.parse(source.data).feed.title == "وكالة النبأ · أرشيف"


def test_a_name_of_one_article_has_no_feed() -> None:
    days = [("a1", "2019-03-01"), ("a2", "2019-03-02"), ("a3", "مجهول")]
    assert [made.path for made in export.feeds(named(*days), CONFIG)] == ["feed.xml", "en/feed.xml"]
