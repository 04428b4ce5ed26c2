"""Lines that the review list gives to copy: an authority file reads them back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.crossref import rejected
from musnad.ingest import read_rejections
from musnad.ingest.authority import read_authority
from musnad.model import Annotations, Article, Entity, Mention
from musnad.render.parts import curating

MADE = "n-0123456789ab"


@pytest.mark.parametrize(
    ("name_ar", "name_en", "forms", "aliases"),
    [
        ("ليو ماري", None, ["ليو ماري", "ماري"], ("ماري",)),
        ("أنغيلا ميركل", "Angela Merkel", ["انغيلا ميركل"], ()),  # a seat of hamza is no other name
        ("ب ب سي", "BBC: News #1", ['"بي بي سي"', "BBC"], ('"بي بي سي"', "BBC")),
        ("حيّ التّضامن", "\\", ["null", "- لا"], ("null", "- لا")),
    ],
)
def test_a_record_is_read_back(name_ar: str, name_en: str | None, forms: list[str], aliases: object) -> None:
    entity = Entity(MADE, "person", name_ar, name_en, country="n-ba9876543210", wikidata="Q1")
    lines = curating.record(entity, forms)
    assert lines.path == "content/authority/people.yaml"
    found, problems = read_authority(lines.path, lines.yaml.encode())
    assert [one.code for one in problems] == []
    assert (found[0].name_ar, found[0].name_en, found[0].aliases) == (name_ar, name_en, aliases)
    assert found[0].wikidata == "Q1"
    assert found[0].country is None  # no record has it either
    assert found[0].same_as == (MADE,)


def test_the_id_is_made_of_the_english_name() -> None:
    first = curating.record(Entity(MADE, "place", "حلب", "Old Aleppo (city)"), ()).yaml.splitlines()[0]
    assert first == "old_aleppo_city:"
    assert curating.record(Entity(MADE, "event", "حدث"), ()).yaml.startswith("new_name:")


def test_what_stands_beside_a_shared_name() -> None:
    lines = curating.context(Entity("aleppo", "place", "حلب"))
    assert lines.path == "content/authority/places.yaml"
    assert lines.yaml == "aleppo:\n  context: [كلمة]"


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["شمس", "شمسية", "أ: «ب»", "# لا", "، "]), min_size=1), st.data())
def test_the_lines_for_a_wrong_mark_take_it_alone_away(pieces: list[str], data: st.DataObject) -> None:
    """Whatever the words, and wherever else they stand."""
    text = " ".join(pieces)
    at = data.draw(st.integers(0, len(pieces) - 1))
    start = len(" ".join([*pieces[:at], ""]))
    words = pieces[at]
    marks = [
        Mention(place, place + len(words), words, "person", "names:test")
        for place in range(len(text))
        if text.startswith(words, place)
    ]
    wrong = next(mark for mark in marks if mark.start == start)
    lines = curating.rejection("a1", text, wrong)
    rejections, problems = read_rejections(lines.path, lines.yaml.encode())
    assert problems == ()
    (left,), idle = rejected((Article("a1", "", text, ()),), (Annotations("a1", tuple(marks)),), rejections)
    assert idle == ()
    assert left.mentions == tuple(mark for mark in marks if mark != wrong)
