"""Suggestions under the field of a search: a combobox by the ARIA Authoring Practices; what was meant."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browsers import both

Opened = Callable[..., Page]
pytestmark = both


def typed(page: Page, text: str) -> Locator:
    """The options after typing into the field."""
    page.get_by_role("combobox").press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return page.get_by_role("option")


def test_entities_come_first_in_any_script(opened: Opened) -> None:
    for address, text, name in (
        ("search.html", "ترا", "دونالد ترامب"),
        ("search.html", "trum", "دونالد ترامب"),
        ("en/search.html", "ترا", "Donald Trump"),
    ):
        first = typed(opened(address), text).first
        expect(first).to_contain_text(name)
        expect(first).to_contain_text("شخص" if address == "search.html" else "Person")


def test_the_keyboard_moves_among_them(opened: Opened) -> None:
    page = opened("search.html")
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-expanded") == "false"
    options = typed(page, "ب")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    page.keyboard.press("Home")
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "ب"


def test_an_entity_is_searched_for_by_its_field(opened: Opened) -> None:
    page = opened("search.html")
    typed(page, "ترا")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li").first).to_be_visible()
    assert page.get_by_role("combobox").input_value() == 'العلم:"دونالد ترامب"'


def test_a_word_takes_the_place_of_what_was_typed_of_it(opened: Opened) -> None:
    page = opened("search.html")
    options = typed(page, "نفى المدن")
    options.filter(has_not_text="·").first.click()
    value = page.get_by_role("combobox").input_value()
    assert value.startswith("نفى المدن")
    assert value.endswith(" ")
    assert page.url.endswith("search.html")


def test_nothing_is_loaded_before_the_first_key(opened: Opened) -> None:
    page = opened("search.html")
    loaded = "[...document.scripts].map((script) => script.src)"
    before = page.evaluate(loaded)
    page.get_by_role("combobox").click()
    assert page.evaluate(loaded) == before
    typed(page, "ق")
    assert any("search-panel" in url for url in page.evaluate(loaded))


def test_enter_without_a_choice_searches_what_was_typed(opened: Opened) -> None:
    page = opened("search.html")
    typed(page, "قسد")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li").first).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
    assert page.get_by_role("combobox").input_value() == "قسد"


def test_what_was_meant_is_offered(opened: Opened) -> None:
    page = opened(f"search.html?q={quote('الباقوز')}&sort=date")
    link = page.locator("#meant a")
    expect(link).to_have_text("الباغوز")
    link.click()
    expect(page.locator(".results > li").first).to_be_visible()
    assert "sort=date" in page.url
    expect(page.locator("#meant")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_open_suggestions_have_no_axe_violation(width: int, scheme: str, opened: Opened) -> None:
    page = opened("search.html", width=width, scheme=scheme)
    typed(page, "ب")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
