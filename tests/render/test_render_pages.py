"""The site of the repository's own archive: text untouched, links whole, nothing foreign, both languages."""

import json
import pickle
import posixpath
import re
from functools import cache
from itertools import pairwise

import msgspec
import pytest

from musnad import cite, export, render
from musnad.model.released import Past
from musnad.render.values.common import ContextRow
from tests.render.archive import ROOT, archive, config, environment, pages, site
from tests.render.html import Page

LOST = {"404.html", "en/404.html"}  # see test_render_missing.py
APART = ("canonical", "cite-as", "type", "schema.DCTERMS")  # links to absolute addresses

ARTICLES = [article.id for article in archive().articles]
LANGUAGES = {"ar": "", "en": "en/"}


@cache
def page(path: str) -> Page:
    return Page(site()[path].decode("utf-8"))


@pytest.mark.parametrize("folder", LANGUAGES.values())
@pytest.mark.parametrize("key", ARTICLES)
def test_an_articles_page_has_its_text_letter_for_letter(key: str, folder: str) -> None:
    article = next(article for article in archive().articles if article.id == key)
    shown = {e.attributes["id"]: e.text for e in page(f"{folder}articles/{key}.html").having("words")}
    expected = {f"p{n}": article.text[block.start : block.end] for n, block in enumerate(article.blocks, 1)}
    assert shown == expected


def test_words_in_naskh_are_the_sources_words() -> None:
    texts = [article.text for article in archive().articles]
    for path in site():
        if path.endswith("search.html"):  # its words are examples of queries
            continue
        for element in page(path).having("t"):
            assert any(element.text.strip() in text for text in texts), (path, element.text)


@pytest.mark.parametrize("key", ARTICLES)
def test_every_statement_leads_to_its_note_and_back(key: str) -> None:
    shown = page(f"articles/{key}.html")
    ids = shown.anchors()
    for number, claim in enumerate(archive().annotations[key].claims, 1):
        assert ids.count(claim.id) == 1
        mark = next(e for e in shown.elements if e.attributes.get("id") == claim.id)
        assert mark.attributes["aria-details"] == f"n{number}"
        reference = next(e for e in shown.elements if e.attributes.get("id") == f"r{number}")
        assert reference.attributes["href"] == f"#n{number}"
        note = next(e for e in shown.elements if e.attributes.get("id") == f"n{number}")
        assert any(e.attributes.get("href") == f"#r{number}" for e in shown.elements if note in e.above())
        pieces = [e for e in shown.having("claim") if e.attributes.get("aria-details") == f"n{number}"]
        assert claim.content.text in "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("key", ARTICLES)
def test_every_mention_is_marked_and_named(key: str) -> None:
    shown = page(f"articles/{key}.html")
    for mention in archive().annotations[key].mentions:
        marks = [e for e in shown.having(mention.type) if "m" in e.classes and e.details]
        assert any(mention.text in mark.text or mark.text in mention.text for mark in marks), mention


def test_links_lead_to_pages_and_anchors_that_are_there() -> None:
    known = {path: set(page(path).anchors()) for path in site()}
    other = {
        f"static/{path.relative_to(ROOT / 'static').as_posix()}" for path in (ROOT / "static").rglob("*")
    }
    other |= {f"raw/{key}.txt" for key in ARTICLES} | {
        "opensearch.xml",
        "en/opensearch.xml",
        "feed.xml",
        "en/feed.xml",
    }
    other |= {output.path for output in cite.records(archive(), config(), Past())}
    other |= {output.path for output in export.api(archive(), config(), Past())}
    other |= {output.path for output in export.feeds(archive(), config())}
    for path in site().keys() - LOST:
        for element in page(path).elements:
            href = (
                element.attributes.get("href")
                or element.attributes.get("src")
                or element.attributes.get("action")
            )
            if (
                href is None
                or "external" in element.attributes.get("rel", "")
                or element.attributes.get("rel") in APART
                or href.startswith("data:")
            ):
                continue
            target, _, anchor = href.partition(":~:")[0].partition("#")
            target = target.partition("?")[0]
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert not re.match(r"\w+:|/", href), (path, href)
            assert where in known or where in other, (path, href)
            assert not anchor or anchor in known[where], (path, href)


def test_every_page_can_be_reached_from_the_front_page() -> None:
    seen, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        for element in page(path).elements:
            target = element.attributes.get("href", "").partition("#")[0].partition("?")[0]
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if where in site():
                ahead.append(where)
    assert seen == set(site()) - LOST


