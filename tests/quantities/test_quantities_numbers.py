"""Number words and figures."""

from pathlib import Path

import pytest

from musnad.arabic.numbers import Number, numbers
from musnad.arabic.tokens import tokenize

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("numbers.tsv").read_text("utf-8").splitlines()[3:]
    if line.strip()
]


def told(text: str, end: int, number: Number) -> str:
    value = "vague" if number.value is None else f"{number.value:.4f}".rstrip("0").rstrip(".")
    return f"{text[number.start : end]} = {'ord ' if number.kind == 'ordinal' else ''}{value}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers(text: str, expected: str) -> None:
    tokens = tokenize(text)
    found = [told(text, tokens[number.last - 1].end, number) for number in numbers(tokens)]
    assert (" | ".join(found) or "-") == expected
