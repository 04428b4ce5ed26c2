"""What the page reads of each article: its sentences are its search record's, each link is told once."""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import Any

from msgspec import structs

from musnad.model import Archive, Count, Measure
from musnad.render import comparing
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.search import documents
from tests.render import archive as repository
from tests.render.html import Page


@cache
def entries() -> dict[str, documents.Entry]:
    return {one.article.id: documents.entry(one) for one in documents.materials(repository.archive())}


def told(given: Archive) -> dict[str, dict[str, Any]]:
    """What the scripts say, by article."""
    found = {}
    for output in comparing.scripts(given, documents.numbers(given)):
        called, data = output.data.decode().removeprefix("musnad_index(").split(",", 1)
        assert f"../{output.path}" == f"{json.loads(called)}.js"
        found[json.loads(called).removeprefix("../compare/")] = json.loads(data.removesuffix(")\n"))
    return found


def test_sentences_are_those_of_the_search_record() -> None:
    for article in repository.archive().articles:
        kept = [sentence.text for sentence in entries()[article.id].record.sentences]
        begun = [article.text[start:].replace("\n", " ") for start in comparing.starts(article)]
        assert len(begun) == len(kept)
        assert all(text.startswith(words) for text, words in zip(begun, kept, strict=True))


def test_each_link_between_articles_is_told_once_by_the_earlier() -> None:
    given = repository.archive()
    order = [article.id for article in given.articles]
    found = set()
    for key, own in told(given).items():
        for other, links in own["links"].items():
            assert order.index(key) < order.index(other)
            for a, b, relation, *_ in links:
                assert (given.claims[a].article, given.claims[b].article) == (key, other)
                found.add((frozenset((a, b)), relation))
    assert found == {
        (frozenset((link.a, link.b)), link.relation) for links in given.links.values() for link in links
    }


def test_figures_of_one_thing_stand_with_their_sentences() -> None:
    given = repository.archive()
    one, other = (
        Count(article.id, next(at for at, m in enumerate(own.mentions) if m.type == "quantity"), 0, low=3)
        for article in given.articles[:2]
        if (own := given.annotations[article.id])
    )
    given = structs.replace(given, measures=(Measure("m1", "killed", "", None, None, (one, other)),))
    for count in (one, other):
        ((sentence, measure, low, high),) = told(given)[count.article]["figures"]
        assert (measure, low, high) == ("m1", 3, None)
        words = entries()[count.article].record.sentences[sentence].text
        assert given.annotations[count.article].mentions[count.mention].text in words


def test_an_article_is_compared_with_few_bytes() -> None:
    for key, one in entries().items():
        own = next(
            o for o in comparing.scripts(repository.archive(), dict.fromkeys(entries(), 0)) if key in o.path
        )
        assert len(gzip.compress(own.data)) + len(gzip.compress(one.packed.encode())) <= 6 * 1024


def test_an_article_offers_those_of_its_story_and_those_linked_with_it() -> None:
    given = repository.archive()
    names = Names(given)
    offered = comparing.Comparing(given, names, Rows(given, names)).beside("ak865512")
    assert offered[0] == "a11vz6qc"  # with which it has most links
    assert len(offered) == len(set(offered)) == 4
    page = Page(repository.site()["articles/ak865512.html"].decode())
    links = [
        e.attributes["href"] for e in page.elements if "compare.html" in (e.attributes.get("href") or "")
    ]
    assert links == [f"../compare.html?a=ak865512&b={key}" for key in offered]
