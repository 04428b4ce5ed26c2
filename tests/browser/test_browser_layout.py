"""Pages at every width: no sideways scroll, letters joined, notes apart; print; copying."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.pages import ARTICLES, KINDS, RESULTS

WIDTHS = (1440, 820, 390, 320)

# The width of every paragraph on one line, as it is and without its marks (references apart).
JOINED = """() => document.fonts.ready.then(() => [...document.querySelectorAll('.words')].map(words => {
  const one = words.cloneNode(true), other = words.cloneNode(false);
  one.querySelectorAll('.ref').forEach(ref => ref.remove());
  other.textContent = words.textContent;
  const widths = [one, other].map(clone => {
    const box = document.createElement('div');
    box.className = 'matn';
    clone.removeAttribute('id');
    box.append(clone);
    document.getElementById('matn').append(box);
    box.style.cssText = 'position:absolute;visibility:hidden;width:max-content;white-space:nowrap';
    clone.style.cssText = 'display:inline-block;white-space:nowrap';
    const width = clone.getBoundingClientRect().width;
    box.remove();
    return width;
  });
  return {text: words.textContent.slice(0, 40), marked: widths[0], plain: widths[1]};
}))"""

COPIED = """() => {
  const words = document.querySelector('.words:has(.ref)');
  getSelection().selectAllChildren(words);
  return [getSelection().toString(), words.textContent];
}"""


@pytest.mark.parametrize("tongue", ["", "en/"])
def test_no_page_scrolls_sideways(tongue: str, opened: Callable[..., Page], address: str) -> None:
    page = opened("index.html")
    for path in [*KINDS, *ARTICLES[1:]] if not tongue else KINDS:
        page.goto(address + tongue + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


@pytest.mark.parametrize("tongue", ["", "en/"])
def test_a_map_in_a_narrow_window_begins_at_its_middle_and_moves_freely(
    tongue: str, opened: Callable[..., Page], address: str
) -> None:
    page = opened("index.html")
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{address}{tongue}map.html")
    frame = page.locator(".picture > div")
    middle = "one => Math.abs(one.scrollLeft)"
    room = frame.evaluate("one => one.scrollWidth - one.clientWidth")
    assert room > 100
    assert abs(frame.evaluate(middle) - room / 2) <= 1
    expect(frame).to_have_css("scroll-snap-type", "none")
    frame.evaluate("one => one.scrollBy(40, 0)")
    page.wait_for_timeout(100)
    assert abs(abs(frame.evaluate(middle) - room / 2) - 40) <= 1


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (820, 1180)])
@pytest.mark.parametrize("tongue", ["", "en/"])
def test_a_story_answers_its_first_question_in_one_screen(
    tongue: str, width: int, height: int, opened: Callable[..., Page]
) -> None:
    page = opened(f"{tongue}stories/baghuz.html")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("document.fonts.ready")
    answers = boxes(page, ".matrix tbody:first-of-type td > *")
    assert answers
    assert max(box["y"] + box["height"] for box in answers) <= height


@pytest.mark.parametrize("path", ARTICLES)
def test_marks_do_not_cut_letters_apart(path: str, opened: Callable[..., Page]) -> None:
    found = opened(path).evaluate(JOINED)
    assert len(found) > 5
    for block in found:
        assert abs(block["marked"] - block["plain"]) < 0.6, block


@pytest.mark.parametrize("path", ARTICLES)
def test_no_two_notes_lie_over_each_other(path: str, opened: Callable[..., Page]) -> None:
    page = opened(path)
    page.evaluate("document.fonts.ready")
    boxes = sorted(
        (note.bounding_box() for note in page.locator(".matn .notes > li").all()), key=lambda box: box["y"]
    )
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"] + 1


@pytest.mark.parametrize("folder", ["", "en/"])
def test_notes_stand_beside_the_text(folder: str, opened: Callable[..., Page]) -> None:
    page = opened(folder + ARTICLES[0])
    expect(page.locator(".matn.packed")).to_be_visible()
    note, words = (
        page.locator(".matn .notes > li").first.bounding_box(),
        page.locator(".matn .words").first.bounding_box(),
    )
    assert note
    assert words
    assert note["x"] + note["width"] <= words["x"]


def test_copied_words_have_no_number_of_a_note(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0])
    copied, words = page.evaluate(COPIED)
    assert copied == words


def test_the_search_box_of_the_front_page_leads_to_the_search(opened: Callable[..., Page]) -> None:
    page = opened("index.html")
    page.locator("#q").fill("قسد")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert page.url.endswith("search.html?q=%D9%82%D8%B3%D8%AF")


def test_print_has_the_notes_and_not_the_controls(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0])
    page.emulate_media(media="print")
    for selector in (".legend", ".bar nav", ".pn"):
        expect(page.locator(selector).first).to_be_hidden()
    note, words = page.locator(".matn .notes > li").first, page.locator(".words .m.person").first
    expect(note).to_be_visible()
    assert note.evaluate("e => getComputedStyle(e).position") == "static"
    for again in page.locator(".again .from").all():  # on paper every note names its speaker
        assert (again.bounding_box() or {"width": 0})["width"] > 10
    assert words.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert page.evaluate("getComputedStyle(document.querySelector('.ref a'), '::after').content") == '"1"'
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("path", [*ARTICLES, f"en/{ARTICLES[0]}"])
@pytest.mark.parametrize("script", [True, False])
def test_on_paper_the_notes_stand_after_the_text(
    opened: Callable[..., Page], path: str, script: bool
) -> None:
    page = opened(path, width=700, script=script)
    page.emulate_media(media="print")
    lowest = max(box["y"] + box["height"] for box in boxes(page, ".matn .words"))
    notes = boxes(page, ".piece .notes > li")
    assert notes
    assert notes[0]["y"] > lowest
    for above, below in pairwise(notes):  # in the order of their numbers
        assert above["y"] + above["height"] <= below["y"]
    numbers = page.locator(".ref a").evaluate_all("all => all.map(a => a.dataset.n)")
    assert {*numbers} <= {*page.locator(".notes .no").all_text_contents()}
    assert page.locator(".notes > li").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert path in (page.locator(".printed").text_content() or "")
    assert "2019" in (page.locator(".printed").text_content() or "")


def boxes(page: Page, selector: str) -> list[FloatRect]:
    """Where the elements of a selector that are shown stand."""
    return [box for one in page.locator(selector).all() if (box := one.bounding_box())]


def test_a_narrow_window_has_the_notes_below(opened: Callable[..., Page]) -> None:
    page = opened(ARTICLES[0], width=820)
    row = page.locator(".row:has(.notes)").first
    words, notes = row.locator(".words").first.bounding_box(), row.locator(".notes").bounding_box()
    assert words
    assert notes
    assert words["y"] + words["height"] <= notes["y"] + 1


@pytest.mark.parametrize("path", ["timeline.html", "map.html", "network.html"])
def test_a_picture_on_a_narrow_window_moves_in_its_frame(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, width=360)
    frame = page.locator(".picture > div")
    assert frame.evaluate("frame => frame.scrollWidth > 2 * frame.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_has_the_query_and_no_controls(opened: Callable[..., Page]) -> None:
    page = opened(RESULTS)
    expect(page.locator(".results > li").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#q")).to_be_visible()
    for control in ("#find button", ".choices", "#facets", "#more"):
        expect(page.locator(control)).to_be_hidden()
