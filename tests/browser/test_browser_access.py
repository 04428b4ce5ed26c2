"""No axe violation on any kind of page, in any theme and language; the keyboard; complete without script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import contrast, violations
from tests.browser.pages import ARTICLES, KINDS, RESULTS
from tests.browsers import both


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    def kind(path: str) -> str:
        return path if path.endswith("index.html") or "/" not in path else path.split("/")[0]

    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {kind(path) for path in pages if not path.startswith("en/")} == {kind(path) for path in KINDS}
    assert {f"en/{path}" for path in pages if not path.startswith("en/")} == {
        path for path in pages if path.startswith("en/")
    }


@pytest.mark.parametrize("path", [*KINDS, *ARTICLES[1:], RESULTS])
def test_axe_finds_nothing_in_arabic(path: str, opened: Callable[..., Page]) -> None:
    page = opened(path)
    if path == RESULTS:
        expect(page.locator(".results > li").first).to_be_visible()
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert contrast(page) == []


@pytest.mark.parametrize("path", [*KINDS, RESULTS])
def test_axe_finds_nothing_in_english_on_a_phone(path: str, opened: Callable[..., Page]) -> None:
    page = opened(f"en/{path}", scheme="dark", width=390)
    if path == RESULTS:
        expect(page.locator(".results > li").first).to_be_visible()
    assert violations(page) == []


@both
def test_the_first_tab_stop_skips_to_the_content(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0])
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@both
def test_focus_is_seen(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0])
    for selector in ("a.m", ".ref a", ".notes .no", ".legend input", ".residue summary"):
        if page.locator(selector).count():
            page.locator(selector).first.focus()
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Tab")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", selector


def test_complete_without_script(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0], script=False)
    for note in page.locator(".notes > li").all():
        expect(note).to_be_visible()
    person = page.locator(".words .m.person").first
    assert "underline" in person.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.locator("#k-person").uncheck()
    assert person.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    page.locator("#k-quiet").check()
    assert (
        page.locator(".words .claim").first.evaluate("e => getComputedStyle(e).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_words_and_marks(scheme: str, opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0], scheme=scheme, forced=True)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    colours = "all => all.map(e => getComputedStyle(e).color)"
    assert ground not in page.locator("mark.claim, .words .m").evaluate_all(colours)
    claim, figure = page.locator("mark.claim").last, page.locator(".m.quantity").last
    assert "underline" in claim.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert "overline" in figure.evaluate("e => getComputedStyle(e).textDecorationLine")
    arrow = page.locator(".chain li + li").first
    assert arrow.evaluate("e => getComputedStyle(e, '::before').backgroundColor") != ground


def test_a_narrow_screen_has_the_marks_folded_but_not_without_script(opened: Callable[..., Page]) -> None:
    expect(opened(ARTICLES[0], width=390).locator("#k-person")).to_be_hidden()
    expect(opened(ARTICLES[0], width=390, script=False).locator("#k-person")).to_be_visible()
    expect(opened(ARTICLES[0]).locator("#k-person")).to_be_visible()


def test_a_reference_leads_to_its_note_and_back(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0], width=390)
    page.locator(".ref a").first.click()
    expect(page.locator("#n1")).to_be_in_viewport()
    page.locator("#n1 .no").click()
    expect(page.locator("#r1")).to_be_in_viewport()


def test_without_script_the_search_page_offers_the_indexes(opened: Callable[..., Page]) -> None:
    page = opened(RESULTS, script=False)
    assert page.locator("#search").is_hidden()
    assert page.locator("main a").count() == 5
