"""The second gold sets are well formed, and nothing was made from their articles."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from musnad import edtf
from musnad.model import ClaimKind, Comparator, MentionType, Modality, Relation

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLASSES = tomllib.loads((ROOT / "templates/words/en.toml").read_text("utf-8"))["counted"]


def table(path: Path) -> list[list[str]]:
    """The rows of a table, without comments and its line of column names."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return rows[1:]


@pytest.mark.parametrize("name", ["names", "claims"])
def test_nothing_was_made_from_its_articles(name: str) -> None:
    ours = {row[1] for row in table(HERE / name / "articles.tsv")}
    assert len(ours) >= 12
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


def test_claims_are_as_the_guidelines_have_them() -> None:
    articles = {row[0] for row in table(HERE / "claims" / "articles.tsv")}
    claims = table(HERE / "claims" / "claims.tsv")
    assert {row[1] for row in claims} == articles
    assert len({row[0] for row in claims}) == len(claims)
    for id_, _, _, _, content, kind, modality, speaker, _ in claims:
        assert content, id_
        assert speaker, id_
        assert kind in get_args(ClaimKind), id_
        assert modality in get_args(Modality), id_


def test_links_join_claims_of_two_articles_of_one_event() -> None:
    files = {row[0]: row[1] for row in table(HERE / "claims" / "claims.tsv")}
    links = table(HERE / "claims" / "links.tsv")
    for a, b, relation, sure, _ in links:
        assert files[a] != files[b], (a, b)
        assert files[a][:5] == files[b][:5], (a, b)
        assert relation in get_args(Relation), (a, b)
        assert sure in ("sure", "unsure"), (a, b)
    linked = {frozenset(row[:2]) for row in links}
    assert all(frozenset(row[:2]) not in linked for row in table(HERE / "claims" / "not_links.tsv"))
