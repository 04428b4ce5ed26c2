"""Two claims of two articles: how they are linked. The cases are `cases.txt`, which says how to write one."""

from __future__ import annotations

import pytest

from musnad.annotate import joined
from musnad.crossref.links import find
from musnad.crossref.links.rules import RULES
from tests.links.made import Case, cases, reading


@pytest.mark.parametrize(
    "case", tuple(cases()), ids=lambda case: f"{case.relation} {case.claims[0].content[:30]}"
)
def test_links(case: Case) -> None:
    readings = [reading(id_, case.context, one) for id_, one in zip("ab", case.claims, strict=True)]
    links = find(readings, joined(()).all())
    if case.relation == "none":
        assert links == ()
        return
    (link,) = links
    assert (link.relation, link.by.partition("@")[0]) == (case.relation, f"links:{case.rule}")
    if case.relation == "updates":
        place, later = next((at, one) for at, one in enumerate(case.claims) if one.later)
        assert link.a == f"{'ab'[place]}-claim"
        assert all(piece in later.content for piece in link.reason.words[0].split(" … "))
    words = case.context + "".join(one.content for one in case.claims)
    assert all(piece in words for given in link.reason.words for piece in given.split(" … "))


def test_every_rule_has_a_case() -> None:
    assert {rule.__name__ for rule in RULES} == {case.rule for case in cases()} - {""}
