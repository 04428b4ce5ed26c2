"""Who held which office when: the table `data/offices.tsv`, and the words of `data/office_words.tsv`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.annotate.names.tables import table


class Term(NamedTuple):
    """A person's time in an office of a country or body; `during` is an EDTF interval."""

    office: str
    country: str
    name: str
    english: str
    during: str


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the table's order."""
    return tuple(Term(*row) for row in table("offices.tsv"))


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """How the holder of an office is spoken of, with {adjective}, {country} and {of} to be filled in."""
    return {office: tuple(cell.split(";")) for office, cell in table("office_words.tsv")}
