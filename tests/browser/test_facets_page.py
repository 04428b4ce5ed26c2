"""Narrowing a search on its page: facets with counts, days from and to, the address; what to try."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.test_browser_search import asked
from tests.browsers import both

Opened = Callable[..., Page]
WORD = "الباغوز"


def open_facet(page: Page, name: str) -> None:
    """Open a facet and wait for its values."""
    page.locator(f"[data-facet={name}] summary").click()
    expect(page.locator(f"[data-facet={name}] li").first).to_be_visible()


def told(page: Page) -> int:
    """How many results the page says there are."""
    text = page.locator("#told").text_content() or ""
    return int("".join(letter for letter in text.split(":")[0] if letter in "0123456789") or 0)


@both
def test_a_value_narrows_to_as_many_as_it_says(opened: Opened) -> None:
    page = opened(asked(WORD))
    open_facet(page, "speaker")
    row = page.locator("[data-facet=speaker] li", has=page.locator("input[value=mustafa_bali]"))
    said = int(row.locator(".n").text_content() or 0)
    assert said > 0
    row.locator("input").check()
    expect(page.locator(".chips li")).to_have_count(1)
    expect(page.locator(".chips li")).to_contain_text("مصطفى بالي")
    assert told(page) == said
    assert "speaker=mustafa_bali" in page.url
    expect(row.locator("input")).to_be_focused()
    assert row.locator(".n").text_content() == str(said)  # what others of the facet would add is told still


def test_counts_are_the_most_frequent_first(opened: Opened) -> None:
    page = opened(asked(WORD))
    open_facet(page, "entity")
    counts = [int(n) for n in page.locator("[data-facet=entity] .n").all_text_contents()]
    assert len(counts) == 8
    assert counts == sorted(counts, reverse=True)
    page.locator("[data-facet=entity] button.rest").click()
    expect(page.locator("[data-facet=entity] li:nth-child(9) input")).to_be_focused()


def test_two_values_widen_and_two_facets_narrow(opened: Opened) -> None:
    page = opened(f"{asked(WORD)}&speaker=mustafa_bali")
    expect(page.locator(".chips li")).to_have_count(1)
    one = told(page)
    open_facet(page, "speaker")
    page.locator("[data-facet=speaker] input[value=sdf]").check()
    expect(page.locator(".chips li")).to_have_count(2)
    both_ = told(page)
    assert both_ > one
    open_facet(page, "cue")
    page.locator("[data-facet=cue] input").first.check()
    expect(page.locator(".chips li")).to_have_count(3)
    assert told(page) < both_


def test_the_address_has_it_all(opened: Opened) -> None:
    page = opened(asked(WORD))
    open_facet(page, "modality")
    page.locator("[data-facet=modality] input").first.check()
    expect(page.locator(".chips li")).to_have_count(1)
    narrowed = told(page)
    again = opened(page.url.partition("site/")[2])
    expect(again.locator(".chips li")).to_have_count(1)
    assert told(again) == narrowed
    page.go_back()
    expect(page.locator(".chips li")).to_have_count(0)
    assert told(page) > narrowed
    page.go_forward()
    expect(page.locator(".chips li")).to_have_count(1)
    page.locator(".chips button").click()
    expect(page.locator(".chips li")).to_have_count(0)
    expect(page.locator("#q")).to_be_focused()


def test_days_from_and_to(opened: Opened) -> None:
    page = opened(asked(WORD))
    open_facet(page, "date")
    page.get_by_label("من", exact=True).fill("2019-03-20")
    page.get_by_label("إلى", exact=True).fill("2019-03")
    page.keyboard.press("Enter")
    expect(page.locator(".chips li")).to_contain_text("من 20 آذار 2019 إلى آذار 2019")
    days = page.locator(".results > li.article time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert days
    assert all("2019-03-20" <= day <= "2019-03-31" for day in days)
    page = opened(f"{asked(WORD)}&from=never&to=2019-13")  # no days: as if nobody had asked
    expect(page.locator(".results > li").first).to_be_visible()
    expect(page.locator("[name=from]")).to_have_value("")


def test_facets_alone_search(opened: Opened) -> None:
    page = opened("search.html?speaker=mustafa_bali")
    expect(page.locator(".results > li.statement").first).to_be_visible()
    expect(page.locator(".chips li")).to_have_count(1)


def test_what_to_try_where_nothing_is_found(opened: Opened) -> None:
    page = opened(f"{asked(WORD)}&speaker=nobody_at_all")
    page.locator(".tries a").first.click()
    expect(page.locator(".results > li").first).to_be_visible()
    page = opened(f"search.html?q={quote('«الباغوز داعش قسد استسلام»')}")
    expect(page.locator(".tries a")).to_have_count(2)


def test_a_filter_is_among_the_reasons_and_the_cue_is_shown(opened: Opened) -> None:
    page = opened(asked("المتحدث:بالي"))
    expect(page.locator(".results .matched").first).to_contain_text("القائل: بالي")
    assert page.locator(".results > li.statement div .none .t").count() > 0


def test_escape_goes_back_to_the_query(opened: Opened) -> None:
    page = opened(asked(WORD))
    page.locator(".results a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme", "language"), [(1440, "light", ""), (390, "dark", "en/")])
def test_open_facets_have_no_axe_violation(width: int, scheme: str, language: str, opened: Opened) -> None:
    page = opened(f"{asked(WORD, language)}&modality=assert", width=width, scheme=scheme)
    expect(page.locator(".chips li")).to_have_count(1)
    if width < 800:
        page.locator("#narrow").click()
    for facet in ("speaker", "entity", "date"):
        open_facet(page, facet)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_a_part_that_does_not_load_is_told_and_tried_again(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.route("**/search/p-*.js", lambda route: route.abort())
    page.goto(f"{site.as_uri()}/{asked(WORD)}")
    expect(page.get_by_role("button", name="أعد المحاولة")).to_be_visible()
    expect(page.locator("#told")).to_have_text("تعذّر تحميل جزء من الفهرس.")
    page.unroute("**/search/p-*.js")
    page.get_by_role("button", name="أعد المحاولة").click()
    expect(page.locator(".results > li").first).to_be_visible()
    page.close()
