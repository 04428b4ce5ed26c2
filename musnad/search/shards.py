"""The browser's index: classic scripts under search/, each `musnad_index("<name>", "<payload>")`.

There are four sorted lists, each cut into shards:

    v   vocabulary: form -> terms                 rows "prefix form terms", see _forms
    p   postings: term -> how much it weighs      rows of forms, and packing.levels of each article; so are
                                                  filters (Entry.filters), all of whose levels are 1
    x   places: term -> where it is               the same with packing.occurrences, for phrases alone
    d   documents: an article's number -> the hash of its script, d-<number>-<hash>, see record.packed

A shard of p or x is a squeezed text of keys, each with the forms of its term, and after it, with | between,
each key's postings: an article's number less the one before it, and its letters. The postings of a term in
many articles are cut too: the first piece says in how many documents the term is, those after it have the
key "term number". A shard of d has, in
one string, each number less the one before it, and its hash.

What other words are found by, and what is suggested, is in two lists of their own, see near.py.

The values of facets are in lists of their own, see columns.py; their names stand where other postings have
forms.

A shard is named by what it holds, and where a list is cut depends on the entries at the cut alone, so a
change in one article changes few shards. Where there are many, lists of them are cut in their turn; see
lists.py. manifest.js has the tops of the lists, the number of documents, and the name of the script with the
tables.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Iterator, Mapping

import msgspec

from musnad.arabic import analyzer
from musnad.model import Archive, Entity, Output
from musnad.search import query, ranking
from musnad.search.columns import Column, columns
from musnad.search.documents import Entry, day
from musnad.search.facets import counted, known, labels
from musnad.search.lists import (
    DIGITS,
    SIZE,
    Cuts,
    Item,
    Spread,
    base36,
    hashed,
    named,
    number_key,
    numbered,
    script,
    tree,
)
from musnad.search.near import Near
from musnad.search.numbers import number
from musnad.search.packing import pack_one, unpack
from musnad.search.record import MODALITIES
from musnad.search.squeeze import pieces, squeeze
from musnad.search.vocabulary import Readings, vocabulary

_encode = msgspec.json.Encoder(order="sorted").encode


def bundle(
    archive: Archive, entries: Iterable[Entry], readings: Readings, spread: Spread = map
) -> Iterator[Output]:
    """The index's files; the same for every interface language.

    `entries` are the articles' in the order of `documents.materials`; `readings` is the dictionary; `spread`
    calls a function for many parts of a list, in order.
    """
    numbers, bits = number((day(article), article.id) for article in archive.articles)
    gathered, near = _Gathered(), Near()
    hashes = yield from _articles(entries, numbers, gathered, near)
    documents = yield from tree("d", hashes, numbered)
    entities = known(archive.entities.values())
    heads = yield from columns(gathered.values(), gathered.sizes, entities)
    weights = yield from tree("p", gathered.postings("levels", entities), _postings, spread)
    places = yield from tree("x", gathered.postings("places"), _postings, spread)
    forms = yield from tree("v", gathered.vocabulary(readings, near), _forms, spread)
    yield from near.bundle(archive, spread)
    tables = _encode(
        {
            "analyzer": analyzer.table(),
            "levels": ranking.LEVELS,
            "modalities": MODALITIES,
            "pieces": pieces(),
            "query": query.signs(),
        }
    ).decode()
    name = named("t", tables)
    yield Output(f"search/{name}.js", script(name, tables))
    manifest = {
        "bits": bits,
        "documents": sum(gathered.sizes.values()),
        "tables": name,
        "d": documents,
        "f": heads,
        "p": weights,
        "v": forms,
        "x": places,
    }
    yield Output("search/manifest.js", script("manifest", _encode(manifest).decode()))


def _articles(
    entries: Iterable[Entry], numbers: dict[str, int], gathered: _Gathered, near: Near
) -> Generator[Output, None, list[Item]]:
    """The scripts of the articles; returns the list of their hashes."""
    hashes = []
    for one in entries:
        at = numbers[one.id]
        gathered.take(one, at)
        near.take(one)
        payload = f'"{one.packed}"'
        short = hashed(payload, 5)
        name = f"d-{base36(at)}-{short}"
        yield Output(f"search/{name}.js", script(name, payload))
        hashes.append(Item(number_key(at), short))
    return hashes


class _List:
    """A term's articles: their numbers, and what packing makes of the term in each."""

    __slots__ = ("levels", "numbers", "places")

    def __init__(self) -> None:
        self.numbers = array("L")
        self.levels: list[str] = []
        self.places: list[str] = []


