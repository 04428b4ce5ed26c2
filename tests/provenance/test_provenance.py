"""Marks are signed: who made them, in which version, and how sure they are; the table those scores are in."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad import __version__, ingest
from musnad.annotate import Knowledge, annotate, unsigned
from musnad.annotate.provenance import Curve, Measured, Scores, scores, sign
from musnad.model import Annotations, Claim, Mention, Span

ROOT = Path(__file__).parent.parent.parent

TABLE = Scores(
    all=Measured(0.5),
    annotators={"names": Measured(0.8)},
    rules={"names:person": Measured(0.9)},
    curves={"names:tagger": Curve((0.25, 0.75), (0.4, 0.8))},
)


@pytest.mark.parametrize(
    ("rule", "raw", "score"),
    [
        ("names:person", 1.0, 0.9),
        ("names:never-met", 1.0, 0.8),
        ("nobody:knows", 1.0, 0.5),
        ("names:tagger", 0.0, 0.4),
        ("names:tagger", 0.25, 0.4),
        ("names:tagger", 0.5, 0.6),
        ("names:tagger", 0.75, 0.8),
        ("names:tagger", 1.0, 0.8),
    ],
)
def test_a_rule_has_its_own_score_or_its_annotators(rule: str, raw: float, score: float) -> None:
    assert TABLE.of(rule, raw) == score


def test_every_mark_is_signed() -> None:
    made = sign(
        Annotations(
            "a",
            (Mention(0, 2, "هو", "person", by="names:person"),),
            (Claim("c", Span(0, 2, "هو"), "direct", "assert", by="claims:post"),),
        )
    )
    for mark, rule in ((made.mentions[0], "names:person"), (made.claims[0], "claims:post")):
        assert mark.by == f"{rule}@{__version__}"
        assert mark.score == scores().of(rule, 1.0)


def test_an_annotated_article_is_signed_throughout() -> None:
    path = sorted((ROOT / "content/articles").glob("*.md"))[0]
    article, _ = ingest.read_article(path.name, path.read_bytes())
    assert article
    found, bare = annotate(article, Knowledge(())), unsigned(article, Knowledge(()))
    marks, before = (*found.mentions, *found.claims), (*bare.mentions, *bare.claims)
    assert len(marks) == len(before)
    assert {mark.by for mark in marks} == {f"{mark.by}@{__version__}" for mark in before}
    assert all(0 < mark.score < 1 for mark in marks)


def test_the_shipped_table_is_made_of_shares_and_rising_curves() -> None:
    table = scores()
    measured = [table.all, *table.annotators.values(), *table.rules.values()]
    assert all(0 < one.score < 1 and 0 <= one.right <= one.of for one in measured)
    assert {"names", "dates", "quantities", "claims"} <= table.annotators.keys()
    for curve in table.curves.values():
        assert len(curve.raw) == len(curve.score) > 0
        assert all(one < other for one, other in pairwise(curve.raw))
        assert all(one <= other for one, other in pairwise(curve.score))


def calibrate() -> ModuleType:
    """The script that makes the table."""
    spec = importlib.util.spec_from_file_location("calibrate", ROOT / "training/calibrate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=400))
def test_a_curve_rises_and_stays_between_nought_and_one(marks: list[tuple[float, bool]]) -> None:
    script = calibrate()
    made = script.curve([script.Judged("a", "names:tagger", raw, right) for raw, right in marks], 0.5)
    assert list(made.raw) == sorted(set(made.raw))
    assert list(made.score) == sorted(made.score)
    assert all(0 < score < 1 for score in made.score)
    assert all(0 < made.at(raw) < 1 for raw, _ in marks)


def test_a_rule_that_made_few_marks_is_drawn_to_its_annotator() -> None:
    script = calibrate()
    judged = [script.Judged("a", "names:common", 1.0, n % 10 > 0) for n in range(100)]
    judged += [script.Judged("a", "names:rare", 1.0, False)]
    table = script.table(judged)
    assert table.rules["names:common"].score == pytest.approx(0.9, abs=0.01)
    assert 0.8 < table.rules["names:rare"].score < table.annotators["names"].score
    assert script.calibration_error([(0.9, True)] * 9 + [(0.9, False)]) == pytest.approx(0)
