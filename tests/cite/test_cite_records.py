"""BibTeX, RIS and CSL-JSON read back by other people's parsers, every field equal."""

from __future__ import annotations

import json
import re
import warnings
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from musnad.cite import bibtex, csl, ris
from musnad.cite.dates import dated
from musnad.cite.item import Item, Name
from tests.cite.made import ITEMS, NASTY, item

LINE = " ".join(NASTY.split())


def one_line(words: str) -> str:
    return " ".join(words.split())


def unescaped(value: str) -> str:
    """What TeX makes of a field. The parser knows no name of a brace, and has a letter for the caret."""
    pieces = re.split(r"(\\textbrace(?:left|right)\{\})", value)
    braces = {"\\textbraceleft{}": "{", "\\textbraceright{}": "}"}
    read = LatexNodes2Text(strict_latex_spaces=True).latex_to_text
    return "".join(braces.get(piece) or str(read(piece)) for piece in pieces).replace("ˆ", "^")


def numbered(given: Item) -> str | None:
    """The number of the text that is cited, where there are several."""
    return str(given.edition.number) if given.edition else None


def creators(given: Item) -> list[str]:
    return [name.ar for name in given.authors or ((given.archive,) if given.kind == "page" else ())]


@pytest.mark.parametrize("given", ITEMS)
def test_bibtex(given: Item) -> None:
    text = bibtex.written(given)
    (entry,) = parse_string(text, "bibtex").entries.values()
    read = {key.lower(): value for key, value in entry.fields.items()}
    assert entry.type == ("online" if given.kind == "page" else "article")
    assert unescaped(read["title"]) == one_line(given.title.ar)
    assert read["url"] == given.address
    assert read.get("version") == numbered(given)
    assert read.get("date") == (given.date if dated(given.date) else None)
    assert unescaped(read.get("abstract", "")) == one_line(given.abstract)
    assert unescaped(read.get("keywords", "")) == ", ".join(given.keywords)
    assert unescaped(read["organization"]) == given.archive.ar
    if given.kind != "page":
        assert unescaped(read.get("journal", "")) == (given.outlet.ar if given.outlet else "")
    people = [str(person) for person in entry.persons.get("author", [])]
    assert [unescaped(person.removeprefix("{").removesuffix("}")) for person in people] == creators(given)
    (other,) = bibtexparser.parse_string(text).entries
    assert other.key == given.id
    assert {key: field.value for key, field in other.fields_dict.items()} == {
        **read,
        **({"author": re.search(r"author = \{(.*)\},\n", text)[1]} if people else {}),  # type: ignore[index]
    }


@pytest.mark.parametrize("given", ITEMS)
def test_ris(given: Item) -> None:
    (read,) = rispy.loads(ris.written(given), skip_unknown_tags=False)
    assert read["type_of_reference"] == ("ELEC" if given.kind == "page" else "NEWS")
    assert read["id"] == given.id
    assert read.get("authors", []) == creators(given)
    assert read["title"] == one_line(given.title.ar)
    outlet = given.archive if given.kind == "page" else given.outlet
    assert read.get("secondary_title") == (outlet.ar if outlet else None)
    assert read["urls"] == [given.address]
    assert read.get("edition") == numbered(given)
    assert read.get("keywords", []) == list(given.keywords)
    assert read.get("abstract", "") == one_line(given.abstract)
    assert read["language"] == given.tongue
    assert read["name_of_database"] == given.archive.ar
    found = dated(given.date)
    assert read.get("year") == (f"{found.first.year}" if found and found.first else None)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2019", "2019///"),
        ("2019-03", "2019/03//"),
        ("2019-03-22", "2019/03/22/"),
        ("2019-03-22T10:00", "2019/03/22/"),
        ("2019-03-12~", "2019/03/12/2019-03-12~"),
        ("2019-21", "2019///2019-21"),
        ("2019-03-11/2019-03-17", "2019/03/11/2019-03-11 to 2019-03-17"),
    ],
)
def test_dates_of_ris(date: str, told: str) -> None:
    (read,) = rispy.loads(ris.written(item(date=date)))
    assert read["date"] == told


