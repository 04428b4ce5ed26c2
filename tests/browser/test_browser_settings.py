"""What a reader chooses stays, on every page; keys; nothing moves while a page comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.browser.pages import ARTICLES

Opened = Callable[..., Page]
GROUND = "getComputedStyle(document.body).backgroundColor"
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => { for (const one of list.getEntries()) shifts.push(one.value); })
  .observe({type: 'layout-shift', buffered: true});
"""


def choose(page: Page, name: str, value: str) -> None:
    page.locator(".settings summary").click()
    page.locator(f".settings [name={name}][value={value}]").check()
    page.keyboard.press("Escape")
    expect(page.locator(".settings > div")).to_be_hidden()


def test_a_chosen_theme_stays(opened: Opened, address: str) -> None:
    page = opened("index.html", scheme="light")
    light = page.evaluate(GROUND)
    choose(page, "theme", "dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.goto(address + ARTICLES[0])
    assert page.evaluate(GROUND) == dark
    choose(page, "theme", "usual")
    assert page.evaluate(GROUND) == light


def test_digits_change_in_the_archives_words_alone(opened: Opened, address: str) -> None:
    page = opened(ARTICLES[0])
    words = page.locator("#matn .words").all_text_contents()
    day = page.locator(".facts time").text_content()
    choose(page, "digits", "eastern")
    page.goto(address + ARTICLES[0])
    assert page.locator("#matn .words").all_text_contents() == words
    shown = page.locator(".facts time").text_content() or ""
    assert shown != day
    assert not set("0123456789") & set(shown)
    assert page.locator(".ref a").first.get_attribute("data-n") == "١"
    choose(page, "digits", "usual")
    assert page.locator(".facts time").text_content() == day
    assert page.locator(".ref a").first.get_attribute("data-n") == "1"


def test_text_grows_and_the_page_does_not_scroll_sideways(opened: Opened) -> None:
    for width in (320, 1000, 1440):
        page = opened(ARTICLES[0], width=width)
        size = "parseFloat(getComputedStyle(document.querySelector('#matn .words')).fontSize)"
        before = page.evaluate(size)
        choose(page, "size", "largest")
        assert page.evaluate(size) > before * 1.3
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_last_chosen_offers_itself(opened: Opened, address: str) -> None:
    page = opened("index.html")
    page.locator(".tongue").click()
    page.wait_for_url("**/en/index.html")
    page.goto(address + ARTICLES[0])  # a cited address stays what it is
    assert page.url.endswith(ARTICLES[0])
    assert "/en/" not in page.url
    assert page.locator("html").get_attribute("data-tongue") == "en"


def test_keys_lead_through_marks_and_statements(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    focused = "document.activeElement.className || document.activeElement.id"
    page.keyboard.press("n")
    assert page.evaluate(focused) == "r1" or page.evaluate("document.activeElement.id") == "r1"
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == "r1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('.words a.m')")
    page.keyboard.press("Control+k")  # the browser's own
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.locator(".settings summary").click()
    page.locator(".settings [name=keys]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()


def test_no_key_is_taken_from_somebody_who_types(opened: Opened) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("?n/j")
    assert page.locator("#q").input_value() == "?n/j"
    expect(page.locator("#keys")).to_be_hidden()


def test_without_storage_a_choice_holds_for_the_page(opened: Opened) -> None:
    broken = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } });"
    page = opened("index.html", before=broken)
    ground = page.evaluate(GROUND)
    choose(page, "theme", "dark")
    assert page.evaluate(GROUND) != ground


def test_nothing_moves_while_an_article_comes(chromium: Browser, site: Path) -> None:
    """On a phone's processor and network, with fresh faces and kept ones.

    A machine that is busy may split one visit of three just where a face comes: no reader sees
    so little, and what moves in two visits is ours.
    """
    with served(site) as root:
        for width in (390, 1440):
            context = chromium.new_context(viewport={"width": width, "height": 800})
            context.add_init_script(SHIFTS)
            visits = []
            for _ in range(3):
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                session.send(
                    "Network.emulateNetworkConditions",
                    {"offline": False, "latency": 20, "downloadThroughput": 2e5, "uploadThroughput": 1e5},
                )
                page.goto(root + ARTICLES[0])
                page.wait_for_timeout(700)
                visits.append(sum(page.evaluate("shifts")))
                page.close()
            assert sorted(visits)[1] < 0.002, visits
            assert max(visits) < 0.02, visits
            context.close()


def test_paper_has_what_notes_fold(opened: Opened) -> None:
    page = opened(f"en/{ARTICLES[0]}")
    folded = page.locator(".notes .tight .said").all()
    assert folded
    page.emulate_media(media="print")
    for words in folded:
        expect(words).to_be_visible()
