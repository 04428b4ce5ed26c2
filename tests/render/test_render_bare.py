"""Pages without the quotes that HTML does not need: a parser reads the same of them."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from musnad.render.text.bare import bare


class Read(HTMLParser):
    """What a parser reads: tags with their attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append([data])


@pytest.mark.parametrize(
    ("html", "small"),
    [
        ('<a class="m person" href="../a.html#p1">زيد</a>', '<a class="m person" href=../a.html#p1>زيد</a>'),
        ('<p title="">="x" </p>', '<p title="">="x" </p>'),  # nothing, and a text that looks like a value
        ('<path d="M0"/><link href="http://a.b/">', '<path d="M0"/><link href="http://a.b/">'),
        ('<i lang="ar" title="a=b">x</i>', '<i lang=ar title="a=b">x</i>'),
        ("<ol>\n\n\n<li>a\n\nb</li></ol>", "<ol>\n<li>a\n\nb</li></ol>"),
    ],
)
def test_what_needs_no_quotes_has_none(html: str, small: str) -> None:
    assert bare(html) == small


@settings(derandomize=True, max_examples=200)
@given(st.text(), st.text())
def test_a_parser_reads_the_same(value: str, text: str) -> None:
    html = f'<a title="{escape(value)}" id="x">{escape(text)}</a>'
    assert Read(bare(html)).found == Read(html).found
