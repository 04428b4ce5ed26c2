"""Lines that the review list gives to copy: an authority file reads them back."""

from __future__ import annotations

import pytest

from musnad.ingest.authority import read_authority
from musnad.model import Entity
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
