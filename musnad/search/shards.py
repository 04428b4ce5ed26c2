"""The browser's index: classic scripts under search/, each `musnad_index("<name>", <payload>)`.

There are three sorted lists, each cut into shards:

    v   vocabulary: form -> terms         rows "prefix form terms", see _forms
    p   postings: term -> where it is     rows "term occurrences", as packing.py writes them
    d   documents: an article's number -> {number: what results show of it and of its statements}

Rows stand in one string, with | between them. A shard is named by what it holds, and where a list is cut
depends on the entries at the cut alone, so a change in one article changes few shards. Where there are many,
lists of shards are cut in their turn. manifest.js has the tops of the three lists, the counts that ranking
needs, the tables of the query language and of ranking, and the name of the analyzer's table.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import msgspec

from musnad.arabic import analyzer
from musnad.model import Archive, Output
from musnad.search import query, ranking
from musnad.search.documents import Document, Entry, day
from musnad.search.numbers import number
from musnad.search.packing import posting
from musnad.search.vocabulary import Readings, vocabulary

_SIZE = 4_000  # letters of a shard, about
_TOP = 100  # shards that a list's top may name
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_encode = msgspec.json.Encoder(order="sorted").encode


class _Item(NamedTuple):
    """A key of a list, and what the list has under it."""

    key: str | int
    text: str


def bundle(archive: Archive, entries: Iterable[Entry], readings: Readings) -> Iterator[Output]:
    """The index's files; the same for every interface language.

    `entries` are the articles' in the order of `documents.materials`; `readings` is the dictionary.
    """
    numbers, bits = number((day(article), article.id) for article in archive.articles)
    gathered = _Gathered()
    items = (gathered.take(one, numbers[one.id]) for one in entries)
    documents = yield from _tree("d", items, _documents)
    postings = yield from _tree("p", gathered.postings(), _postings)
    forms = yield from _tree("v", gathered.vocabulary(readings), _forms)
    table = _encode(analyzer.table()).decode()
    analysis = _name("a", table)
    yield Output(f"search/{analysis}.js", _script(analysis, table))
    manifest = {
        "analyzer": analysis,
        "bits": bits,
        "counts": gathered.counts,
        "d": documents,
        "p": postings,
        "v": forms,
        "query": query.signs(),
        "ranking": ranking.parameters(),
    }
    yield Output("search/manifest.js", _script("manifest", _encode(manifest).decode()))


class _Gathered:
    """What the lists over all articles are made of, gathered article by article in order of number.

    `counts` are, for articles and then statements, how many there are and the words of their texts.
    """

    def __init__(self) -> None:
        self.counts = [[0, 0], [0, 0]]
        self._forms: set[tuple[str, str]] = set()
        self._lists: dict[str, bytearray] = {}
        self._last: dict[str, int] = {}

    def take(self, one: Entry, at: int) -> _Item:
        """Take an article in; what the list of documents has for it."""
        self._forms |= one.forms()
        found: dict[str, dict[int, tuple[int, list[int]]]] = {}
        for place, document in enumerate(one.documents):
            length = document.length()
            kind = self.counts[document.kind == "statement"]
            kind[0] += 1
            kind[1] += length
            for term, occurrences in document.postings().items():
                found.setdefault(term, {})[place] = length, occurrences
        for term, places in found.items():
            text = posting(at - self._last.get(term, 0), places)
            self._lists.setdefault(term, bytearray()).extend(text.encode())
            self._last[term] = at
        return _Item(at, _encode([_shown(document) for document in one.documents]).decode())

    def postings(self) -> Iterator[_Item]:
        """The list of postings."""
        return (_Item(term, self._lists[term].decode()) for term in sorted(self._lists))

    def vocabulary(self, readings: Readings) -> Iterator[_Item]:
        """The list of forms."""
        return (_Item(form, " ".join(terms)) for form, terms in vocabulary(self._forms, readings).items())


def _shown(document: Document) -> list[Any]:
    """What a result shows of a document, in the order that `static/search-engine.js` reads.

    A passage is its start, text and anchor; another name its start, its words' number, and where it stands.
    """
    fields = [
        [[p.start, len(p.words), *p.stands] if p.stands else [p.start, p.text, p.anchor] for p in field]
        for field in document.fields
    ]
    speaker = [document.speaker.ar, document.speaker.en] if document.speaker else None
    return [document.id, document.date, fields, speaker, document.modality]


def _documents(items: list[_Item]) -> str:
    return "{" + ",".join(f'"{item.key}":{item.text}' for item in items) + "}"


def _postings(items: list[_Item]) -> str:
    return '"' + "|".join(f"{item.key} {item.text}" for item in items) + '"'


def _forms(items: list[_Item]) -> str:
    """A row: how many letters of the form before it a form begins with (base 36), the others, its terms.

    No terms: the form itself is the only one. «=»: the terms of the row before.
    """
    rows, last = [], _Item("", "")
    for form, terms in items:
        same = _same(str(form), str(last.key))
        told = "" if terms == form else "=" if terms == last.text else f" {terms}"
        rows.append(f"{_DIGITS[same]}{str(form)[same:]}{told}")
        last = _Item(form, terms)
    return '"' + "|".join(rows) + '"'


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike, as far as one digit tells."""
    pairs = zip(one, other, strict=False)
    return min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)), len(_DIGITS) - 1)


def _shards(items: list[_Item]) -> str:
    return "[" + ",".join(_encode([item.key, item.text]).decode() for item in items) + "]"


def _tree(
    kind: str, items: Iterable[_Item], write: Callable[[list[_Item]], str]
) -> Generator[Output, None, dict[str, Any]]:
    """A list as shards. Its top: [first key, name] of each shard, `depth` levels above those of the list."""
    top = yield from _level(kind, items, write)
    depth = 0
    while len(top) > _TOP:
        top = yield from _level(f"{kind}{depth}", top, _shards)
        depth += 1
    return {"depth": depth, "shards": top}


def _level(
    kind: str, items: Iterable[_Item], write: Callable[[list[_Item]], str]
) -> Generator[Output, None, list[_Item]]:
    named = []
    for shard in _cut(kind, items):
        payload = write(shard)
        name = _name(kind, payload)
        named.append(_Item(shard[0].key, name))
        yield Output(f"search/{name}.js", _script(name, payload))
    return named


def _cut(kind: str, items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The pieces of a list, of about _SIZE letters.

    An entry begins a piece with a likelihood of its length / _SIZE, drawn from the kind and its key, and
    always after an entry that long by itself.
    """
    piece: list[_Item] = []
    for item in items:
        drawn = zlib.crc32(f"{kind} {item.key}".encode()) * _SIZE < len(item.text) << 32
        if piece and (drawn or len(piece[-1].text) >= _SIZE):
            yield piece
            piece = []
        piece.append(item)
    if piece:
        yield piece


def _name(kind: str, payload: str) -> str:
    return f"{kind}-{hashlib.sha256(payload.encode()).hexdigest()[:12]}"


def _script(name: str, payload: str) -> bytes:
    return f'musnad_index("{name}",{payload});\n'.encode()
