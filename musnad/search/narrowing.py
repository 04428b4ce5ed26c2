"""Facets in the terminal: what was found, narrowed and counted through a column of the index."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import compress
from typing import Any

from musnad.search import facets
from musnad.search.facets import Chosen, Document, Tally
from musnad.search.whoosh_index import live

Row = tuple[int, str, int, int]  # a document found: its rank, its day and ids, its number, its score


def narrow(
    reader: Any, found: list[Row], chosen: Chosen, most: int
) -> tuple[list[Row], Mapping[str, tuple[Tally, ...]]]:
    """Those of the documents found that facets let pass, and of each facet the `most` frequent values."""
    if not most and not any(chosen.values()):
        return found, {}
    documents = _documents(reader, found)

    def total(term: str) -> int:
        return sum(1 for _ in live(reader, "filters", term))

    tallies = {
        name: facets.tallied(name, compress(documents, facets.passing(documents, chosen, name)), most, total)
        for name in (facets.names() if most else ())
    }
    return list(compress(found, facets.passing(documents, chosen))), tallies


def _documents(reader: Any, rows: list[Row]) -> list[Document]:
    if not rows:
        return []
    had = reader.column_reader("facets")
    days = (9_999_999 - int(place[:7]) for _, place, _, _ in rows)
    months = (date.fromordinal(day).isoformat()[:7] if day else "" for day in days)
    return [
        Document(month, int(place[-7:]) > 0, had[number].decode())
        for month, (_, place, number, _) in zip(months, rows, strict=True)
    ]
