"""Figures in words: the cases of amounts.tsv."""

from __future__ import annotations

import pytest

from musnad.model import Quantity
from musnad.render.words.amounts import quantity
from musnad.render.words.setting import Setting
from tests.render.archive import ROOT, words

TEXT = (ROOT / "tests/render/amounts.tsv").read_text("utf-8")
ROWS = [row.split("\t") for row in TEXT.splitlines() if not row.startswith("#")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:3]))
def test_a_figure_in_words(row: list[str]) -> None:
    number, comparator, unit, *said = row
    value = Quantity(
        None if number == "-" else float(number),
        comparator,  # type: ignore[arg-type]
        None if unit == "-" else unit,
        None,
    )
    found = [quantity(value, Setting(language, words()[language], "")) for language in ("ar", "en")]
    assert found == said
