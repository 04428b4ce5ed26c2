"""What must be true of all links: laws, on claims put together at random."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate import joined
from musnad.crossref.joined import renderings
from musnad.crossref.links import Reading, find
from musnad.model import Link, Reason
from tests.links.made import cases, reading

ENTITIES = joined(()).all()
READINGS: tuple[Reading, ...] = tuple(
    reading(f"{number}{id_}", case.context, one)
    for number, case in enumerate(cases())
    for id_, one in zip("ab", case.claims, strict=True)
)


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(range(len(READINGS))), min_size=2), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(chosen: set[int], dice: random.Random) -> None:
    readings = [READINGS[number] for number in sorted(chosen)]
    links = find(readings, ENTITIES)
    dice.shuffle(readings)
    assert find(readings, ENTITIES) == links


def test_claims_of_one_article_are_not_linked() -> None:
    first, second = READINGS[0], READINGS[1]
    assert find([first, second], ENTITIES)
    one = Reading(
        first.article, first.day, first.about, (*first.claims, *second.claims), first.bodies, first.officials
    )
    assert find([one], ENTITIES) == ()


def test_two_claims_have_one_link() -> None:
    links = find(READINGS, ENTITIES)
    assert len({frozenset((link.a, link.b)) for link in links}) == len(links)
    assert all(0 < link.score < 1 for link in links)


def test_of_a_later_account_and_an_earlier_the_later_is_first() -> None:
    days = {slots.claim: slots.day for reading in READINGS for slots in reading.claims}
    for link in find(READINGS, ENTITIES):
        first, second = days[link.a], days[link.b]
        assert first > second if link.relation == "updates" else first <= second


def test_nothing_is_made_of_nothing() -> None:
    assert find([], ENTITIES) == ()
    assert find([Reading("a", "", (), (), {}, {})], []) == ()


def test_copies_cost_no_square() -> None:
    first = READINGS[0]
    links = find([_copy(first, number) for number in range(300)], ENTITIES)
    assert len(links) < 300 * 60
    linked = {claim for link in links for claim in (link.a, link.b)}
    assert len(linked) == 300


def test_renderings_are_of_one_speaker() -> None:
    claims = ("a", "b", "c")
    order = {claim: place for place, claim in enumerate(claims)}
    links = [_same("a", "b", 0.9), _same("b", "c", 0.6)]
    assert renderings(links, order)["a"] == claims
    assert renderings(links, order, {"a": "one", "c": "another"}) == dict.fromkeys("ab", ("a", "b"))


def test_weak_chains_make_no_rendering() -> None:
    order = {claim: place for place, claim in enumerate("abcdef")}
    links = [_same(one, other, 0.9) for one, other in ("ab", "bc", "ac", "de", "ef", "df")]
    groups = renderings([*links, _same("c", "d", 0.6)], order)
    assert groups == dict.fromkeys("abc", tuple("abc")) | dict.fromkeys("def", tuple("def"))


def _same(a: str, b: str, score: float) -> Link:
    return Link(a, b, "same_statement", "links:test", Reason("same-words"), score)


def _copy(one: Reading, number: int) -> Reading:
    claims = tuple(msgspec.structs.replace(slots, claim=f"{number:03}-{slots.claim}") for slots in one.claims)
    return msgspec.structs.replace(one, article=f"{number:03}", claims=claims)
