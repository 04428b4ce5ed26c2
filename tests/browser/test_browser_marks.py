"""The card over a mark, by pointer, keyboard and touch; the register without script; switches that stay."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.pages import ARTICLES

Opened = Callable[..., Page]


def test_a_mark_under_the_pointer_has_a_card(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    mark = page.locator(".words .m.person").first
    title = mark.get_attribute("title") or "?"
    mark.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text(title)
    expect(card).to_contain_text("%")
    assert mark.get_attribute("title") is None  # the browser's own would tell it twice
    assert mark.get_attribute("aria-describedby") == "card"
    expect(card).to_contain_text("كيف عُرف:")
    box, own = card.bounding_box(), mark.bounding_box()
    assert box
    assert own
    assert box["y"] + box["height"] <= own["y"]
    card.hover()
    page.wait_for_timeout(300)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()


def test_a_reference_has_its_note_as_a_card(opened: Opened) -> None:
    page = opened(ARTICLES[0], width=390)
    card = page.get_by_role("tooltip")
    for reference in page.locator(".ref a").all():
        reference.focus()
        expect(card).to_be_visible()
        note = page.locator(f"{reference.get_attribute('href')} > div")
        words = note.evaluate("e => e.textContent.replace(e.querySelector('.no').textContent, '')")
        expect(card).to_contain_text(words.strip(), use_inner_text=False)
        expect(card).to_contain_text("%")  # how sure it is
        assert not card.locator("a").count()
        assert reference.get_attribute("aria-describedby") == "card"
    assert violations(page) == []


def test_a_statement_whose_note_is_not_in_sight_has_a_card(opened: Opened) -> None:
    page = opened(ARTICLES[0], width=390)
    mark = page.locator(".words > mark.claim").last
    note = page.locator(f"#{mark.get_attribute('aria-details')}")
    mark.evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().bottom - innerHeight + 4)")
    mark.dispatch_event("mouseover")
    expect(page.get_by_role("tooltip")).to_contain_text(note.locator(".from").first.text_content() or "?")
    note.scroll_into_view_if_needed()
    page.keyboard.press("Escape")
    mark.dispatch_event("mouseover")
    page.wait_for_timeout(300)
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_the_keyboard_opens_and_closes_a_card(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    mark = page.locator(".words .m.date").first
    mark.focus()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    page.locator(".words .m.place").first.focus()
    expect(card).to_be_visible()


def test_every_kind_of_mark_can_be_reached_by_keyboard(opened: Opened) -> None:
    page = opened(ARTICLES[0], script=False)
    for mark in page.locator(".words .m").all():
        reachable = mark.evaluate("e => e.tagName === 'A' || !!e.querySelector('a') || !!e.closest('a')")
        assert reachable, mark.text_content()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_a_card_stays_inside_the_window(width: int, opened: Opened) -> None:
    page = opened(ARTICLES[0], width=width)
    marks = page.locator(".words .m")
    for at in range(0, marks.count(), 5):
        marks.nth(at).focus()
        card = page.get_by_role("tooltip")
        if not card.is_visible():  # a mark round another one is reached through it
            continue
        box = card.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_touch_shows_the_card_and_a_second_one_follows_the_link(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + ARTICLES[0])
    here = page.url
    mark = page.locator(".words a.m.person").first
    mark.tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.url == here
    mark.tap()
    page.wait_for_url("**/entities/*.html")
    context.close()


def test_without_script_a_mark_leads_to_its_entry(opened: Opened) -> None:
    page = opened(ARTICLES[0], script=False)
    mark = page.locator(".words a.m.quantity").first
    entry = page.locator(mark.get_attribute("href") or "")
    expect(entry).to_be_hidden()
    mark.click()
    expect(entry).to_be_visible()
    expect(entry).to_be_in_viewport()
    entry.locator("a").first.click()
    assert page.evaluate("location.hash").startswith("#p")


def test_switches_stay_as_they_were_left(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    place = page.locator(".words .m.place").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert place.evaluate(line) == "underline"
    switch = page.locator("#k-place")
    switch.focus()
    page.keyboard.press("Space")
    assert place.evaluate(line) == "none"
    page.goto(page.url.replace(ARTICLES[0], ARTICLES[1]))
    expect(page.locator("#k-place")).not_to_be_checked()
    expect(page.locator("#k-person")).to_be_checked()
    assert page.locator(".words .m.place").first.evaluate(line) == "none"
    page.locator("#k-place").check()
    page.reload()
    expect(page.locator("#k-place")).to_be_checked()


def test_a_mark_that_is_switched_off_has_no_card_for_the_pointer(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    page.locator("#k-person").uncheck()
    mark, card = page.locator(".words .m.person").first, page.get_by_role("tooltip")
    mark.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_hidden()
    assert mark.get_attribute("title") is None
    page.locator("#k-person").check()
    mark.hover()
    expect(card).to_be_visible()


def test_without_script_all_marks_are_on(opened: Opened) -> None:
    page = opened(ARTICLES[0], script=False)
    for switch in page.locator(".legend input:not(#k-quiet)").all():
        expect(switch).to_be_checked()


def test_the_open_register_has_no_axe_violation(opened: Opened) -> None:
    for scheme, width in (("light", 1440), ("dark", 390)):
        page = opened(ARTICLES[0], scheme=scheme, width=width)
        page.locator(".register summary").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
