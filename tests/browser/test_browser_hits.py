"""The words that a search matched, marked in the page that a result leads to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from musnad.arabic.fold import fold
from tests.browser.axe import violations
from tests.browser.pages import ARTICLES
from tests.browsers import both

Opened = Callable[..., Page]
pytestmark = both
WORDS = """() => [...CSS.highlights.get("hits"), ...CSS.highlights.get("hit-now")].map(String)"""
WIDTHS = """() => [...document.querySelectorAll(".words")].map((block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    return [...range.getClientRects()].map((box) => Math.round(box.width * 100));
})"""


def followed(page: Page) -> None:
    """The first article found, opened from its result."""
    page.locator(".results > li.article a").first.click()
    expect(page.locator(".hits")).to_be_visible()


def test_every_form_that_matched_is_marked(opened: Opened) -> None:
    page = opened(f"search.html?q={quote('وبالباغوز')}")
    followed(page)
    words = page.evaluate(WORDS)
    assert len(words) > 3
    assert {fold(word) for word in words} <= {"الباغوز", "بالباغوز", "والباغوز", "للباغوز"}
    assert page.evaluate("location.hash").startswith("#p")


def test_a_phrase_is_marked_as_a_whole(opened: Opened) -> None:
    page = opened(f"search.html?q={quote('«لم تنته بعد»')}")
    followed(page)
    assert set(page.evaluate(WORDS)) == {"لم تنته بعد"}


def test_the_keyboard_goes_from_one_to_the_next_and_clears(opened: Opened) -> None:
    page = opened(f"{ARTICLES[0]}?hits={quote('قسد')}")
    status = page.locator(".hits [role=status]")
    total = len(page.evaluate(WORDS))
    for key, number in (("n", 1), ("n", 2), ("p", 1), ("p", total)):
        page.keyboard.press(key)
        expect(status).to_have_text(f"{number} من {total}")
    page.get_by_role("button", name="التالي").click()
    expect(status).to_have_text(f"1 من {total}")
    page.keyboard.press("Escape")
    expect(page.locator(".hits")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0
    assert "?" not in page.url


def test_no_letter_moves_where_words_are_marked(opened: Opened) -> None:
    plain = opened(ARTICLES[0]).evaluate(WIDTHS)
    page = opened(f"{ARTICLES[0]}?hits={quote('قسد')}&hits={quote('الباغوز')}")
    expect(page.locator(".hits")).to_be_visible()
    assert page.evaluate(WIDTHS) == plain


def test_without_a_search_nothing_is_loaded(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    assert page.locator("script[src*=hits], link[href*=hits], .hits").count() == 0


def test_the_page_folds_as_the_index_does(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    text = " ".join(page.locator(".words").all_text_contents())
    forms = sorted({fold(word) for word in text.split() if word.isalpha()})[::7]
    page = opened(f"{ARTICLES[0]}?" + "&".join(f"hits={quote(form)}" for form in forms))
    expect(page.locator(".hits")).to_be_visible()
    found = {fold(word) for word in page.evaluate(WORDS)}
    assert found == set(forms)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_marked_pages_have_no_axe_violation(width: int, scheme: str, opened: Opened) -> None:
    page = opened(f"{ARTICLES[0]}?hits={quote('قسد')}", width=width, scheme=scheme)
    expect(page.locator(".hits")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
