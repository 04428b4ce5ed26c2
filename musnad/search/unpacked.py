"""What an entry packs into letters, document by document."""

from __future__ import annotations

from musnad.search import facets, packing
from musnad.search.documents import Entry

Posting = tuple[str, int, list[int]]  # a term, its level, where it is: 4 * position + field, ascending


def terms(one: Entry) -> list[list[Posting]]:
    """The terms of each document."""
    found: list[list[Posting]] = [[] for _ in one.lengths]
    for term, levels, places in zip(one.terms.split(), one.levels.split(), one.places.split(), strict=True):
        rows = zip(packing.read_levels(levels), packing.read_occurrences(places), strict=True)
        for (place, level), (_, occurrences) in rows:
            found[place].append((term, level, occurrences))
    return found


def filters(one: Entry) -> list[list[str]]:
    """The filters of each document; those kept with the article alone that all its documents have, too."""
    found: list[list[str]] = [[] for _ in one.lengths]
    for term, levels in zip(one.filters.split(), one.filtered.split(), strict=True):
        whole = facets.counted(term) and term[0] in facets.WHOLE
        for place in range(len(found)) if whole else (place for place, _ in packing.read_levels(levels)):
            found[place].append(term)
    return found


def forms(one: Entry) -> list[tuple[str, str]]:
    """The forms that occur, each with a term it is found under."""
    return [pair for row in one.forms.split() for pair in pairs(row)]


def pairs(row: str) -> list[tuple[str, str]]:
    """A form and the terms it is found under, as pairs."""
    form, *terms = row.split("=")
    return [(form, term) for term in terms]
