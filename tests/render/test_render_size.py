"""Articles are small pages: the five reports, each with every statement's chain and links to the others."""

import pytest

from tests.render.archive import archive, site

MOST = 60_000  # bytes of HTML
ARTICLES = [article.id for article in archive().articles]


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("key", ARTICLES)
def test_an_article_is_a_small_page(folder: str, key: str) -> None:
    assert len(site()[f"{folder}articles/{key}.html"]) <= MOST
