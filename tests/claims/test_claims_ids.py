"""The law of addresses: a statement's id comes from its article and its words, whatever else is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate.claims.identity import identified
from musnad.arabic.fold import fold
from musnad.model import Article, Block, Claim, Span

ROWS = Path(__file__).with_name("ids.tsv").read_text("utf-8").splitlines()
CASES = [tuple(row.split("\t")) for row in ROWS if row and not row.startswith("#")]
WORDS = st.sampled_from(["الماء", "المَاء", "عاد", "عـاد", "قال", "ا", "اا", "نعم", "،", "\n"])


def article_of(text: str, id_: str = "a0000001") -> Article:
    return Article(id=id_, title="", text=text, blocks=(Block(0, len(text), "body"),))


def claim_of(text: str, start: int, end: int, by: str = "claims:that") -> Claim:
    return Claim("", Span(start, end, text[start:end]), "indirect", "assert", by)


def seen(text: str, claim: Claim) -> tuple[int, str]:
    """Where a claim starts and what it says, as far as folding tells."""
    return len(fold(text[: claim.content.start])), fold(claim.content.text)


@pytest.mark.parametrize(("id_", "paragraphs", "words", "expected"), CASES)
def test_published_ids_stay(id_: str, paragraphs: str, words: str, expected: str) -> None:
    text = paragraphs.replace(" | ", "\n")
    number, _, words = words.rpartition(":")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    (claim,) = identified(article_of(text, id_), [claim_of(text, start, start + len(words))])
    assert claim.id == expected


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_an_id_does_not_hang_on_what_else_is_found(pieces: list[str], data: st.DataObject) -> None:
    """Whatever other statements are found or left out, in whatever order: the same words, the same id."""
    text = " ".join(pieces)
    offsets = st.integers(0, len(text))
    spans = data.draw(st.sets(st.tuples(offsets, offsets).filter(lambda s: s[0] < s[1]), max_size=8))
    claims = [claim_of(text, *span) for span in sorted(spans)]
    together = identified(article_of(text), data.draw(st.permutations(claims)))
    assert len({claim.id for claim in together}) == len(claims)
    for claim in together:
        (alone,) = identified(article_of(text), [claim])
        twins = [c for c in together if seen(text, c) == seen(text, claim)]
        assert alone.id == claim.id or len(twins) > 1


def test_how_a_statement_was_found_does_not_matter() -> None:
    text = "قال إن الماء عاد"
    (one,) = identified(article_of(text), [claim_of(text, 7, len(text))])
    (other,) = identified(article_of(text), [claim_of(text, 7, len(text), by="claims:according")])
    assert one.id == other.id


def test_two_statements_on_the_same_words() -> None:
    text = "الماء عاد"
    cue = Span(6, 9, "عاد")
    twins = [Claim("", Span(0, 5, "الماء"), "indirect", "assert", "t", cue=c) for c in (cue, None)]
    found = identified(article_of(text), twins)
    assert [claim.cue for claim in found] == [None, cue]
    assert found[1].id == found[0].id + "-2"
