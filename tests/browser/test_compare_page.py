"""Comparing articles: from the disk, in both browsers; by keyboard, on a phone, on paper, without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import contrast, violations
from tests.browser.pages import COMPARED
from tests.browsers import both

Opened = Callable[..., Page]
THREE = f"{COMPARED}&c=afmqca7g"
ARTICLES = ("ak865512", "a11vz6qc", "afmqca7g")


def ready(page: Page) -> Page:
    """The page, once it shows what it compares."""
    expect(page.locator(".pairs > li").first).to_be_visible()
    return page


@both
def test_two_articles_beside_each_other(opened: Opened) -> None:
    page = ready(opened(COMPARED))
    expect(page.locator(".texts > li")).to_have_count(2)
    expect(page.locator(".texts")).to_contain_text("فرانس برس")
    pair = page.locator(".pairs > li:has(.joint)").first
    expect(pair.locator(".side .t")).not_to_have_count(0)
    assert (pair.locator(".voices a").first.get_attribute("href") or "").startswith("claims/c")
    pair.locator("p.t > a").first.click()
    page.wait_for_url("**/articles/ak865512.html#p*")


@both
def test_words_stand_as_in_their_paragraph(opened: Opened) -> None:
    page = ready(opened(THREE))
    lines = page.locator(".pairs p.t")
    places = lines.evaluate_all("all => all.map(p => p.querySelector('a').getAttribute('href'))")
    shown = lines.evaluate_all(
        "all => all.map(p => [...p.childNodes].slice(0, -1).map(n => n.textContent).join(''))"
    )
    home = page.url.partition("compare.html")[0]
    assert {place.partition("#")[0] for place in places} == {f"articles/{key}.html" for key in ARTICLES}
    for key in ARTICLES:
        page.goto(f"{home}articles/{key}.html")
        ours = [(place, words) for place, words in zip(places, shown, strict=True) if key in place]
        texts = page.evaluate(
            "ids => ids.map(id => document.getElementById(id).textContent)",
            [place.partition("#")[2] for place, _ in ours],
        )
        for (place, words), text in zip(ours, texts, strict=True):
            assert " ".join(words.split()) in " ".join(text.split()), place


@both
def test_contradictions_are_joined_with_their_reason(opened: Opened) -> None:
    page = ready(opened(COMPARED))
    page.locator(".filters .contradicts").click()
    ready(page)
    joined = page.locator(".pairs > li .joint.contradicts")
    assert joined.count() == page.locator(".pairs > li").count() == 6
    expect(joined.first).to_contain_text("لليوم نفسه يقول أحدهما إنه ما زال جاريًا")
    expect(page.locator(".filters [aria-current]")).to_contain_text("التناقض")


def test_sides_are_swapped_and_articles_changed_by_address(opened: Opened) -> None:
    page = ready(opened(COMPARED))
    titles = page.locator(".texts .title").all_inner_texts()
    page.locator(".tools > a").first.click()
    ready(page)
    assert page.locator(".texts .title").all_inner_texts() == titles[::-1]
    assert "a=a11vz6qc&b=ak865512" in page.url
    page.locator(".texts .choice summary").first.click()
    page.locator(".texts .choice").first.locator("li a").first.click()
    ready(page)
    assert "b=ak865512" in page.url
    assert "a=a11vz6qc" not in page.url


@both
def test_an_article_is_found_by_words_and_put_third(opened: Opened) -> None:
    page = ready(opened(COMPARED))
    choice = page.locator("#compared > .tools .choice")
    choice.locator("summary").click()
    choice.locator("input").fill("المعموري")
    found = choice.locator("li a", has_text="المعموري")
    expect(found).to_have_count(1)
    found.click()
    ready(page)
    expect(page.locator(".texts > li")).to_have_count(3)
    assert page.url.endswith("a=ak865512&b=a11vz6qc&c=awzfgr7x")


def test_the_keyboard_goes_from_place_to_place(opened: Opened) -> None:
    page = ready(opened(COMPARED))
    page.keyboard.press("j")
    expect(page.locator("#r1")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#r2")).to_be_focused()
    expect(page.locator("#r2")).to_be_in_viewport()
    page.keyboard.press("k")
    expect(page.locator("#r1")).to_be_focused()


@pytest.mark.parametrize("query", [COMPARED, f"{COMPARED}&show=against", THREE])
def test_axe_finds_nothing(query: str, opened: Opened) -> None:
    page = ready(opened(query))
    page.locator("summary").last.click()
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert contrast(page) == []
    page = ready(opened(f"en/{query}", scheme="dark", width=390))
    assert violations(page) == []


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("query", [COMPARED, THREE])
def test_nothing_scrolls_sideways(query: str, language: str, opened: Opened) -> None:
    page = ready(opened(language + query))
    for width in (1440, 820, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        beside = page.locator(".pairs > li:has(.joint) .side").evaluate_all(
            "all => all[0].offsetTop === all[1].offsetTop"
        )
        texts = query.count("=")
        assert beside == (width > {2: 704, 3: 832}[texts]), width


def test_on_paper_sides_stand_beside_each_other(opened: Opened) -> None:
    page = ready(opened(COMPARED, width=700))
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    pair = page.locator(".pairs > li:has(.joint)").first
    assert pair.locator(".side").evaluate_all("all => all[0].offsetTop === all[1].offsetTop")


def test_without_script_stories_compare(opened: Opened) -> None:
    page = opened(COMPARED, script=False)
    expect(page.locator("main noscript")).to_be_visible()
    page.locator(".told h3 a").first.click()
    page.wait_for_url("**/stories/*.html")


def test_an_address_of_no_article_is_told(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}compare.html?a=nothing&b=ak865512")
    expect(page.locator("#compared")).to_contain_text("تعذّر تحميل نص منها")
    page.close()
