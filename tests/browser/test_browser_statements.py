"""Statements' pages and the links in notes: near their lines, complete on paper and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import ARTICLES

MANY = "claims/cbtr9as4jxa.html"
FOLDED = "claims/cxx7zb318zj.html"  # updates more statements than a screen shows
FAR = 200  # pixels

DRIFT = """() => Math.max(...[...document.querySelectorAll('.matn .notes > li')].map(note =>
  note.getBoundingClientRect().top
  - document.querySelector(`[aria-details=${note.id}]`).getClientRects()[0].top))"""


@pytest.mark.parametrize("path", ARTICLES)
def test_notes_stand_near_their_lines(path: str, opened: Callable[..., Page]) -> None:
    page = opened(path)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(DRIFT) < FAR


def test_a_note_that_made_room_is_whole_under_the_pointer(opened: Callable[..., Page]) -> None:
    pages = (opened(path) for path in ARTICLES)
    note = next(found.first for page in pages if (found := page.locator(".tight:has(.said)")).count())
    expect(note.locator(".said")).to_be_hidden()
    note.hover()
    expect(note.locator(".said")).to_be_visible()


def test_notes_have_their_links_in_reading_order_without_script(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0], width=390, script=False)
    for said in page.locator(".notes .said").all():
        expect(said).to_be_visible()


def test_paper_has_the_links_that_a_screen_folds(opened: Callable[..., Page]) -> None:
    page = opened(FOLDED)
    folded = page.locator(".ties details li").first
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()


def test_a_phone_has_the_list_for_the_drawing(opened: Callable[..., Page]) -> None:
    page = opened(MANY, width=390)
    expect(page.locator(".pic")).to_be_hidden()
    expect(opened(MANY).locator(".pic")).to_be_visible()
