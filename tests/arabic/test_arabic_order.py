"""The order of names in an A-Z."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic import order

LINES = (Path(__file__).parent / "order.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("# ")]


def test_names_in_order() -> None:
    names = [name for _, name in ROWS]
    shuffled = random.Random(0).sample(names, len(names))
    assert sorted(shuffled, key=order.key) == names
    assert [order.initial(name) for name in names] == [letter for letter, _ in ROWS]


def test_latin_comes_first_in_english() -> None:
    names = ["قسد", "al-Baghuz", "24", "Afrin"]
    assert sorted(names, key=lambda name: order.key(name, "en")) == ["Afrin", "al-Baghuz", "قسد", "24"]


@given(st.text())
def test_any_text_has_a_place(name: str) -> None:
    assert order.initial(name)
    assert order.key(name) == order.key(name)
