"""Names and roles in English, word by word."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.gloss import gloss, name_in_english, role
from musnad.arabic.glossary import table

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "gloss.tsv").read_text("utf-8").splitlines()
    if not row.startswith("# ")
]


@pytest.mark.parametrize(("type", "arabic", "told"), ROWS)
def test_names_and_roles_are_told(type: str, arabic: str, told: str) -> None:
    found = role(arabic) if type == "role" else name_in_english(arabic, type)
    assert (found or "-") == told


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from([*table(), "الـ", "و", "في الباغوز", "2019", "كذاكذا"]), max_size=6),
    st.booleans(),
)
def test_what_is_told_is_in_latin_letters(words: list[str], named: bool) -> None:
    told = (gloss if named else role)(" ".join(words))
    assert told is None or told.removesuffix(" …").replace("é", "e").isascii()
