"""Which words only one rendering has: cases, and the text untouched whatever it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.render.text.differences import marked
from tests.render.archive import ROOT
from tests.render.html import Page

_FILE = (ROOT / "tests/render/differences.txt").read_text("utf-8")
CASES = [
    [line for line in case.splitlines() if not line.startswith("#")]
    for case in re.split(r"\n\n+", _FILE.strip())
]


@pytest.mark.parametrize("lines", [case for case in CASES if case], ids=lambda lines: lines[0][:30])
def test_words_of_one_rendering_are_marked(lines: list[str]) -> None:
    found = marked([re.sub(r"[\[\]]", "", line) for line in lines])
    assert [re.sub("<mark[^>]*>", "[", html).replace("</mark>", "]") for html in found] == lines


@given(st.lists(st.text('ابجَّ ـ،«»"a1 @#\n', max_size=30), min_size=1, max_size=4))
def test_marks_leave_the_text_as_it_is(wordings: list[str]) -> None:
    for wording, html in zip(wordings, marked(wordings), strict=True):
        shown = Page(f"<p>{html}</p>").elements[0]
        assert shown.text == wording
