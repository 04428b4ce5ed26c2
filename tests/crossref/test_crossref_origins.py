"""Statements that agree because both are one agency's: one origin, not two sources."""

from __future__ import annotations

import pytest

from musnad.crossref.origins import traced
from musnad.model import Annotations, Claim, Copied, Entity, Link, Reason, Span, Statement, Voice

REUTERS, BEIRUT, TWITTER = Voice("reuters"), Voice("beirut_press"), Voice("twitter")
ENTITIES = {
    "reuters": Entity("reuters", "organization", "رويترز", role="agency"),
    "beirut_press": Entity("beirut_press", "organization", "صحافة بيروت", role="agency"),
    "twitter": Entity("twitter", "organization", "تويتر", role="platform"),
}
WORDS = "وصلت القافلة إلى المدينة"
SHARED = {"a1": (Copied("a1", 0, 40, "a2", 0, 40),), "a2": (Copied("a1", 0, 40, "a2", 0, 40),)}
APART = {"a1": (Copied("a1", 50, 90, "a2", 50, 90),)}


@pytest.mark.parametrize(
    ("relation", "via", "other_via", "copies", "origin"),
    [
        ("corroborates", (REUTERS,), (REUTERS,), {}, "reuters"),
        ("same_statement", (TWITTER, REUTERS), (REUTERS,), {}, "reuters"),
        ("corroborates", (REUTERS,), (BEIRUT,), {}, None),
        ("corroborates", (TWITTER,), (TWITTER,), {}, None),  # a platform is where it was said
        ("contradicts", (REUTERS,), (REUTERS,), {}, None),
        ("corroborates", (REUTERS,), (), {}, None),
        ("corroborates", (), (REUTERS,), SHARED, "reuters"),  # copied, and one of them says from whom
        ("corroborates", (), (REUTERS,), APART, None),  # something else was copied
        ("corroborates", (), (), SHARED, None),
    ],
)
def test_origin(
    relation: str, via: tuple[Voice, ...], other_via: tuple[Voice, ...], copies: object, origin: str | None
) -> None:
    span = Span(0, len(WORDS), WORDS)
    claims = [
        Claim(id_, span, "indirect", "assert", "x", via=v) for id_, v in (("c1", via), ("c2", other_via))
    ]
    found = {f"a{n}": Annotations(f"a{n}", (), (claim,)) for n, claim in enumerate(claims, 1)}
    places = {"c1": Statement("a1", 0), "c2": Statement("a2", 0)}
    link = Link("c1", "c2", relation, "links:agreement", Reason("agree"))  # type: ignore[arg-type]
    (one,) = traced([link], found, places, copies, ENTITIES)  # type: ignore[arg-type]
    assert one.origin == origin
