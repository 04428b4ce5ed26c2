"""Date expressions: their spans and EDTF values, case by case."""

from pathlib import Path

import pytest

from musnad.annotate.dates import read

HERE = Path(__file__).parent


def rows(name: str, head: int) -> list[list[str]]:
    """The rows of a table beside this file, without its head and its comments."""
    lines = HERE.joinpath(name).read_text("utf-8").splitlines()[head:]
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("expression", "value"), rows("expressions.tsv", 2))
def test_expression(expression: str, value: str) -> None:
    assert [date.value for date in read(expression, "2019-03-23")] == [value]


@pytest.mark.parametrize(("written", "sentence", "expected"), rows("sentences.tsv", 3))
def test_sentence(written: str, sentence: str, expected: str) -> None:
    dates = read(sentence, None if written == "-" else written)
    told = [f"{sentence[date.start : date.end]} = {date.value or '?'}" for date in dates]
    assert (" | ".join(told) or "-") == expected
