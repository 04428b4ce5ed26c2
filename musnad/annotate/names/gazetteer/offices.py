"""Who held which office when: the table `data/offices.tsv`, and the words of `data/office_words.tsv`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.annotate.names.tables import lines, table


class Term(NamedTuple):
    """A person's time in an office of a country or body; `during` is an EDTF interval that has ends."""

    office: str
    country: str
    name: str
    english: str
    during: str


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the table's order; those without an end are known up to the day of `known_until`."""
    return tuple(
        Term(office, country, name, english, during.replace("..", known_until()))
        for office, country, name, english, during in table("offices.tsv")
    )


@cache
def known_until() -> str:
    """The last day of which the table can tell who held an office (EDTF)."""
    return lines("offices_known_until.txt")[0]


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """How the holder of an office is spoken of, with {adjective}, {country} and {of} to be filled in."""
    return {office: tuple(cell.split(";")) for office, cell in table("office_words.tsv")}
