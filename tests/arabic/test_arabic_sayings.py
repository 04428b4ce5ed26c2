"""Cues in English, and the gist of a text's words."""

from pathlib import Path

import pytest

from musnad.arabic.gloss import gist
from musnad.arabic.sayings import saying

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "sayings.tsv").read_text("utf-8").splitlines()
    if not row.startswith("# ")
]


@pytest.mark.parametrize(("cue", "english"), ROWS)
def test_a_cue_is_told_in_english(cue: str, english: str) -> None:
    assert (saying(cue) or "-") == english


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("النصر النهائي على تنظيم الدولة", "final victory on Islamic State"),
        ("ترفض الاستسلام وتشن هجمات وقواتنا", "surrender … attacks and forces"),
        ("80 قتيلا", "80 killed"),
        ("يستمر", None),
    ],
)
def test_a_gist_leaves_out_what_is_not_known(words: str, english: str | None) -> None:
    assert gist(words) == english
