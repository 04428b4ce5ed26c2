"""Which names are one: cases anyone can add to, and laws on made articles."""

import random
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.gazetteer.joined import joined
from musnad.annotate.names.gazetteer.offices import phrases, terms
from musnad.annotate.names.gazetteer.titles import holder
from musnad.annotate.names.resolve import resolve
from musnad.ingest import check_authority, read_authority
from musnad.model import Article, Block, Entity, Mention, MentionType

HERE = Path(__file__).parent / "resolution"
TYPES: dict[str, MentionType] = {
    "p": "person",
    "o": "organization",
    "l": "place",
    "g": "group",
    "e": "event",
}
MARK = re.compile(r"\[([polge]) ([^]]+)\]")


@cache
def records() -> tuple[Entity, ...]:
    """The records beside the cases."""
    files = [(path.name, path.read_bytes()) for path in sorted(HERE.glob("*.yaml"))]
    entities = tuple(entity for file in files for entity in read_authority(*file)[0])
    assert not check_authority(entities, files)
    return entities


def cases(name: str) -> list[tuple[str, str]]:
    """The articles of a file, each with the letters of its names."""
    found: list[tuple[str, str]] = []
    article = ""
    for line in HERE.joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("\t"):
            found.append((article, line.strip()))
        elif not line.startswith("#"):
            article = line
    return found


def read(marked: str) -> tuple[Article, list[Mention]]:
    """The article of a line, and the names marked in it."""
    text, mentions, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        start, last = len(text), mark.end()
        text += mark[2]
        type_ = TYPES[mark[1]]
        mentions.append(
            Mention(start, len(text), mark[2], type_, "names:case", entity=made_id(mark[2], type_))
        )
    text += marked[last:]
    return Article(
        "a0000000", "", text, (Block(0, len(text), "body"),), date_published="2018-05-05"
    ), mentions


def letters(names: list[Mention], expected: str) -> str:
    """What was found, written as the cases are: ids only where the case has one."""
    known: dict[str | None, str] = {}
    told = []
    for name, wanted in zip(names, expected.split(), strict=True):
        letter = known.setdefault(name.entity, "ABCDEFGHIJ"[len(known)])
        told.append(letter + "?" * bool(name.candidates) + (f"={name.entity}" if "=" in wanted else ""))
    return " ".join(told)


@pytest.mark.parametrize(("marked", "expected"), cases("unknown.txt"))
def test_without_records(marked: str, expected: str) -> None:
    article, mentions = read(marked)
    assert letters(resolve(article, (), mentions), expected) == expected


@pytest.mark.parametrize(("marked", "expected"), cases("known.txt"))
def test_with_records(marked: str, expected: str) -> None:
    article, mentions = read(marked)
    assert letters(resolve(article, records(), mentions), expected) == expected


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        row.split("\t")
        for row in HERE.joinpath("holders.tsv").read_text("utf-8").splitlines()
        if not row.startswith("#")
    ],
)
def test_a_title_means_its_holder(title: str, date: str, name: str) -> None:
    names = {entity.id: entity.name_ar for entity in joined(records()).all()}
    id_ = holder(title, date or None, records())
    assert (names[id_] if id_ else "-") == name


def test_offices_are_of_countries_and_bodies_that_are_listed() -> None:
    named = {n for e in gazetteer() if e.type in ("place", "organization") for n in (e.name_ar, *e.aliases)}
    assert {term.country for term in terms()} <= named
    assert {term.office for term in terms()} == set(phrases())


@pytest.mark.parametrize("known", [(), "records"])
def test_countries_and_wholes_are_known_and_places_are_on_the_map(known: object) -> None:
    entities = {entity.id: entity for entity in joined(records() if known else ()).all()}
    for entity in entities.values():
        for whole in (entity.country, entity.part_of):
            assert whole is None or entities[whole].type in ("place", "organization"), entity
        assert (entity.latitude is None) == (entity.longitude is None), entity
        assert abs(entity.latitude or 0) <= 90, entity
        assert abs(entity.longitude or 0) <= 180, entity
    nationalities = [entity for entity in entities.values() if entity.type == "group" and entity.country]
    assert len(nationalities) > 150


NAMES = (
    "نزار الجندلي",
    "الجندلي",
    "نزار",
    "هالة الجندلي",
    "علي حسن",
    "ليلى شمة",
    "ليلى الشما",
    "سمير الوزان",
    "الوزان",
    "Samir Wazzan",
)
ROWS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8)


@cache
def backwards() -> tuple[Entity, ...]:
    """The records in the opposite order."""
    return records()[::-1]


@cache
def forbidding() -> tuple[Entity, ...]:
    """The records, and two that forbid to take a name that no record has for theirs."""
    other = (made_id("نزار الجندلي", "person"),)
    rule = Entity("rule", "person", "قاعدة", not_same_as=other)
    known = Entity("hala", "person", "هالة الجندلي", aliases=("الجندلي",), not_same_as=other)
    return (*records(), rule, known)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_order_of_names_and_records_does_not_matter_and_twice_is_once(
    names: list[str], chance: random.Random
) -> None:
    article, mentions = read(" قال ".join(f"[p {name}]" for name in names))
    once = resolve(article, records(), mentions)
    assert resolve(article, records(), once) == once
    chance.shuffle(mentions)
    again = resolve(article, backwards(), mentions)
    assert sorted(again, key=lambda name: name.start) == once


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_what_is_not_the_same_is_never_merged(names: list[str]) -> None:
    article, mentions = read(" قال ".join(f"[p {name}]" for name in names))
    for name in resolve(article, forbidding(), mentions):
        if name.text == "نزار الجندلي":
            assert name.entity == made_id("نزار الجندلي", "person")
        if name.text == "ليلى شمة":
            assert name.entity == "layla_shamma"
        if name.text == "ليلى الشما":
            assert name.entity == "layla_shamma_old"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=12), st.sampled_from(sorted(TYPES.values()))), max_size=5)
)
def test_any_words_get_an_entity(rows: list[tuple[str, MentionType]]) -> None:
    text = "\n".join(words for words, _ in rows)
    mentions, start = [], 0
    for words, type_ in rows:
        mentions.append(Mention(start, start + len(words), words, type_, "names:case"))
        start += len(words) + 1
    found = resolve(Article("a0", "", text, (Block(0, len(text), "body"),)), records(), mentions)
    assert [(name.start, name.text, name.type) for name in found] == [
        (m.start, m.text, m.type) for m in mentions
    ]
    assert all(name.entity for name in found)
