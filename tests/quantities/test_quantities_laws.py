"""What holds of the quantities of any text."""

import sys
import tomllib
from importlib import resources
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate import dates
from musnad.annotate.knowledge import Knowledge
from musnad.annotate.quantities import annotate, read
from musnad.arabic.numbers import numbers
from musnad.arabic.tokens import tokenize
from musnad.model import Annotations, Article, Block, Mention, Quantity

WORDS = st.sampled_from(Path(__file__).with_name("words.txt").read_text("utf-8").partition("\n")[2].split())
RULES = {
    "digits",
    "words",
    "mixed",
    "fraction",
    "percent",
    "money",
    "vague",
    "dual",
    "unit",
    "one",
    "range",
    "bare",
}
CLASSES = tomllib.loads(
    resources.files("musnad.annotate.quantities").joinpath("data/classes.toml").read_text("utf-8")
)["nouns"].keys() | {"other", "percent"}
LONG = ["ألف ", "5 ", "آلاف ", "ونصف ", "بين 20 و25 ", "1 200 300 ", "قتل 5 و", "أكثر من ", "مئة و"]
TEXT = st.one_of(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=12).map("".join),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=60),
    st.text(max_size=60),
)


@settings(max_examples=200, deadline=None)
@given(
    TEXT,
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), st.sampled_from(["date", "place", "group"]))),
)
def test_spans_are_words_of_the_text_in_order(text: str, marks: list[tuple[int, int, str]]) -> None:
    marked = [
        (start, start + len(text[start : start + length].rstrip()), kind)
        for start, length, kind in marks
        if start < len(text)
    ]
    last = 0
    for start, end, quantity, rule in read(text, marked):
        assert rule in RULES
        assert quantity.counted is None or quantity.counted in CLASSES
        words = text[start:end]
        assert last <= start
        assert words
        assert words == words.strip()
        assert (quantity.number is None) == (quantity.comparator == "vague")
        last = end


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_numbers_follow_each_other(text: str) -> None:
    tokens, last = tokenize(text), 0
    for number in numbers(tokens):
        assert last <= number.first < number.last <= len(tokens)
        assert tokens[number.first].start <= number.start < tokens[number.first].end
        last = number.last


def test_what_is_found_joins_what_was_found() -> None:
    text = "منذ 2011 قتل 5 أشخاص\nقتل 5 أشخاص"
    date = Mention(0, 8, "منذ 2011", "date", "dates", value="2011/..")
    article = Article("a", "", text, (Block(0, 20, "body"), Block(21, 32, "residue")))
    found = annotate(article, Knowledge(), Annotations("a", (date,)))
    five = Mention(
        13, 20, "5 أشخاص", "quantity", "quantities:digits", value=Quantity(5, "=", "أشخاص", "killed")
    )
    assert found.mentions == (date, five)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_no_quantity_shares_a_letter_with_a_date(text: str) -> None:
    dated = [(date.start, date.end, "date") for date in dates.read(text, "2019-03-23")]
    for start, end, _value, _rule in read(text, dated):
        assert all(end <= first or last <= start for first, last, _ in dated)


@pytest.mark.parametrize("words", LONG)
def test_a_long_paragraph_takes_as_much_longer(words: str) -> None:
    """Eight times the words take less than sixteen times the steps."""
    assert steps(words * 1600) < 16 * steps(words * 200)


def steps(text: str) -> int:
    """How many functions of this package are called to read a text."""
    called = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal called
        called += event == "call"

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return called
