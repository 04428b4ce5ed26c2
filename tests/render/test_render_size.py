"""Articles are small pages: the five reports, each with every statement's chain and links to the others, and
a report of 700 words made of theirs, by itself.
"""

from itertools import accumulate

import pytest

from musnad import annotate, crossref, ingest
from musnad.annotate.knowledge import Knowledge
from musnad.model import Article
from tests.render.archive import archive, pages, site

MOST = 60_000  # bytes of HTML
WORDS = 700
ARTICLES = [article.id for article in archive().articles]


def long_article() -> Article:
    """The longest of the five reports, and paragraphs of others after it until there are enough words."""
    reports = sorted(archive().articles, key=lambda one: -len(one.text))
    texts = [one.text[block.start : block.end] for one in reports for block in one.blocks]
    words = [0, *accumulate(len(text.split()) for text in texts)]
    taken = [" ".join(text.split()[: WORDS - n]) for text, n in zip(texts, words, strict=False) if n < WORDS]
    head = "---\nid: a0000700\ntitle: تقرير\ndate_published: 2019-03-24\nstatus: confirmed\n---\n\n"
    made, problems = ingest.read_article(
        "content/articles/a0000700.md", (head + "\n\n".join(taken) + "\n").encode()
    )
    assert made, problems
    return made


@pytest.fixture(scope="module")
def longer() -> dict[str, bytes]:
    """The pages of an archive of that report."""
    made, known = long_article(), tuple(archive().entities.values())
    found = annotate.annotate(made, Knowledge(known))
    return pages(crossref.compile([made], [found], known, [crossref.read(made, found)])[0])


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("key", ARTICLES)
def test_an_article_is_a_small_page(folder: str, key: str) -> None:
    assert len(site()[f"{folder}articles/{key}.html"]) <= MOST


@pytest.mark.parametrize("folder", ["", "en/"])
def test_an_article_of_700_words_is_a_small_page(longer: dict[str, bytes], folder: str) -> None:
    assert len(longer[f"{folder}articles/a0000700.html"]) <= MOST
