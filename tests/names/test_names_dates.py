"""Names and dates side by side: what looks like a date and lies in a name is none."""

from pathlib import Path

import pytest

from musnad.annotate import Knowledge, annotate
from musnad.model import Article, Block


def cases() -> list[tuple[str, list[str]]]:
    """Each article of the file beside this one, with its names and dates."""
    read: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "dates_in_names.txt").read_text("utf-8").splitlines():
        if line.startswith("\t"):
            read[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            read.append((line, []))
    return read


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_date_in_a_name_is_none(text: str, expected: list[str]) -> None:
    article = Article("a0000000", "", text, (Block(0, len(text), "body"),), date_published="2018-05-10")
    mentions = annotate(article, Knowledge(())).mentions
    assert [f"{m.type} {m.text}" for m in mentions if m.type != "quantity"] == expected