def literals(names: Any) -> list[str]:
    return [str(name["name"] if "name" in name else name["literal"]) for name in names]


@pytest.mark.parametrize("given", ITEMS)
def test_csl(given: Item) -> None:
    records = json.loads(csl.written(given))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that it does not know
        source = CiteProcJSON(records)
    read = source[given.id.lower()]
    assert read.type == ("webpage" if given.kind == "page" else "article-newspaper")
    assert str(read.title) == given.title.ar
    assert str(read["URL"]) == given.address
    assert records[0].get("version") == numbered(given)
    assert [part["literal"] for part in records[0].get("author", [])] == creators(given)
    outlet = given.archive if given.kind == "page" else given.outlet
    assert str(read.get("container_title", "")) == (outlet.ar if outlet else "")
    assert str(read.archive) == given.archive.ar
    assert str(read.get("abstract", "")) == given.abstract
    found = dated(given.date)
    assert ("issued" in read) == bool(found)
    if found and found.first and not found.last:
        assert int(read.issued["year"]) == found.first.year
        if found.first.day:
            assert (int(read.issued["month"]), int(read.issued["day"])) == (
                found.first.month,
                found.first.day,
            )


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2019-03-22", {"date-parts": [[2019, 3, 22]]}),
        ("2019-03-12~", {"date-parts": [[2019, 3, 12]], "circa": True}),
        ("2019-21", {"date-parts": [[2019]], "season": 1}),
        ("2019-03-11/2019-03-17", {"date-parts": [[2019, 3, 11], [2019, 3, 17]]}),
        ("[2019-03-11..2019-03-17]", {"date-parts": [[2019, 3, 11], [2019, 3, 17]], "circa": True}),
        ("201X", {"date-parts": [[2010], [2019]]}),
        ("2011-03/..", {"date-parts": [[2011, 3]], "circa": True}),
        ("../2011-03", {"date-parts": [[2011, 3]], "circa": True}),
        ("أمس", None),
        (None, None),
    ],
)
def test_dates_of_csl(date: str | None, told: object) -> None:
    assert csl.date(date) == told


def test_a_note_tells_which_text_it_is() -> None:
    given = next(each for each in ITEMS if each.edition)
    for text in (bibtex.written(given), ris.written(given), csl.written(given)):
        assert "النص 2 كما صدر في 2026-12-01." in text
        assert "https://x.org/articles/a0000001.v2.html" in text


def test_what_has_no_field_is_in_a_note() -> None:
    given = next(each for each in ITEMS if each.kind == "statement")
    for text in (bibtex.written(given), ris.written(given), csl.written(given)):
        assert "قيل في 2019-03-21." in text


@pytest.mark.parametrize(
    ("date", "doubtful"),
    [
        ("2019-03-22", False),
        ("2019-03", False),
        ("2019-03-12~", True),
        ("2019-03-11/2019-03-17", True),
        ("../2019-03", True),
        (None, False),
    ],
)
def test_a_doubtful_date_is_told_in_a_note(date: str | None, doubtful: bool) -> None:
    given = item(date=date)
    for text in (bibtex.written(given), ris.written(given), csl.written(given)):
        assert ("تاريخه غير مؤكد: " in text) == doubtful


def test_bibtex_has_the_whole_date_last() -> None:
    """Zotero puts a month that comes after it before it."""
    text = bibtex.written(item(date="2019-03-12~"))
    assert text.index("date = {2019-03-12~}") > text.index("month = {3}") > text.index("year = {2019}")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("{أ} ب", r"\{أ\} ب"),
        ("{أ} ب}", r"\textbraceleft{}أ\textbraceright{} ب\textbraceright{}"),
        ("}أ{", r"\textbraceright{}أ\textbraceleft{}"),
    ],
)
def test_braces_of_bibtex_never_count(title: str, told: str) -> None:
    assert f"title = {{{told}}}" in bibtex.written(item(title=Name(title)))