def test_nothing_is_inline_and_nothing_comes_from_elsewhere() -> None:
    for path, data in site().items():
        shown = page(path)
        policy = next(
            e for e in shown.elements if e.attributes.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.attributes["content"].startswith(
            "default-src 'none'; script-src 'self'; style-src 'self'"
        )
        assert b"javascript:" not in data
        for element in shown.elements:
            assert element.tag not in {"style", "iframe", "object", "embed", "base"}
            assert not [name for name in element.attributes if name == "style" or name.startswith("on")]
            if element.tag == "script" and element.attributes.get("type") == "application/ld+json":
                assert "<" not in element.text
                assert json.loads(element.text)["@context"] == "https://schema.org"
            elif element.tag == "script":
                assert element.text == ""
                assert not re.match(r"\w+:|//", element.attributes["src"])
            if element.tag in {"link", "img"} and element.attributes.get("rel") == "stylesheet":
                assert not re.match(r"\w+:|//", element.attributes["href"])


def test_each_page_says_its_language_and_leads_to_the_other() -> None:
    paths = set(site()) - LOST
    for path in paths:
        html = page(path).elements[0]
        english = path.startswith("en/")
        assert (html.attributes["lang"], html.attributes["dir"]) == (
            ("en", "ltr") if english else ("ar", "rtl")
        )
        other = next(
            e for e in page(path).elements if e.tag == "link" and e.attributes.get("rel") == "alternate"
        )
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), other.attributes["href"]))
        assert target == (path.removeprefix("en/") if english else f"en/{path}")
        assert target in paths
        canonical = next(e for e in page(path).elements if e.attributes.get("rel") == "canonical")
        assert canonical.attributes["href"] == f"https://example.org/archive/{path}"


def test_the_sources_text_keeps_its_own_direction_in_both_interfaces() -> None:
    for folder in LANGUAGES.values():
        for key in ARTICLES:
            for element in page(f"{folder}articles/{key}.html").having("words"):
                around = next(e for e in element.above() if "lang" in e.attributes)
                assert (around.attributes["lang"], around.attributes["dir"]) == ("ar", "rtl")


def test_ids_are_single_and_labels_lead_to_something() -> None:
    for path in site():
        ids = page(path).anchors()
        assert len(ids) == len(set(ids)), path
        for element in page(path).elements:
            for name in ("aria-labelledby", "aria-details", "for"):
                assert element.attributes.get(name, ids[0]) in ids, (path, element)


def test_headings_do_not_skip_a_level() -> None:
    for path in site():
        levels = [int(e.tag[1]) for e in page(path).elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_an_entitys_page_has_every_mention_in_its_context() -> None:
    for key, appearances in archive().appearances.items():
        lines = [e for e in page(f"entities/{key}.html").elements if e.tag == "b" and "at" in e.classes]
        words = [archive().annotations[a.article].mentions[a.mention].text for a in appearances]
        assert len(lines) == len(words)
        assert all(word in line.text for word, line in zip(words, lines, strict=True))


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert pages(archive()) == site()


def test_views_are_plain_values() -> None:
    for planned in render.plan(archive(), config()):
        msgspec.msgpack.encode(planned, order="deterministic")
        assert pickle.loads(pickle.dumps(planned)) == planned


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("قال «", "»، ثم", ("قال ", "«", "»،", " ثم")),
        ("في ", " (رويترز)", ("في ", "", "", " (رويترز)")),
        ("", ".", ("", "", ".", "")),
        ("(", "(أ)", ("", "(", "", "(أ)")),
    ],
)
def test_signs_stay_with_the_word_they_touch(before: str, after: str, parts: tuple[str, ...]) -> None:
    row = ContextRow("a0000001", "p1", before, "حلب", after, None)
    assert row.parts == parts
    assert "".join(row.parts) == before + after


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("index.html", True),
        ("entities/", True),
        ("stories/", True),
        ("articles/a", False),
        ("claims/c", False),
    ],
)
def test_the_licence_is_of_what_the_archive_adds(start: str, told: bool) -> None:
    licence = "https://example.org/licence/"
    plan = render.plan(archive(), msgspec.structs.replace(config(), license=licence))
    shown = render.render(next(page for page in plan if page.path.startswith(start)), environment())
    assert (f'<link rel=license href="{licence}">' in shown.decode()) == told