class _Gathered:
    """What the lists over all articles are made of, gathered article by article in order of number."""

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}  # number of an article -> how many documents
        self._pairs: set[tuple[str, str]] = set()
        self._lists: dict[str, _List] = {}

    def take(self, one: Entry, at: int) -> None:
        """Take an article in."""
        self.sizes[at] = len(one.lengths)
        lists = self._lists
        for term, levels, places in zip(
            one.terms.split(), one.levels.split(), one.places.split(), strict=True
        ):
            known = lists.get(term)
            if known is None:
                known = lists[term] = _List()
            known.numbers.append(at)
            known.levels.append(levels)
            known.places.append(places)
        for term, levels in zip(one.filters.split(), one.filtered.split(), strict=True):
            known = lists.setdefault(term, _List())
            known.numbers.append(at)
            known.levels.append(levels)
        pairs = one.forms.split()
        self._pairs.update(zip(pairs[::2], pairs[1::2], strict=True))

    def values(self) -> Iterator[Column]:
        """The values of facets."""
        lists = self._lists
        return ((term, lists[term].numbers, lists[term].levels) for term in lists if counted(term))

    def postings(self, kind: str, entities: Mapping[str, Entity] | None = None) -> Iterator[Item]:
        """The list of postings of a kind, levels or places; `entities` name the values of facets."""
        forms_of: dict[str, list[str]] = {}
        for form, term in sorted(self._pairs):
            if form != term:
                forms_of.setdefault(term, []).append(form)
        for term in sorted(self._lists):
            known = self._lists[term]
            if entities is None and not known.places:
                continue
            forms = None
            if entities is not None:
                forms = labels(term, entities) or " ".join(forms_of.get(term, ()))
            yield from _pieces(term, forms, known.numbers, getattr(known, kind))

    def vocabulary(self, readings: Readings, near: Near) -> Iterator[Item]:
        """The list of forms."""
        others = near.spellings(lambda term: self._lists[term].numbers)
        for form, terms in vocabulary(self._pairs, readings).items():
            more = {other for term in terms for other in others.get(term, ())}
            yield Item(form, " ".join(sorted({*terms, *more}) if more else terms))


def _pieces(term: str, forms: str | None, numbers: array[int], texts: list[str]) -> Iterator[Item]:
    """A term's postings, long ones in pieces that end where an article's number decides; see Cuts.

    `forms` are the term's, told with its levels alone; with more pieces the number of documents is told too.
    """
    size, last = SIZE["p"], 0
    parts: list[str] = []
    if sum(map(len, texts)) + 2 * len(texts) <= size // 2:  # no more than Cuts leaves whole
        for at, text in zip(numbers, texts, strict=True):
            parts += (pack_one(at - last), text)
            last = at
        yield Item(term, "".join(parts), forms or "")
        return
    cuts, key, told = Cuts(term, size), term, forms or ""
    for at, text in zip(numbers, texts, strict=True):
        if cuts.before(at, len(text) + 2) and parts:
            if key == term and forms is not None:
                told += f"={_having(texts)}"
            yield Item(key, "".join(parts), told)
            last, key, told, parts = 0, f"{term} {number_key(at)}", "", []
        parts += (pack_one(at - last), text)
        last = at
    yield Item(key, "".join(parts), told)


def _having(levels: list[str]) -> int:
    """How many documents have a term, of the first number in each article's letters; see packing.levels."""
    return sum((next(unpack(text)) + 1) // 2 for text in levels)


def _postings(items: list[Item]) -> str:
    keys = "\n".join(f"{item.key}={item.forms}" for item in items)
    return '"' + "|".join((squeeze(keys), *(item.text for item in items))) + '"'


def _forms(items: list[Item]) -> str:
    """A row: how many letters of the form before it a form begins with (base 36), the others, its terms.

    No terms: the form itself is the only one. «=»: the terms of the row before.
    """
    rows, last = [], Item("", "")
    for item in items:
        same = _same(item.key, last.key)
        told = "" if item.text == item.key else "=" if item.text == last.text else f" {item.text}"
        rows.append(f"{DIGITS[same]}{item.key[same:]}{told}")
        last = item
    return '"' + squeeze("\n".join(rows)) + '"'


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike, as far as one digit tells."""
    same = 0
    for letter, its in zip(one, other, strict=False):
        if letter != its:
            break
        same += 1
    return min(same, len(DIGITS) - 1)
