"""The box that cites a page: whole without script, copied from on the disk, records taken away, words linked
to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from pybtex.database import parse_string

from tests.browser.pages import ARTICLES

both = pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
STATEMENT = "claims/cbtr9as4jxa.html"
LINK = re.compile(r"aria-labelledby=place>.*?<a href=\"?([^\" >]+)", re.DOTALL)  # to its words
# A clipboard that keeps what it is given; and none at all, where the old command has to do.
CLIPBOARD = """
window.kept = [];
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (words) => kept.push(words) } });
"""
NONE = """
window.kept = [];
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.addEventListener("copy", () => kept.push(document.activeElement.value));
"""


@both
@pytest.mark.parametrize(
    "path", [ARTICLES[0], STATEMENT, "entities/mustafa_bali.html", "stories/baghuz.html"]
)
def test_the_box_is_whole_without_script(opened: Callable[..., Page], browser: object, path: str) -> None:
    page = opened(path, script="firefox" in str(browser))
    box = page.locator("#cite")
    box.locator("summary").click()
    lines = box.locator("dl[lang=ar] dd")
    assert lines.count() == 3
    assert all(path in line for line in lines.all_inner_texts())
    assert [link.get_attribute("download") for link in box.locator("a[download]").all()] == [
        Path(path).stem + suffix for suffix in (".bib", ".ris", ".csl.json")
    ]


@both
@pytest.mark.parametrize("before", [CLIPBOARD, NONE], ids=["clipboard", "command"])
def test_a_line_is_copied_on_the_disk(opened: Callable[..., Page], before: str) -> None:
    page = opened(ARTICLES[0], before=before)
    page.locator("#cite summary").click()
    words = page.evaluate("document.querySelector('#cite dd').textContent").removesuffix("انسخ").strip()
    button = page.locator("#cite dd button").first
    button.click()
    expect(button).to_have_text("نُسخ")
    assert page.evaluate("kept") == [words]
    assert ARTICLES[0] in words


@both
@pytest.mark.parametrize(
    ("address", "path"),
    [("file", STATEMENT), ("http", STATEMENT), ("http", ARTICLES[0])],
    indirect=["address"],
)
def test_records_are_taken_away(opened: Callable[..., Page], path: str, tmp_path: Path) -> None:
    page = opened(path)
    page.locator("#cite summary").click()
    texts = []
    for link in page.locator("#cite a[download]").all():
        with page.expect_download() as waited:
            link.click()
        waited.value.save_as(tmp_path / "record")
        assert waited.value.suggested_filename == link.get_attribute("download")
        texts.append((tmp_path / "record").read_text("utf-8"))
    key = Path(path).stem
    assert list(parse_string(texts[0], "bibtex").entries) == [key]
    assert texts[1].startswith("TY  - NEWS")
    assert json.loads(texts[2])[0]["id"] == key


def chosen(page: Page, start: str, end: str) -> None:
    """Select from some words of the text to some others."""
    page.evaluate(
        """([start, end]) => {
          const find = (words, last) => {
            const walker = document.createTreeWalker(document.getElementById("matn"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              if (!walker.currentNode.parentElement.closest(".words")) continue;
              const at = walker.currentNode.data.indexOf(words);
              if (at >= 0) return [walker.currentNode, at + (last ? words.length : 0)];
            }
          };
          const range = document.createRange();
          range.setStart(...find(start, false));
          range.setEnd(...find(end, true));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          document.execCommand("copy");
        }""",
        [start, end],
    )


@pytest.mark.parametrize(
    ("start", "end", "words", "fragment"),
    [
        # Inside words: the link has them whole, with their conjunction and article.
        (
            "تهمت",
            "مجاز",
            ["تهمت قوات سوريا الديمقراطية بارتكاب مجاز"],
            "واتهمت قوات سوريا الديمقراطية بارتكاب مجازر",
        ),
        # Of two paragraphs: their first and last words, and no note between them.
        ("مشيرا", "تهمت", ["مشيرا إلى", "واتهمت"], "مشيرا إلى التراجع الكبير في,واتهمت"),
    ],
)
def test_copied_words_are_offered_with_their_source_and_a_link_that_lands(
    opened: Callable[..., Page], start: str, end: str, words: list[str], fragment: str
) -> None:
    path = ARTICLES[0]
    page = opened(path, before=NONE)
    offer = page.locator("#offer")
    expect(offer).to_be_hidden()
    chosen(page, start, end)
    offer.click()
    expect(offer).to_have_text("نُسخ")
    *copied, source, link = page.evaluate("kept.at(-1)").splitlines()
    assert len(copied) == len(words)
    assert all(line.startswith(opening) for line, opening in zip(copied, words, strict=True))
    assert path in source
    assert unquote(link).endswith(f":~:text={fragment}")
    landed = opened("about.html")
    landed.goto(link.replace(f"#{link.partition('#')[2].partition(':')[0]}", "#", 1))
    landed.wait_for_function("scrollY > 300")  # nothing but the words leads there
    page.mouse.click(5, 5)
    expect(offer).to_be_hidden()


@both
def test_data_in_the_head_is_let_be(opened: Callable[..., Page]) -> None:
    page = opened(STATEMENT)
    data = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert data["@type"] == "Claim"


def test_links_from_statements_land_on_their_words(opened: Callable[..., Page], site: Path) -> None:
    """By the text fragment alone: the anchor is taken off."""
    paths = sorted(path.name for path in (site / "claims").glob("c*.html") if ".p" not in path.name)[::4]
    landed = 0
    for name in paths:
        found = LINK.search((site / "claims" / name).read_text("utf-8"))
        assert found, name
        where, _, rest = unescape(found[1]).removeprefix("../").partition("#")
        key, _, fragment = rest.partition(":~:")
        page = opened("about.html", width=390)
        page.goto(f"{site.as_uri()}/{where}#:~:{fragment}")
        page.wait_for_function("document.readyState === 'complete'")
        page.wait_for_timeout(100)
        place = page.evaluate(f"document.getElementById({key!r}).getBoundingClientRect().top")
        moved = page.evaluate("scrollY")
        assert -200 < place < 900, name
        assert moved > 0 or place < 600, name  # a headline is in sight already
        landed += moved > 0
        page.close()
    assert landed > 15
