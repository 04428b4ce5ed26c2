"""What days an EDTF value can mean, case by case; and that no text at all makes it stumble."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad import edtf

LINES = (Path(__file__).parent / "days.tsv").read_text("utf-8").splitlines()
ROWS = [row for row in csv.reader(LINES, delimiter="\t") if row and not row[0].startswith(("#", "value"))]


@pytest.mark.parametrize(("value", "first", "last"), ROWS)
def test_days(value: str, first: str, last: str) -> None:
    found = edtf.days(value)
    if first == "-":
        assert found is None
    else:
        assert found
        assert [str(day) for day in found] == [first, last]


@given(st.text(alphabet="0123456789-/.X~?%[]T:٠ ", max_size=25))
def test_any_text_is_a_date_or_none(value: str) -> None:
    found = edtf.days(value)
    assert found is None or found[0] <= found[1]
