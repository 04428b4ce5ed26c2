"""The search page: results as a reader sees them, the address, the keyboard, without script."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import both

Opened = Callable[..., Page]
pytestmark = both


def asked(query: str, language: str = "") -> str:
    """The address of a search."""
    return f"{language}search.html?q={quote(query)}"


def read_ten(page: Page) -> None:
    """Ten results are there once the reader has come to the fifth."""
    page.locator(".results > li:nth-child(5)").scroll_into_view_if_needed()
    expect(page.locator(".results > li")).to_have_count(10)


def test_a_word_is_found_in_every_form_and_marked(opened: Opened) -> None:
    page = opened(asked("وبالباغوز"))
    read_ten(page)
    marked = set(page.locator(".results mark").all_text_contents())
    assert {"بالباغوز", "الباغوز"} <= marked
    assert page.get_by_role("status").text_content()
    assert page.get_by_role("combobox").input_value() == "وبالباغوز"


def test_a_result_leads_to_its_place(opened: Opened) -> None:
    page = opened(asked("قسد"))
    link = page.locator(".results > li.article a").first
    link.click()
    page.wait_for_url("**/articles/*.html*#p*")
    assert page.evaluate("document.querySelector(location.hash).textContent.includes('قسد')")


def test_a_statement_leads_to_its_place(opened: Opened) -> None:
    page = opened(f"{asked('قسد')}&kind=statement")
    expect(page.locator(".results > li").first).to_be_visible()
    assert page.locator(".results > li.article").count() == 0
    assert page.get_by_label("الأقوال فقط").is_checked()
    page.locator(".results > li.statement a").first.click()
    page.wait_for_url("**/articles/*.html*#c*")
    assert page.evaluate("document.querySelector(location.hash) !== null")


def test_a_result_names_outlet_and_agency_and_its_day(opened: Opened) -> None:
    for language, said in (("", ["وهج 24", "رويترز"]), ("en/", ["Wahj 24", "Reuters"])):
        page = opened(f"{asked('العشرات تاريخ:2019-03-12', language)}&kind=article")
        below = page.locator(".results > li.article .meta")
        expect(below).to_have_count(1)
        assert [name for name in below.locator("bdi").all_text_contents() if name in said] == said
        assert below.locator("time").get_attribute("datetime") == "2019-03-12"


def test_a_sentence_that_is_the_title_is_shown_once_and_whole(opened: Opened) -> None:
    page = opened(f"{asked('بالباغوز')}&kind=article")
    read = page.locator(".results > li.article")
    expect(read.first).to_be_visible()
    for row in read.all():
        title = row.locator(".title").text_content() or ""
        excerpt = " ".join(row.locator("p.t").all_text_contents())
        assert title not in excerpt, title
        assert row.locator("mark").count(), title
    assert page.locator(".results .title mark").count()


def test_fields_and_days_narrow_a_search(opened: Opened) -> None:
    page = opened(asked("المتحدث:بالي"))
    expect(page.locator(".results > li.statement").first).to_be_visible()
    assert page.locator(".results > li.article").count() == 0
    page = opened(asked("قسد تاريخ:..2001"))
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.locator(".results > li").count() == 0


def test_the_latest_come_first_where_asked_for(opened: Opened) -> None:
    page = opened(asked("قسد نوع:خبر"))
    expect(page.locator(".results > li").first).to_be_visible()
    page.get_by_label("الأحدث أولًا").check()
    page.wait_for_url("**sort=date*")
    expect(page.locator(".results > li").first).to_be_visible()
    days = [time.get_attribute("datetime") for time in page.locator(".results time").all()]
    assert days == sorted(days, key=str, reverse=True)


def test_a_phrase_is_marked_as_a_whole(opened: Opened) -> None:
    page = opened(asked('"لم تنته بعد"'))
    expect(page.locator(".results mark").first).to_be_visible()
    assert set(page.locator(".results mark").all_text_contents()) == {"لم تنته بعد"}


def test_the_query_is_in_the_address(opened: Opened) -> None:
    page = opened("search.html")
    expect(page.locator("#how")).to_be_visible()
    page.get_by_role("combobox").fill("أسير")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li").first).to_be_visible()
    first = page.get_by_role("status").text_content()
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "أسير"
    page.get_by_role("combobox").fill("زرافة")
    page.get_by_role("button", name="ابحث").click()
    expect(page.locator(".results > li")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(first or "?")
    assert page.get_by_role("combobox").input_value() == "أسير"


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    page = opened(asked("قسد"))
    read_ten(page)
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.locator("#more").press("Enter")
    expect(page.locator(".results > li:nth-child(11) a")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        "زرافة",
        "-",
        "OR | -",
        "-قسد",
        "ا" * 10_000,
        "<script>alert(1)</script>",
        "\u202e\u0007",
        "زرافة " * 99,
    ],
)
def test_a_query_that_finds_nothing_is_told_so(query: str, opened: Opened) -> None:
    page = opened(asked(query))
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.locator(".results > li").count() == 0


def test_the_english_page_searches_the_same(opened: Opened) -> None:
    page = opened(asked("Trump", "en/"))
    expect(page.locator(".results > li").first).to_be_visible()
    assert "result" in (page.get_by_role("status").text_content() or "")
    page.locator(".results a").first.click()
    page.wait_for_url("**/en/articles/*.html*#*")


def test_the_front_page_leads_to_results(opened: Opened) -> None:
    page = opened("index.html")
    page.get_by_role("searchbox").fill("قسد")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator(".results > li").first).to_be_visible()


def test_where_nothing_is_found_each_part_can_be_left_out(opened: Opened) -> None:
    page = opened(asked("المتحدث:ترامب الفعل:نفي"))
    expect(page.locator("#tries a")).to_have_text(["بلا المتحدث:ترامب", "بلا الفعل:نفي"])
    page.locator("#tries a").last.click()
    expect(page.locator("#q")).to_have_value("المتحدث:ترامب")
    expect(page.locator(".results > li").first).to_be_visible()


def test_the_speaker_that_was_asked_for_is_marked_in_the_page(opened: Opened) -> None:
    page = opened(asked("ترامب النوع:قول"))
    page.locator(".results a").first.click()
    page.wait_for_url("**/articles/*.html?hits=*#*")
    expect(page.locator(".hits [role=status]")).to_contain_text("1")
