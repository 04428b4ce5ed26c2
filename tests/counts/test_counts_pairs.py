"""Figures of two articles: whether they count one thing, and whether they agree."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from musnad import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.crossref.counts import Counted, counts, disagree, rises, same_thing
from musnad.model import Article, Block

LINES = Path(__file__).with_name("pairs.tsv").read_text("utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith(("#", "day\t"))]


def counted(day: str, marked: str) -> Counted:
    """The figure between asterisks of an article of this one sentence."""
    start, end = marked.index("*"), marked.rindex("*") - 1
    text = marked.replace("*", "")
    article = Article("a" + str(len(text)), text, text, (Block(0, len(text), "body"),), date_published=day)
    own = annotate.annotate(article, Knowledge(()))
    found = [c for c in counts(article, own) if own.mentions[c.last].end > start]
    return next(c for c in found if own.mentions[c.mention].start < end)


def verdict(a: Counted, b: Counted) -> str:
    if not same_thing(a, b):
        return "apart"
    if rises(a, b):
        return "rises"
    return "disagree" if disagree(a, b) else "agree"


@pytest.mark.parametrize(("day", "first", "other", "second", "expected"), CASES)
def test_pairs(day: str, first: str, other: str, second: str, expected: str) -> None:
    a, b = counted(day, first), counted(other, second)
    assert verdict(a, b) == expected
    assert same_thing(a, b) == same_thing(b, a)
    assert disagree(a, b) == disagree(b, a)


def test_what_is_counted_can_be_kept_on_disk() -> None:
    one = counted("2021-05-03", "قتل *بين 20 و25* شخصا في هجوم كابول.")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=Counted) == one
    assert (one.low, one.high) == (20, 25)
