"""The second gold set is well formed, and nothing was made from its articles."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

from musnad import edtf
from musnad.model import Comparator, MentionType

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLASSES = tomllib.loads((ROOT / "templates/words/en.toml").read_text("utf-8"))["counted"]


def table(path: Path) -> list[list[str]]:
    """The rows of a table, without comments and its line of column names."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return rows[1:]


def test_nothing_was_made_from_its_articles() -> None:
    ours = {row[1] for row in table(HERE / "names" / "articles.tsv")}
    assert len(ours) >= 10
    for folder in ("marks", "claims"):
        assert ours.isdisjoint(row[1] for row in table(ROOT / "training" / folder / "articles.tsv"))


def test_every_article_is_marked() -> None:
    marked = {row[0] for row in table(HERE / "names" / "marks.tsv")}
    assert marked == {row[0] for row in table(HERE / "names" / "articles.tsv")}


def test_marks_are_as_the_guidelines_have_them() -> None:
    for file, line, nth, kind, words, *value in table(HERE / "names" / "marks.tsv"):
        where = f"{file}:{line} {words}"
        assert int(nth) >= 1, where
        assert words == words.strip(), where
        assert kind in get_args(MentionType), where
        if kind == "date":
            assert not value[0] or edtf.days(value[0]), where
        elif kind == "quantity":
            number, comparator, _, counted = value
            assert not number or float(number) >= 0, where
            assert comparator in get_args(Comparator), where
            assert not counted or counted in CLASSES, where
        else:
            assert value[0], where
