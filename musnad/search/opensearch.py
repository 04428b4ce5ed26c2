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
from musnad.search import unpacked
from musnad.search.documents import Entry
from musnad.search.near import Near, spelled
from musnad.search.opensearch_index import index
from musnad.search.record import FIELDS, Record, clipped
from musnad.search.vocabulary import Readings, vocabulary

BYTES = 10_000_000  # of a bulk request, about; servers take a hundred million unless they are told otherwise

_encode = msgspec.json.Encoder(order="deterministic").encode


def export(entries: Iterable[Entry], readings: Readings) -> Iterator[Output]:
    """The files; `readings` is the dictionary."""
    forms: set[tuple[str, str]] = set()
    articles: dict[str, list[int]] = {}
    near = Near()
    number, size = 1, 0
    lines: list[bytes] = []
    for place, one in enumerate(entries):
        forms.update(unpacked.forms(one))
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
    others = spelled(near.related(), articles)
    known = {
        form: sorted({*terms, *(other for term in terms for other in others.get(term, ()))})
        for form, terms in vocabulary(sorted(forms), readings, {}).items()
    }
    yield Output("index.json", _encode(index(known)))


def documents(one: Entry) -> Iterator[tuple[str, dict[str, Any]]]:
    """An article and its statements, each with its id; what is empty is left out."""
    record = one.record
    terms, filters = unpacked.terms(one), unpacked.filters(one)
    for place in range(len(one.lengths)):
        found = _statement(record, place) if place else _article(record)
        whole = {
            **found,
            **dict(zip(FIELDS, _terms(terms[place]), strict=True)),
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


def _terms(postings: list[unpacked.Posting]) -> list[list[str]]:
    """The passages of each of a document's fields, as terms; free positions part passages."""
    found = {code: term for term, _, occurrences in postings for code in occurrences}
    return [_passages(found, field) for field in range(len(FIELDS))]


def _passages(found: Mapping[int, str], field: int) -> list[str]:
    passages: list[list[str]] = []
    last = -1
    for code in sorted(code for code in found if code % len(FIELDS) == field):
        if code != last + len(FIELDS) or not passages:
            passages.append([])
        passages[-1].append(found[code])
        last = code
    return [" ".join(passage) for passage in passages]
