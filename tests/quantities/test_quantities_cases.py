"""Quantities: their spans and values, case by case."""

from pathlib import Path

import pytest

from musnad.annotate.quantities import read

FILES = ("sentences.tsv", "news.tsv", "classes.tsv")
CASES = [
    line.split("\t")
    for name in FILES
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()
    if line.strip() and not line.startswith(("#", "sentence\t"))
]


@pytest.mark.parametrize(("sentence", "marked", "expected"), CASES)
def test_quantities(sentence: str, marked: str, expected: str) -> None:
    spans = []
    for entry in filter(None, marked.split(" | ")):
        kind, _, words = entry.partition(":")
        spans.append((sentence.index(words), sentence.index(words) + len(words), kind))
    told = []
    for start, end, quantity, _rule in read(sentence, spans):
        number = "null" if quantity.number is None else f"{quantity.number:g}"
        if quantity.number and quantity.number >= 10000:
            number = f"{quantity.number:.0f}"
        value = f"{quantity.comparator} {number} {quantity.unit or ''}".strip()
        value = f"{value} #{quantity.counted}" if quantity.counted else value
        told.append(f"{sentence[start:end]} = {value}")
    assert (" | ".join(told) or "-") == expected
