"""The browser's index: classic scripts under search/, each `musnad_index("<name>", "<payload>")`.

There are four sorted lists, each cut into shards:

    v   vocabulary: form -> terms                 rows "prefix form terms", see _forms
    p   postings: term -> how much it weighs      rows of forms, and packing.levels of each article; so are
                                                  filters (Entry.filters), all of whose levels are 1
    x   places: term -> where it is               the same with packing.occurrences, for phrases alone
    d   documents: an article's number -> the hash of its script, d-<number>-<hash>, see record.packed

A shard of p or x is a squeezed text of keys, each with the forms of its term, and after it, with | between,
each key's postings: an article's number less the one before it, and its letters. The postings of a term in
many articles are cut too: the first says in about how many documents the term is, those after it have the
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

from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from musnad.arabic import analyzer
from musnad.arabic.kin import kin
from musnad.model import Archive, Output
from musnad.search import query, ranking
from musnad.search.columns import Column, columns
from musnad.search.documents import GROUPS, Entry, day
from musnad.search.facets import counted, known, labels
from musnad.search.groups import Group, Part, written
from musnad.search.lists import (
    DIGITS,
    Item,
    Spread,
    base36,
    grown,
    hashed,
    named,
    number_key,
    numbered,
    script,
    tree,
)
from musnad.search.near import Near, spelled
from musnad.search.numbers import number
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
    values = gathered.values()
    told = {term: label for term, *_ in values if (label := labels(term, entities))}
    under_way = iter(spread(written, gathered.groups(near, told)))
    groups = [next(under_way)]  # others are under way meanwhile
    heads = yield from columns(values, gathered.sizes, entities)
    yield from near.bundle(archive)
    related = near.related()
    groups += under_way
    weights = yield from grown("p", (shard for group in groups for shard in group.weights))
    places = yield from grown("x", (shard for group in groups for shard in group.places))
    having = {term: numbers for group in groups for term, numbers in group.numbers.items()}
    del groups
    forms = yield from tree("v", _vocabulary(near, spelled(related, having), readings), _forms, spread)
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


class _Gathered:
    """What the lists over all articles are made of, gathered article by article in order of number."""

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}  # number of an article -> how many documents
        self._groups: list[list[Part]] = [[] for _ in GROUPS]

    def take(self, one: Entry, at: int) -> None:
        """Take an article in."""
        self.sizes[at] = len(one.lengths)
        columns = (one.terms, one.levels, one.places, one.filters, one.filtered)
        rows = zip(*(column.split("\n") for column in columns), strict=True)
        for group, row in zip(self._groups, rows, strict=True):
            group.append(Part(at, *row))

    def values(self) -> list[Column]:
        """The values of facets."""
        found: dict[str, tuple[list[int], list[str]]] = {}
        for group, start in zip(self._groups, GROUPS, strict=True):
            for part in group if start < "\x7f" else ():
                for term, levels in zip(part.filters.split(), part.filtered.split(), strict=True):
                    if counted(term):
                        numbers, texts = found.get(term) or found.setdefault(term, ([], []))
                        numbers.append(part.number)
                        texts.append(levels)
        return [(term, *column) for term, column in found.items()]

    def groups(self, near: Near, told: Mapping[str, str]) -> Iterator[Group]:
        """The groups of terms, each given up; of facets' values the names are `told`."""
        pairs = sorted({(term, form) for form, term in near.words.pairs() if form != term})
        cuts = [*(bisect_left(pairs, (start,)) for start in GROUPS), len(pairs)]
        asked = near.names()
        for at, (first, last) in enumerate(pairwise(cuts)):
            parts, self._groups[at] = self._groups[at], []
            yield Group(parts, pairs[first:last], told if at == 0 else {}, asked)


def _vocabulary(near: Near, others: Mapping[str, Iterable[str]], readings: Readings) -> Iterator[Item]:
    """The list of forms; of some terms others are told too."""
    for form, terms in vocabulary(near.words.pairs(), readings, kin()).items():
        more = {other for term in terms for other in others.get(term, ())}
        yield Item(form, " ".join(sorted({*terms, *more}) if more else terms))


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
