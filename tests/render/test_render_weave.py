"""Weaving: the text stays the text, whatever the marks; no mark ends inside a word."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from musnad.render.text.bidi import left_to_right
from musnad.render.text.weave import Mark, Point, plain, snap, weave
from tests.render.html import Page
from tests.render.test_render_words import rows

LETTERS = st.sampled_from(
    [
        *"ابتسلمنويةءئ  ",
        *"<>&\"'`=/@#-.:،«»",
        *"abzAZ019٠٩",
        *"ـ\u064e\u0651\u200c\u200d\u200e\u202e\u2066\u00a0\t\r\x0b",
        *["😀", "👨‍👩‍👧", "http://x.y/", "@user", "2019-03-19", "20/7/2014", "لا"],
        *["<script>alert(1)</script>", "</p>", "<!--", "&amp;", "]]>"],
    ]
)
TEXTS = st.lists(LETTERS, max_size=40).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[Point]]:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    marks = [
        Mark(
            draw(place),
            draw(place),
            draw(st.integers(1, 4)),
            draw(st.sampled_from(["mark", "span", "em"])),
            (("class", "m"),),
            (("id", f"m{number}"),),
            draw(st.sampled_from([None, 'x.html?a="1"&b=<2>'])),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    points = [Point(draw(place), Markup("<sup></sup>")) for _ in range(draw(st.integers(0, 3)))]
    return text, marks, points


@settings(max_examples=400, derandomize=True, deadline=None)
@given(marked())
def test_the_text_stays_letter_for_letter(case: tuple[str, list[Mark], list[Point]]) -> None:
    text, marks, points = case
    page = Page(f"<p>{weave(text, 0, len(text), marks, points)}</p>")
    assert page.elements[0].text == text
    assert all(element.tag in {"p", "mark", "span", "em", "a", "bdi", "sup"} for element in page.elements)
    assert len(page.anchors()) == len(set(page.anchors()))
    assert sum(element.tag == "sup" for element in page.elements) == len(points)
    for element in page.elements:
        if element.tag == "a":
            assert not any(other.tag == "a" for other in element.above())
        if element.tag == "bdi":
            assert not element.children


@settings(max_examples=200, derandomize=True, deadline=None)
@given(TEXTS, st.data())
def test_a_part_of_a_text_is_that_part(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert (
        Page(f"<p>{weave(text, start, end, [Mark(0, len(text), 1, 'em')])}</p>").elements[0].text
        == text[start:end]
    )


@settings(max_examples=300, derandomize=True, deadline=None)
@given(marked())
def test_no_element_begins_or_ends_inside_a_word(case: tuple[str, list[Mark], list[Point]]) -> None:
    text, marks, points = case
    pieces = re.split(r"(<[^>]*>)", str(weave(text, 0, len(text), marks, points)))
    joins = re.compile(r"[^\W\d_]|[\u064b-\u0652\u0640\u200d]")
    words = [piece for piece in pieces if piece]
    for before, tag, after in zip(words, words[1:], words[2:], strict=False):
        if tag.startswith("<") and not before.startswith("<") and not after.startswith("<"):
            arabic = "\u0620" <= before[-1] <= "\u06ff" and "\u0620" <= after[0] <= "\u06ff"
            assert not (arabic and joins.match(before[-1]) and joins.match(after[0])), (before, tag, after)


@pytest.mark.parametrize("row", rows("whole_words.tsv"), ids=lambda row: row[0])
def test_marks_cover_whole_words(row: list[str]) -> None:
    given_, expected = row
    text = re.sub("[{}]", "", given_)
    start = given_.index("{")
    end = given_.index("}") - 1
    shown = weave(text, 0, len(text), [Mark(start, end, 1, "u")])
    assert (
        re.sub("</?bdi[^>]*>", "", str(shown)).replace("<u>", "{").replace("</u>", "}").replace("&#34;", '"')
        == expected
    )


@pytest.mark.parametrize("row", rows("left_to_right.tsv"), ids=lambda row: row[0])
def test_left_to_right_stretches(row: list[str]) -> None:
    text = re.sub("[⟨⟩]", "", row[0])
    shown = text
    for start, end in reversed(left_to_right(text, 0, len(text))):
        shown = f"{shown[:start]}⟨{shown[start:end]}⟩{shown[end:]}"
    assert shown == row[0]


def test_crossing_marks_are_cut_and_named_once() -> None:
    html = weave(
        "ا ب ج د",
        0,
        7,
        [Mark(0, 5, 1, "i", once=(("id", "x"),)), Mark(2, 7, 2, "b", once=(("id", "y"),))],
    )
    assert html == '<i id="x">ا <b id="y">ب ج</b></i><b> د</b>'


def test_of_two_links_the_inner_is_kept() -> None:
    html = weave(
        "منذ آذار", 0, 8, [Mark(0, 8, 3, "span", href="a.html"), Mark(4, 8, 3, "span", href="b.html")]
    )
    assert html == '<span>منذ <a href="b.html">آذار</a></span>'


def test_a_mark_outside_the_part_is_left_out() -> None:
    assert snap("ابج دهو", 0, 3, 4, 7) == (4, 4)
    assert weave("ابج دهو", 4, 7, [Mark(0, 3, 1, "i")]) == "دهو"


def test_a_point_stands_after_what_ends_there() -> None:
    html = weave("ا ب", 0, 3, [Mark(0, 1, 1, "i"), Mark(1, 3, 1, "b")], [Point(1, Markup("<sup></sup>"))])
    assert html == "<i>ا</i><sup></sup><b> ب</b>"


def test_plain_words_are_escaped() -> None:
    html = plain('<img src=x onerror="alert(1)">\r')
    assert html == "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;&#13;"
    parser = HTMLParser()
    parser.feed(html)
