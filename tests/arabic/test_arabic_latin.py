"""Arabic names in Latin letters."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.latin import latin

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "latin.tsv").read_text("utf-8").splitlines()
    if not row.startswith("# ")
]


@pytest.mark.parametrize(("arabic", "told"), ROWS)
def test_names_are_told(arabic: str, told: str) -> None:
    assert latin(arabic) == told


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءةىپچژڤگ ", max_size=20))
def test_no_arabic_letter_is_left_and_words_stay_as_many(name: str) -> None:
    told = latin(name)
    assert not re.search("[\u0620-\u064a]", told)
    assert told.count(" ") == name.count(" ")
