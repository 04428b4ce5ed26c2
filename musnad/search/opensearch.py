"""The archive for OpenSearch, for archives that outgrow the browser: an index to make, and documents for it.

index.json              the request that makes the index, see opensearch_index.py
documents-0001.ndjson   bulk requests, each of a size that a server takes: a line that says what is done, a
…                       line of the document
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from musnad.model import Output
from musnad.search import packing
from musnad.search.documents import Entry
from musnad.search.near import Near
from musnad.search.opensearch_index import index
from musnad.search.record import FIELDS, Record, clipped
from musnad.search.vocabulary import Readings, vocabulary

BYTES = 10_000_000  # of a bulk request, about; servers take a hundred million unless they are told otherwise

_encode = msgspec.json.Encoder(order="deterministic").encode


def export(entries: Iterable[Entry], readings: Readings) -> Iterator[Output]:
    """The files; `readings` is the dictionary."""
    forms: set[str] = set()
    articles: dict[str, list[int]] = {}
    near = Near()
    number, size = 1, 0
    lines: list[bytes] = []
    for place, one in enumerate(entries):
        pairs = one.forms.split()
        forms.update(map(" ".join, zip(pairs[::2], pairs[1::2], strict=True)))
        near.take(one)
        for name in one.names.split():
            articles.setdefault(name[1:], []).append(place)
        for id_, document in documents(one):
            pair = b"%b\n%b\n" % (_encode({"index": {"_id": id_}}), _encode(document))
            if lines and size + len(pair) > BYTES:
                yield Output(f"documents-{number:04}.ndjson", b"".join(lines))
                number, size, lines = number + 1, 0, []
            lines.append(pair)
            size += len(pair)
    if lines:
        yield Output(f"documents-{number:04}.ndjson", b"".join(lines))
    others = near.spellings(lambda term: articles[term])
    known = {
        form: sorted({*terms, *(other for term in terms for other in others.get(term, ()))})
        for form, terms in vocabulary(map(_pair, sorted(forms)), readings).items()
    }
    yield Output("index.json", _encode(index(known)))


def _pair(joined: str) -> tuple[str, str]:
    form, _, term = joined.partition(" ")
    return form, term


def documents(one: Entry) -> Iterator[tuple[str, dict[str, Any]]]:
    """An article and its statements, each with its id; what is empty is left out."""
    record = one.record
    terms = _terms(one)
    filters = _filters(one)
    for place in range(len(one.lengths)):
        found = _statement(record, place) if place else _article(record)
        whole = {
            **found,
            **dict(zip(FIELDS, terms[place], strict=True)),
            "article": one.id,
            "date": date.fromordinal(one.day).isoformat() if one.day else None,
            "order": f"{9_999_999 - one.day:07} {one.id} {place:05}",
            "title": record.title,
            "sources": _names(record, record.carriers),
            "filters": filters[place],
        }
        id_ = f"{one.id}-{found['id']}" if place else one.id
        yield id_, {key: value for key, value in whole.items() if value}


def _article(record: Record) -> dict[str, Any]:
    standing = [place for place, named in enumerate(record.named) if named.stands]
    return {
        "kind": "article",
        "id": record.id,
        "date_edtf": record.date,
        "content": [sentence.text for sentence in record.sentences],
        "authors": record.authors,
        "names": _names(record, standing),
    }


def _statement(record: Record, place: int) -> dict[str, Any]:
    said = record.statements[place - 1]
    first, last = said.content
    inside = [
        place
        for place, named in enumerate(record.named)
        if any(first <= start and end <= last for start, end in named.stands)
    ]
    return {
        "kind": "statement",
        "id": said.id,
        "date_edtf": said.date or record.date,
        "modality": said.modality,
        "content": [passage.text for passage in clipped(record, said.content)],
        "speaker": _names(record, () if said.speaker is None else (said.speaker,)),
        "via": _names(record, said.via),
        "names": _names(record, inside),
    }


def _names(record: Record, places: Iterable[int]) -> list[str]:
    return [name for place in places for name in record.named[place].names]


def _terms(one: Entry) -> list[list[list[str]]]:
    """For each document the passages of each of its fields, as terms; free positions part passages."""
    at: list[dict[int, str]] = [{} for _ in one.lengths]
    for term, places in zip(one.terms.split(), one.places.split(), strict=True):
        for place, occurrences in packing.read_occurrences(places):
            at[place].update(dict.fromkeys(occurrences, term))
    return [[_passages(found, field) for field in range(len(FIELDS))] for found in at]


def _passages(found: Mapping[int, str], field: int) -> list[str]:
    passages: list[list[str]] = []
    last = -1
    for code in sorted(code for code in found if code % len(FIELDS) == field):
        if code != last + len(FIELDS) or not passages:
            passages.append([])
        passages[-1].append(found[code])
        last = code
    return [" ".join(passage) for passage in passages]


def _filters(one: Entry) -> list[list[str]]:
    filters: list[list[str]] = [[] for _ in one.lengths]
    for term, levels in zip(one.filters.split(), one.filtered.split(), strict=True):
        for place, _ in packing.read_levels(levels):
            filters[place].append(term)
    return filters
