"""Tags of a page's head, and its context object."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from musnad.cite import meta
from musnad.cite.item import Item, Name
from tests.cite.made import ITEMS, item

GIVEN = item(
    title=Name("البيت الأبيض يعلن"),
    authors=(Name("جبار المعموري"), Name("رويترز")),
    agencies=(Name("فرانس برس"),),
    outlet=Name("القدس العربي"),
    date="2019-03-12~",
    abstract="أعلن",
    keywords=("الباغوز", "قوات سوريا الديمقراطية"),
)


def test_an_article_is_a_newspapers() -> None:
    assert list(meta.tags(GIVEN)) == [
        ("z.itemType", "newspaperArticle"),
        ("citation_title", "البيت الأبيض يعلن"),
        ("citation_author", "جبار المعموري,"),
        ("citation_author", "رويترز"),
        ("citation_publication_date", "2019-03-12"),
        ("prism.publicationName", "القدس العربي"),
        ("citation_publisher", "أرشيف"),
        ("citation_public_url", "https://x.org/a.html"),
        ("citation_language", "ar"),
        ("description", "أعلن — فرانس برس — تاريخه غير مؤكد: 2019-03-12~ (EDTF)."),
        ("z.archive", "أرشيف"),
        ("z.archiveLocation", "a0000001"),
        ("DCTERMS.title", "البيت الأبيض يعلن"),
        ("DCTERMS.creator", "جبار المعموري,"),
        ("DCTERMS.creator", "رويترز"),
        ("DCTERMS.issued", "2019-03-12"),
        ("DCTERMS.identifier", "https://x.org/a.html"),
        ("DCTERMS.type", "Text"),
    ]


def test_a_text_says_of_what_it_is_one() -> None:
    tags = dict(meta.tags(next(each for each in ITEMS if each.edition)))
    assert tags["DCTERMS.identifier"] == "https://x.org/articles/a0000001.v2.html"
    assert tags["DCTERMS.isVersionOf"] == "https://x.org/articles/a0000001.html"


def test_its_context_object_has_keywords_and_roles() -> None:
    assert parse_qsl(meta.context(GIVEN)) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", "البيت الأبيض يعلن"),
        ("rft.creator", "جبار المعموري,"),
        ("rft.creator", "رويترز"),
        ("rft.contributor", "فرانس برس,"),
        ("rft.source", "القدس العربي"),
        ("rft.date", "2019-03-12"),
        ("rft.identifier", "https://x.org/a.html"),
        ("rft.language", "ar"),
        ("rft.description", "أعلن — فرانس برس — تاريخه غير مؤكد: 2019-03-12~ (EDTF)."),
        ("rft.subject", "الباغوز"),
        ("rft.subject", "قوات سوريا الديمقراطية"),
    ]


def test_a_page_of_the_archive_is_a_web_page() -> None:
    tags = dict(meta.tags(ITEMS[-1]))
    assert tags["z.itemType"] == "webpage"
    assert tags["citation_author"] == tags["z.websiteTitle"] == "أرشيف"
    assert "citation_public_url" not in tags


@pytest.mark.parametrize("given", ITEMS)
def test_no_tag_makes_it_something_else(given: Item) -> None:
    names = [name for name, _ in meta.tags(given)]
    assert not {"citation_journal_title", "og:type", "citation_book_title"} & set(names)
    assert all(content for _, content in meta.tags(given))
    assert dict(parse_qsl(meta.context(given)))["rft.title"].split() == given.title.ar.split()
