"""Reports with thousands of names, as lists of the dead have them, take the time their length asks."""

from __future__ import annotations

import random
import time

import pytest

from musnad.annotate import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.model import Article, Block

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
SECONDS = 10  # of the processor; each once took some minutes, and takes a second


def many(phrase: str, count: int) -> str:
    """A phrase so many times, each with words nobody knows in the place of «X» and «Y»."""
    dice = random.Random(phrase)

    def word() -> str:
        return "".join(dice.choices(LETTERS, k=6))

    return " ".join(phrase.replace("X", word()).replace("Y", word()) for _ in range(count))


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("قال محمد X في ذلك.", 2000),
        ("في مدينة X أمس.", 2000),
        ("حزب «X Y» هنا.", 2000),
        ("وزارة الدفاع X أمس.", 2000),
        ("وزارة الدفاع السورية", 2000),
        ("«داعش»", 5000),
        ("دمشق", 5000),
        ("20 آذار 2019", 2000),
        ("مارس", 4000),
    ],
)
def test_thousands_of_names(phrase: str, count: int) -> None:
    text = many(phrase, count)
    article = Article("a0000000", "", text, (Block(0, len(text), "body"),), date_published="2019-03-23")
    start = time.process_time()
    annotate(article, Knowledge())
    assert time.process_time() - start < SECONDS
