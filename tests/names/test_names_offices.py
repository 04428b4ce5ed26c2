"""The laws of the table of offices: who held them when."""

from __future__ import annotations

import datetime
from itertools import groupby, pairwise

import pytest

from musnad import edtf
from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.gazetteer.offices import Term, known_until, terms
from musnad.annotate.names.resolve.spelling import words
from musnad.annotate.names.tables import table

Key = tuple[str, str]


def key(term: Term) -> Key:
    """What a term is a term of."""
    return term.country, term.office


HELD = {office: list(rows) for office, rows in groupby(terms(), key=key)}


def ends(term: Term) -> tuple[edtf.Days, edtf.Days]:
    """The days on which a term can have begun, and those on which it can have ended."""
    first, last = (edtf.days(end) for end in term.during.split("/"))
    assert first, term
    assert last, term
    return first, last


def test_the_terms_of_an_office_stand_together() -> None:
    assert sum(map(len, HELD.values())) == len(terms())


@pytest.mark.parametrize("held", HELD.values(), ids=map(" ".join, HELD))
def test_terms_follow_each_other(held: list[Term]) -> None:
    for term in held:
        (begun, _), (_, ended) = ends(term)
        assert begun < ended, term
    for former, later in pairwise(held):
        (ended, last), (first, begun) = ends(former)[1], ends(later)[0]
        assert ended <= begun, f"more than a day or month of handover in common: {former}, {later}"
        assert ends(former)[0][0] < first, (former, later)
        assert (former.name, last) != (later.name, first), f"one term written as two: {former}, {later}"


def test_no_term_ends_after_the_table_was_made() -> None:
    made = edtf.single_day(known_until())
    assert made
    assert made < datetime.datetime.now(datetime.UTC).date()
    for term in terms():
        assert ends(term)[1][1] <= made, term
    for *_, name, _, during in table("offices.tsv"):
        assert during.endswith("/..") or during.partition("/")[2] < known_until(), name


def test_a_holder_has_one_english_name_and_is_one_person() -> None:
    english: dict[str, str] = {}
    for term in terms():
        assert english.setdefault(term.name, term.english) == term.english
        assert len(term.name.split()) > 1 or term.office == "pope", term
    named: dict[tuple[str, ...], set[str]] = {}
    for person in (entity for entity in gazetteer() if entity.type == "person"):
        for name in (person.name_ar, *person.aliases):
            named.setdefault(words(name), set()).add(person.id)
    for term in terms():
        assert len(named[words(term.name)]) == 1, term
