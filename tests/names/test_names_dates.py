"""Names and dates side by side: what looks like a date and lies in a name is none."""

import pytest

from musnad.annotate import Knowledge, annotate
from tests.names.written import article, cases


@pytest.mark.parametrize(("text", "expected"), cases("dates_in_names.txt"))
def test_a_date_in_a_name_is_none(text: str, expected: list[str]) -> None:
    mentions = annotate(article(text, "2018-05-10"), Knowledge(())).mentions
    assert [f"{m.type} {m.text}" for m in mentions if m.type != "quantity"] == expected
