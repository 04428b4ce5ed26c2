"""Copied passages: where they lie in both texts, and through which agency they came."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from musnad.crossref.copies import Passages, copied, read
from musnad.model import Annotations, Article, Block, Claim, Copied, Entity, Span, Voice

NAMES: list[str] = []
CASES: list[tuple[str, str]] = []
for line in Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines():
    if line.startswith("# "):
        NAMES.append(line[2:])
    elif line.startswith("A: "):
        CASES.append((line[3:], ""))
    elif line.startswith("B: "):
        CASES[-1] = CASES[-1][0], line[3:]
NAMES = NAMES[-len(CASES) :]


def article(key: str, marked: str, agencies: tuple[str, ...] = ()) -> Article:
    """An article of these paragraphs, without the brackets."""
    paragraphs = marked.replace("[", "").replace("]", "").split(" ¶ ")
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(at, at + len(words), "body"))
        at += len(words) + 1
    return Article(key, key, "\n".join(paragraphs), tuple(blocks), agencies=agencies)


def found(one: Article, other: Article, *claims: Claim) -> tuple[Copied, ...]:
    """What the two have from each other; each has these statements."""
    agency = Entity("wire", "organization", "الوكالة", role="agency")
    readings = [read(each, Annotations(each.id, claims=claims)) for each in (one, other)]
    return copied(readings, (one, other), {"wire": agency}).get(one.id, ())


@pytest.mark.parametrize(("first", "second"), CASES, ids=NAMES)
def test_cases(first: str, second: str) -> None:
    one, other = article("a1", first), article("a2", second)
    expected = [
        tuple(part.partition("]")[0] for part in text.replace(" ¶ ", "\n").split("[")[1:])
        for text in (first, second)
    ]
    copies = found(one, other)
    assert [
        tuple(one.text[c.start : c.end] for c in copies),
        tuple(other.text[c.other_start : c.other_end] for c in copies),
    ] == expected


def test_the_order_of_readings_does_not_matter_and_both_articles_know() -> None:
    one, other = (article(key, text) for key, text in zip(("a1", "a2"), CASES[0], strict=True))
    readings = [read(each, Annotations(each.id)) for each in (one, other)]
    told = copied(readings, (one, other), {})
    assert told == copied(readings[::-1], (one, other), {})
    assert told["a1"] == told["a2"]


def test_the_agency_is_one_that_both_name() -> None:
    texts = CASES[0]
    named = [article(key, text, ("wire",)) for key, text in zip(("a1", "a2"), texts, strict=True)]
    assert [copy.agency for copy in found(named[0], named[1])] == ["wire"]
    unnamed = article("a2", texts[1])
    assert [copy.agency for copy in found(named[0], unnamed)] == [None]


def test_an_agency_that_passed_a_statement_on_counts_for_the_passage_with_it() -> None:
    one, other = (article(key, text) for key, text in zip(("a1", "a2"), CASES[0], strict=True))
    words = one.text[:60]
    claim = Claim("c1", Span(0, 60, words), "indirect", "assert", "test", via=(Voice(entity="wire"),))
    assert [copy.agency for copy in found(one, other, claim)] == ["wire"]


def test_a_phrase_that_very_many_texts_have_is_no_copy() -> None:
    words = CASES[0][0].partition("[")[2].rstrip("]")
    many = [article(f"a{n}", words) for n in range(80)]
    readings = [read(each, Annotations(each.id)) for each in many]
    assert copied(readings, many, {}) == {}


def test_readings_can_be_kept_on_disk() -> None:
    reading = read(article("a1", CASES[0][0]), Annotations("a1"))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=Passages) == reading


def test_a_text_that_very_many_have_is_found_in_all_of_them_and_pairs_stay_few() -> None:
    text = (
        "أعلنت البلدية أن الجسر الجديد على النهر سيفتح أمام السيارات والمشاة صباح يوم الأحد المقبل بعد عامين."
    )
    dated = msgspec.structs.replace(article("a", text), date_published="2019-03-20")
    articles = [msgspec.structs.replace(dated, id=f"a{number:03}") for number in range(100)]
    told = copied([read(each, Annotations(each.id)) for each in articles], articles, {})
    assert told.keys() == {each.id for each in articles}
    assert sum(map(len, told.values())) < 10 * len(articles)
