"""Marks leave every letter as it is: without colours and lines, marked words look like unmarked ones."""

from base64 import b64encode
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.pages import ARTICLES
from tests.browsers import both

Opened = Callable[..., Page]
KINDS = ["person", "organization", "place", "group", "event", "date", "quantity"]
KINDS += ["person unsure", "quantity unsure"]

# Nothing but the text, and its marks without what they paint.
BARE = """async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .words :is(mark, .m, .m *) {
      background: none !important; text-decoration: none !important; color: inherit !important;
    }
    #matn { min-block-size: 0 !important; }
    #matn :is(.ref, .notes), .residue summary { display: none !important; }`);
  document.adoptedStyleSheets = [sheet];
  for (const folded of document.querySelectorAll("#matn details")) folded.open = true;
  await document.fonts.ready;
  await new Promise(done => setTimeout(done, 100)); // the notes have found their places
  return document.querySelectorAll(".words :is(mark, .m)").length;
}"""
UNMARKED = """() => {
  for (const mark of document.querySelectorAll(".words :is(mark, .m)")) {
    if (mark.matches("mark")) { // where its note looks for it
      const place = document.createElement("i");
      place.setAttribute("aria-details", mark.getAttribute("aria-details"));
      mark.closest(".words").prepend(place);
    }
    mark.replaceWith(...mark.childNodes);
  }
  for (const words of document.querySelectorAll(".words")) words.normalize();
}"""

# A paragraph for each two kinds, one mark inside another one or two words longer; touching marks and signs.
WRAPPED = """kinds => {
  const text = "قال «الرئيس» إن لإسرائيل 12 مقاتلًا، وبالباغوز الآن (داعش) لا تزالُ";
  const mark = (kind, ...within) => {
    const made = document.createElement(kind === "claim" ? "mark" : "a");
    made.className = kind === "claim" ? kind : `m ${kind}`;
    made.append(...within);
    return made;
  };
  document.getElementById("matn").append(...[...kinds, "claim"].flatMap(outer => kinds.map(inner => {
    const block = document.createElement("p");
    block.className = "words";
    block.lang = "ar";
    const words = text.split(/(?<=[ «»()،])|(?=[«»()،])/);
    for (let at = 0; at < words.length; at += 4) {
      const [one, two, three, four] = [0, 1, 2, 3].map(step => words[at + step] ?? "");
      block.append(mark(outer, one, mark(inner, two), three), mark(inner, four));
    }
    return block;
  })));
}"""

# The last long word of the text in two pieces.
CUT = """() => {
  const [words] = [...document.querySelectorAll("p.words[class=words]")].slice(-1);
  const text = words.lastChild, at = text.data.search(/[بتسشعفقلمنهي]{3}/);
  const rest = text.splitText(at + 1);
  const piece = document.createElement("bdi");
  rest.replaceWith(piece);
  piece.append(rest);
}"""

# Marks that begin or end between two letters.
INSIDE = r"""() => [...document.querySelectorAll(".words :is(mark, .m)")].filter(mark => {
  const range = document.createRange();
  range.selectNodeContents(mark.closest(".words"));
  const letter = /[\p{L}\p{M}]/u, all = range.toString();
  range.setEndBefore(mark);
  const start = range.toString().length, end = start + mark.textContent.length;
  const between = at => at > 0 && letter.test(all[at - 1]) && letter.test(all[at] ?? "");
  return between(start) || between(end);
}).map(mark => mark.textContent)"""


# How many pixels of two pictures differ, by more than the smoothing of a letter a part of a pixel aside.
DIFFERENT = """async pictures => {
  const [one, other] = await Promise.all(pictures.map(async picture => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  }));
  if (one.length !== other.length) return one.length;
  return one.filter((value, at) => Math.abs(value - other[at]) > 96).length / 3;
}"""
SIGN = 40  # pixels: Firefox sets a full stop nearer to a figure when no mark ends between them


def drawn(page: Page) -> str:
    """A picture of the text."""
    return b64encode(page.locator("#matn").screenshot(caret="initial")).decode()


def different(page: Page, change: str) -> float:
    """How many pixels of the bare text differ after a change."""
    before = drawn(page)
    page.evaluate(change)
    blank = page.context.new_page()
    pixels: float = blank.evaluate(DIFFERENT, [before, drawn(page)])
    return pixels


@both
@pytest.mark.parametrize("path", ARTICLES)
def test_articles_are_drawn_alike_without_their_marks(path: str, opened: Opened) -> None:
    page = opened(path)
    assert page.evaluate(BARE) > 0
    assert different(page, UNMARKED) <= SIGN


@both
def test_every_two_kinds_of_mark_are_drawn_alike_without_them(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    page.evaluate(WRAPPED, KINDS)
    page.evaluate(BARE)
    assert different(page, UNMARKED) <= SIGN


@both
def test_a_cut_in_one_word_would_be_seen(opened: Opened) -> None:
    page = opened(ARTICLES[0])
    page.evaluate(BARE)
    page.evaluate(UNMARKED)
    assert different(page, CUT) > SIGN


@pytest.mark.parametrize("path", ARTICLES)
def test_no_mark_begins_or_ends_inside_a_word(path: str, opened: Opened) -> None:
    assert opened(path).evaluate(INSIDE) == []
