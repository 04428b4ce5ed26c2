"""Authority files: what is read from them, and what is told of mistakes."""

import pytest

from musnad.ingest import check_authority, read_authority
from musnad.model import Entity, Title

PEOPLE = """# who is who
nawal_haddad:
  name_ar: نوال الحداد
  name_en: Nawal Haddad
  aliases: [نوال حداد]
  handles: [nawal]
  titles:
    - {name: المتحدثة, during: 2019-01/..}
  wikidata: Q42
"""


def test_a_record() -> None:
    assert read_authority("content/authority/people.yaml", PEOPLE.encode()) == (
        (
            Entity(
                "nawal_haddad",
                "person",
                "نوال الحداد",
                name_en="Nawal Haddad",
                aliases=("نوال حداد",),
                handles=("nawal",),
                titles=(Title("المتحدثة", "2019-01/.."),),
                wikidata="Q42",
            ),
        ),
        (),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file(text: str) -> None:
    assert read_authority("groups.yaml", text.encode()) == ((), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n  name_ar: ا\n  alises: [ب]\n", "x/places.yaml:3: unknown-key unknown key «alises»"),
        ("a:\n  name_en: A\n", "x/places.yaml:1: missing-key the key «name_ar» is missing"),
        ("a:\n  name_ar: ا\n  latitude: 91\n", "x/places.yaml:3: bad-value «latitude»"),
        ("a:\n  name_ar: ا\n  wikidata: 42\n", "x/places.yaml:3: bad-value «wikidata»"),
        ("a:\n  name_ar: ا\n  titles: [{name: ب, during: soon}]\n", "x/places.yaml:3: bad-value «soon»"),
        ("A b:\n  name_ar: ا\n", "x/places.yaml:1: bad-value «A b» is no id"),
        ("a:\n  name_ar: ا\na:\n  name_ar: ب\n", "x/places.yaml:3: bad-yaml"),
        ("a: ا\n", "x/places.yaml:1: bad-shape"),
        ("- a\n", "x/places.yaml:1: bad-shape"),
        ("a: {\n", "x/places.yaml:2: bad-yaml"),
    ],
)
def test_mistakes_are_told_by_line(text: str, told: str) -> None:
    _, problems = read_authority("x/places.yaml", text.encode())
    assert [f"{p.path}:{p.line}: {p.code} {p.message}"[: len(told)] for p in problems] == [told]


def test_records_beside_a_bad_one_are_read() -> None:
    entities, problems = read_authority("places.yaml", b"a:\n  name: x\nb:\n  name_ar: y\n")
    assert [entity.id for entity in entities] == ["b"]
    assert [p.code for p in problems] == ["unknown-key", "missing-key"]


def test_bytes_that_are_no_text() -> None:
    _, problems = read_authority("places.yaml", b"a:\n  name_ar: \xff\n")
    assert [p.code for p in problems] == ["not-utf8"]


def test_links_and_ids_are_checked_over_all_files() -> None:
    files = [
        ("people.yaml", PEOPLE.encode()),
        ("places.yaml", "nawal_haddad:\n  name_ar: ا\nb:\n  name_ar: ب\n  same_as: [c, b]\n".encode()),
    ]
    entities = [entity for file in files for entity in read_authority(*file)[0]]
    told = [(p.path, p.line, p.code) for p in check_authority(entities, files)]
    assert told == [("places.yaml", 1, "duplicate-id"), ("places.yaml", 5, "unknown-entity")]
    assert check_authority(entities[:1], files[:1]) == ()
