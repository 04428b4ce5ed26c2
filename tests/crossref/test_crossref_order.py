"""Arabic order of names, and the words around a mention."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.crossref import context, initial, sort_key
from musnad.model import Article, Block

HERE = Path(__file__).parent
ROWS = [row.split("\t") for row in HERE.joinpath("order.txt").read_text("utf-8").splitlines()[2:]]


def test_names_in_order() -> None:
    ordered = [name for _, name in ROWS]
    shuffled = random.Random(0).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(("letter", "name"), ROWS)
def test_letter_a_name_is_filed_under(letter: str, name: str) -> None:
    assert initial(name) == letter


@given(st.text())
def test_any_text_has_a_place(name: str) -> None:
    assert len(initial(name)) >= 1
    assert sort_key(name) == sort_key(name)


def article(written: str) -> Article:
    """An article of paragraphs that ¶ parts."""
    paragraphs = [part.strip() for part in written.split("¶")]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), "body"))
        start += len(paragraph) + 1
    return Article("a0", "", "\n".join(paragraphs), tuple(blocks))


CONTEXTS = [row.split("\t") for row in HERE.joinpath("contexts.txt").read_text("utf-8").splitlines()[2:]]


@pytest.mark.parametrize(("width", "written", "left", "right"), CONTEXTS)
def test_context(width: str, written: str, left: str, right: str) -> None:
    marked = article(written).text
    start, end = marked.index("["), marked.index("]") - 1
    around = context(article(written.replace("[", "").replace("]", "")), start, end, int(width))
    assert (around.before.strip() or "-", around.after.strip() or "-") == (left, right)


@given(st.text(alphabet="اب ت.«»\t", min_size=1, max_size=40), st.data(), st.integers(0, 12))
def test_a_context_is_cut_from_the_text_between_words(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    around = context(Article("a0", "", text, (Block(0, len(text), "body"),)), start, end, width)
    assert text[:start].endswith(around.before)
    assert text[end:].startswith(around.after)
    before, after = text[: start - len(around.before)], text[end + len(around.after) :]
    assert not before or before[-1].isspace() or not around.before
    assert not after or after[0].isspace() or not around.after
