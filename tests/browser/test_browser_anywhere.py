"""Reading and searching in every browser, from the disk and from a server; where nothing can be kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import ARTICLES
from tests.browsers import both

Opened = Callable[..., Page]
pytestmark = [both, pytest.mark.parametrize("address", ["file", "http"], indirect=True)]

# A browser that keeps nothing and has none of what is optional.
POOR = """(() => {
  const denied = { get() { throw new DOMException("denied", "SecurityError"); } };
  for (const store of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(globalThis, store, denied);
  delete globalThis.DecompressionStream;
  delete globalThis.CompressionStream;
})()"""


def asked(page: Page, query: str) -> Page:
    """The page, once it has answered what was typed."""
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_function("asked => new URLSearchParams(location.search).get('q') === asked", arg=query)
    return page


def searched(page: Page) -> None:
    """The front page, a first search, an article, back, a phrase, a field, statements."""
    asked(page, "قسد")
    first = page.locator(".results > li.article a").first
    words = first.inner_text()
    first.click()
    page.wait_for_url("**/articles/*.html*#p*")
    place = page.locator(":target")
    expect(place).to_be_in_viewport()
    assert "قسد" in (place.text_content() or "")
    expect(page.locator("h1")).to_contain_text(words.rstrip("… "))
    page.go_back()
    expect(page.locator(".results > li").first).to_be_visible()

    marked = asked(page, '"لم تنته بعد"').locator(".results mark")
    expect(marked.first).to_have_text("لم تنته بعد")
    said = asked(page, "المتحدث:بالي").locator(".results > li.statement")
    expect(said.first).to_contain_text("بالي")
    expect(page.locator(".results > li.article")).to_have_count(0)
    page.goto(f"{page.url.partition('?')[0]}?q=داعش&among=statements")
    said.first.locator("a").first.click()
    page.wait_for_url("**/articles/*.html*#c*")
    expect(page.locator(":target")).to_be_in_viewport()


def test_search_from_the_front_page_to_the_place(opened: Opened) -> None:
    searched(opened("index.html"))


def test_search_and_switches_where_nothing_can_be_kept(opened: Opened) -> None:
    searched(opened("index.html", before=POOR))
    page = opened(ARTICLES[0], before=POOR)
    place = page.locator(".words .m.place").first
    page.locator("#k-place").uncheck()
    assert place.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
