"""Date expressions: their spans, EDTF values and anchors, case by case."""

from pathlib import Path

import pytest

from musnad.annotate.dates import Date, read

HERE = Path(__file__).parent
SENTENCES = ("sentences", "calendar", "relative", "intervals", "none")


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file, without its head and its comments."""
    lines = HERE.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")][1:]


def told(sentence: str, date: Date) -> str:
    """A date as the tables write it: «words = EDTF from anchor»."""
    anchor = f" from {date.anchor}" if date.anchor else ""
    return f"{sentence[date.start : date.end]} = {date.value or '?'}{anchor}"


@pytest.mark.parametrize(("expression", "value"), rows("expressions.tsv"))
def test_expression(expression: str, value: str) -> None:
    assert [date.value for date in read(expression, "2019-03-23")] == [value]


@pytest.mark.parametrize(
    ("written", "sentence", "expected"), [row for name in SENTENCES for row in rows(f"{name}.tsv")]
)
def test_sentence(written: str, sentence: str, expected: str) -> None:
    dates = read(sentence, None if written == "-" else written)
    assert (" | ".join(told(sentence, date) for date in dates) or "-") == expected
