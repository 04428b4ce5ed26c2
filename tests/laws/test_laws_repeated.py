"""What repeats without end is read in time that grows with its length, not with the square of it."""

from __future__ import annotations

import time

import pytest

from musnad.annotate import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.model import Article, Block

FEW, TIMES = 400, 8
SQUARED, LINEAR = TIMES**2, TIMES
LEAST = 0.05  # seconds, below which nothing is told


def seconds(text: str) -> float:
    article = Article("a0", "", text, (Block(0, len(text), "body"),), date_published="2019-03-23")
    begun = time.process_time()
    annotate(article, Knowledge())
    return time.process_time() - begun


@pytest.mark.parametrize("piece", ["وعشرون ", "10/", "بن ", "عبد ", "قال ", "«", "في ", "مليون ", "محمد بن "])
def test_a_repeated_piece_costs_by_its_number(piece: str) -> None:
    few = max(min(seconds(piece * FEW) for _ in range(2)), LEAST)
    assert seconds(piece * FEW * TIMES) < few * (SQUARED + LINEAR) / 2
