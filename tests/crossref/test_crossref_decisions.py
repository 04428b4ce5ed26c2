"""Curators' decisions about links, and proposed questions: cases of decisions.txt, and what holds of all."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.crossref.curation import check_questions, ruled
from musnad.crossref.joined import by_claim, renderings
from musnad.crossref.proposals import propose
from musnad.model import Link, Position, Proposal, Question, Reason, Relation, Ruling, Statement

CLAIMS = {f"{article}{n}": Statement(article, n) for article in "abcde" for n in range(5)}
ORDER = {claim: place for place, claim in enumerate(CLAIMS)}
TEXT = Path(__file__).with_name("decisions.txt").read_text("utf-8")
Rows = list[list[str]]


def cases() -> list[Rows]:
    """The blocks of the file, each a list of lines in words."""
    blocks = ([row.split() for row in block.splitlines()] for block in TEXT.split("\n\n"))
    return [rows for block in blocks if (rows := [row for row in block if row[0] != "#"])]


def link(a: str, relation: str, b: str, score: str = "1") -> Link:
    return Link(a, b, relation, "test", Reason("test"), float(score))  # type: ignore[arg-type]


def ruling(line: int, a: str, relation: str, b: str) -> Ruling:
    decided: Relation | None = None if relation == "none" else relation  # type: ignore[assignment]
    return Ruling(a, b, decided, "why", "salma", f"content/corrections/{a[0]}.yaml", line)


def split(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.split()) for part in " ".join(words).split("|"))


def question(id_: str, words: Sequence[str]) -> Question:
    return Question(id_, {}, tuple(Position({}, claims) for claims in split(words)))


@pytest.mark.parametrize("rows", cases(), ids=lambda rows: " ".join(rows[0]))
def test_case(rows: Rows) -> None:
    def told(kind: str) -> Rows:
        return [row[1:] for row in rows if row[0] == kind]

    rulings = [ruling(line, *row) for line, row in enumerate(told("curator"), 1)]
    links, problems = ruled([link(*row) for row in told("machine")], rulings, CLAIMS)
    assert {(each.a, each.relation, each.b) for each in links} == set(map(tuple, told("left")))
    assert len(links) == len(told("left"))
    wrong = {(each.code, next(r.a for r in rulings if r.line == each.line)) for each in problems}
    assert wrong == set(map(tuple, told("wrong")))
    questions = [question(str(number), row) for number, row in enumerate(told("question"))]
    expected = tuple(Proposal(split(row[:-1]), float(row[-1])) for row in told("proposed"))
    assert propose(links, questions, ORDER) == expected


def test_a_decision_says_whose_it_is() -> None:
    (made,), _ = ruled([], [ruling(3, "b1", "contradicts", "a1")], CLAIMS)
    assert (made.a, made.b, made.by, made.score) == ("a1", "b1", "curator", 1.0)
    assert made.reason == Reason("ruled", ("why", "salma"))


def test_the_nearest_id_is_told() -> None:
    known = {"c6hpge9rkwn": Statement("a", 0), "cxx7zb318zj": Statement("b", 0)}
    asked = Question("q", {}, (), path="content/questions/q.yaml", lines={"c6hpge9rkwm": 7, "cxx7zb318zj": 8})
    (problem,) = check_questions([asked], known)
    assert (problem.path, problem.line, problem.code) == ("content/questions/q.yaml", 7, "unknown-claim")
    assert "«c6hpge9rkwn»" in problem.message


def test_links_are_found_from_either_side() -> None:
    links = [
        link("a1", "updates", "b1", ".9"),
        link("a1", "contradicts", "c1", ".5"),
        link("a1", "contradicts", "b2", ".7"),
    ]
    found = by_claim(links, ORDER)
    assert [(each.b, each.relation) for each in found["a1"]] == [
        ("b2", "contradicts"),
        ("c1", "contradicts"),
        ("b1", "updates"),
    ]
    assert found["c1"] == (links[1],)
    assert list(found) == ["a1", "b1", "b2", "c1"]


def test_renderings_are_one_statement() -> None:
    links = [
        link("b1", "same_statement", "c1"),
        link("a1", "same_statement", "c1"),
        link("a2", "updates", "b2"),
    ]
    assert renderings(links, ORDER) == dict.fromkeys(("a1", "b1", "c1"), ("a1", "b1", "c1"))


RELATIONS = st.sampled_from(["same_statement", "corroborates", "contradicts", "updates"])
PAIRS = st.tuples(st.sampled_from(sorted(CLAIMS)), st.sampled_from(sorted(CLAIMS))).filter(
    lambda pair: pair[0][0] < pair[1][0]
)
LINKS = st.lists(st.tuples(PAIRS, RELATIONS, st.sampled_from([".5", ".7", ".9"])), max_size=25).map(
    lambda rows: list({pair: link(pair[0], relation, pair[1], s) for pair, relation, s in rows}.values())
)
RULINGS = st.lists(st.tuples(PAIRS, RELATIONS | st.just("none")), max_size=6).map(
    lambda rows: [
        ruling(n, pair[0], relation, pair[1]) for n, (pair, relation) in enumerate(dict(rows).items(), 1)
    ]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(LINKS, RULINGS, st.randoms(use_true_random=False))
def test_what_a_curator_decides_holds(
    links: list[Link], rulings: list[Ruling], chance: random.Random
) -> None:
    found, problems = ruled(links, rulings, CLAIMS)
    decided = {frozenset((each.a, each.b)): each for each in rulings}
    for each in found:
        own = decided.get(frozenset((each.a, each.b)))
        assert each in links if own is None else (each.relation == own.relation and each.by == "curator")
    assert sum(each.by == "curator" for each in found) == sum(r.relation is not None for r in rulings)
    if not problems:
        groups = renderings(found, ORDER)
        for pair, decision in decided.items():
            one, other = sorted(pair)
            assert (other in groups.get(one, ())) == (decision.relation == "same_statement")
    chance.shuffle(links)
    chance.shuffle(rulings)
    assert ruled(links, rulings, CLAIMS) == (found, problems)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(LINKS)
def test_no_side_contradicts_itself(links: list[Link]) -> None:
    ordered = ruled(links, [], CLAIMS)[0]
    same = renderings(ordered, ORDER)
    proposals = propose(ordered, [], ORDER)
    against = [
        (each.a, each.b)
        for each in ordered
        if each.relation == "contradicts" and each.b not in same.get(each.a, ())
    ]
    for proposal in proposals:
        assert len(proposal.sides) > 1
        for side in proposal.sides:
            assert list(side) == sorted(side, key=ORDER.__getitem__)
            assert not any(a in side and b in side for a, b in against)
    for a, b in against:
        assert any({a, b} <= {claim for side in proposal.sides for claim in side} for proposal in proposals)
