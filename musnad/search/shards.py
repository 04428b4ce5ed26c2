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

A shard is named by what it holds, and where a list is cut depends on the entries at the cut alone, so a
change in one article changes few shards. Where there are many, lists of them are cut in their turn; see
_told. manifest.js has the tops of the lists, the number of documents, and the name of the script of tables.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import msgspec

from musnad.arabic import analyzer
from musnad.model import Archive, Output
from musnad.search import query, ranking
from musnad.search.documents import Entry, day
from musnad.search.numbers import number
from musnad.search.packing import pack, unpack
from musnad.search.record import MODALITIES
from musnad.search.squeeze import pieces, squeeze
from musnad.search.vocabulary import Readings, vocabulary

_SIZE = {"v": 2_500, "p": 1_800, "x": 2_500, "d": 500}  # letters of a shard, about
_NAMES = 1_200  # letters of a shard of names, about
_TOP = 60  # shards that a list's top may name
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_encode = msgspec.json.Encoder(order="sorted").encode


class _Item(NamedTuple):
    """A key of a list, and what the list has under it."""

    key: str
    text: str
    forms: str = ""


def bundle(archive: Archive, entries: Iterable[Entry], readings: Readings) -> Iterator[Output]:
    """The index's files; the same for every interface language.

    `entries` are the articles' in the order of `documents.materials`; `readings` is the dictionary.
    """
    numbers, bits = number((day(article), article.id) for article in archive.articles)
    gathered = _Gathered()
    documents = yield from _tree("d", _articles(entries, numbers, gathered), _numbers)
    weights = yield from _tree("p", gathered.postings("levels"), _postings)
    places = yield from _tree("x", gathered.postings("places"), _postings)
    forms = yield from _tree("v", gathered.vocabulary(readings), _forms)
    tables = _encode(
        {
            "analyzer": analyzer.table(),
            "levels": ranking.LEVELS,
            "modalities": MODALITIES,
            "pieces": pieces(),
            "query": query.signs(),
        }
    ).decode()
    name = _name("t", tables)
    yield Output(f"search/{name}.js", _script(name, tables))
    manifest = {
        "bits": bits,
        "documents": gathered.documents,
        "tables": name,
        "d": documents,
        "p": weights,
        "v": forms,
        "x": places,
    }
    yield Output("search/manifest.js", _script("manifest", _encode(manifest).decode()))


def _articles(
    entries: Iterable[Entry], numbers: dict[str, int], gathered: _Gathered
) -> Iterator[_Item | Output]:
    """The scripts of the articles, and the list of their hashes."""
    for one in entries:
        at = numbers[one.id]
        gathered.take(one, at)
        payload = f'"{one.packed}"'
        hashed = _hash(payload, 5)
        name = f"d-{_base36(at)}-{hashed}"
        yield Output(f"search/{name}.js", _script(name, payload))
        yield _Item(_key(at), hashed)


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
        self.documents = 0
        self._forms: dict[str, set[str]] = {}
        self._lists: dict[str, _List] = {}

    def take(self, one: Entry, at: int) -> None:
        """Take an article in."""
        self.documents += len(one.lengths)
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
        for form, term in zip(pairs[::2], pairs[1::2], strict=True):
            self._forms.setdefault(term, set()).add(form)

    def postings(self, kind: str) -> Iterator[_Item]:
        """The list of postings of a kind, levels or places."""
        with_forms = kind == "levels"
        for term in sorted(self._lists):
            known = self._lists[term]
            if not with_forms and not known.places:
                continue
            forms = " ".join(sorted(self._forms.get(term, {term}) - {term})) if with_forms else None
            yield from _pieces(term, forms, known.numbers, getattr(known, kind))

    def vocabulary(self, readings: Readings) -> Iterator[_Item]:
        """The list of forms."""
        pairs = ((form, term) for term, forms in self._forms.items() for form in forms)
        return (_Item(form, " ".join(terms)) for form, terms in vocabulary(pairs, readings).items())


def _pieces(term: str, forms: str | None, numbers: array[int], texts: list[str]) -> Iterator[_Item]:
    """A term's postings, long ones in pieces that end where an article's number decides; see _Cuts.

    `forms` are the term's, told with its levels alone; with more pieces the number of documents is told too.
    """
    cuts = _Cuts(term, _SIZE["p"])
    last, key, told = 0, term, forms or ""
    parts: list[str] = []
    for at, text in zip(numbers, texts, strict=True):
        if cuts.before(at, len(text) + 2) and parts:
            if key == term and forms is not None:
                told += f"={_having(texts)}"
            yield _Item(key, "".join(parts), told)
            last, key, told, parts = 0, f"{term} {_key(at)}", "", []
        parts += (pack((at - last,)), text)
        last = at
    yield _Item(key, "".join(parts), told)


def _having(levels: list[str]) -> int:
    """How many documents have a term, of the first number in each article's letters; see packing.levels."""
    return sum((next(unpack(text)) + 1) // 2 for text in levels)


def _key(number: int) -> str:
    """A number as a key: keys are in the order of the numbers."""
    return f"{_base36(number):0>8}"


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _numbers(items: list[_Item]) -> str:
    """Numbers, each less the one before it, and hashes of five letters."""
    numbers = [int(item.key, 36) for item in items]
    steps = (pack((number - last,)) for last, number in zip((0, *numbers), numbers, strict=False))
    return '"' + "".join(step + item.text for step, item in zip(steps, items, strict=True)) + '"'


def _postings(items: list[_Item]) -> str:
    keys = "\n".join(f"{item.key}={item.forms}" for item in items)
    return '"' + "|".join((squeeze(keys), *(item.text for item in items))) + '"'


def _forms(items: list[_Item]) -> str:
    """A row: how many letters of the form before it a form begins with (base 36), the others, its terms.

    No terms: the form itself is the only one. «=»: the terms of the row before.
    """
    rows, last = [], _Item("", "")
    for item in items:
        same = _same(item.key, last.key)
        told = "" if item.text == item.key else "=" if item.text == last.text else f" {item.text}"
        rows.append(f"{_DIGITS[same]}{item.key[same:]}{told}")
        last = item
    return '"' + squeeze("\n".join(rows)) + '"'


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike, as far as one digit tells."""
    pairs = zip(one, other, strict=False)
    return min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)), len(_DIGITS) - 1)


def _names(items: list[_Item]) -> str:
    return '"' + _told(items) + '"'


def _told(items: list[_Item]) -> str:
    """A level of a list: the first keys of its shards, and their hashes."""
    return squeeze("\n".join(item.key for item in items)) + "|" + "".join(item.text for item in items)


def _tree(
    kind: str, items: Iterable[_Item | Output], write: Callable[[list[_Item]], str]
) -> Generator[Output, None, dict[str, Any]]:
    """A list as shards. Its top: of each shard first key and hash, `depth` levels above those of the list."""
    top = yield from _level(kind, items, write, _SIZE[kind])
    depth = 0
    while len(top) > _TOP:
        top = yield from _level(f"{kind}{depth}", top, _names, _NAMES)
        depth += 1
    return {"depth": depth, "shards": _told(top)}


def _level(
    kind: str, items: Iterable[_Item | Output], write: Callable[[list[_Item]], str], size: int
) -> Generator[Output, None, list[_Item]]:
    named: list[_Item] = []
    piece: list[_Item] = []
    cuts = _Cuts(kind, size)

    def shard() -> Output:
        payload = write(piece)
        name = _name(kind, payload)
        named.append(_Item(piece[0].key, name.removeprefix(f"{kind}-")))
        return Output(f"search/{name}.js", _script(name, payload))

    for item in items:
        if isinstance(item, Output):
            yield item
            continue
        if (
            cuts.before(zlib.crc32(item.key.encode()), len(item.text) + len(item.forms) + len(item.key))
            and piece
        ):
            yield shard()
            piece = []
        piece.append(item)
    if piece:
        yield shard()
    return named


class _Cuts:
    """Where a list is cut into parts of about `size` letters; lists with few differences are cut alike.

    A part ends past twice the size; else past half of it with a likelihood of the next item's letters / half
    the size, drawn from the item's key alone.
    """

    def __init__(self, salt: str, size: int) -> None:
        self._salt = zlib.crc32(salt.encode())
        self._size = size
        self._letters = 0

    def before(self, key: int, letters: int) -> bool:
        """Whether the list is cut before the item of this key with so many letters."""
        size, had = self._size, self._letters
        cut = had > size * 2 or had + letters > size * 4
        if not cut and had > size // 2:
            cut = ((key ^ self._salt) * 2_654_435_761 & 0xFFFF_FFFF) * size < letters * 2 << 32
        self._letters = letters if cut else had + letters
        return cut


def _name(kind: str, payload: str) -> str:
    return f"{kind}-{_hash(payload, 10)}"


def _hash(payload: str, letters: int) -> str:
    """Letters and digits that a file system without capitals tells apart, five bits each."""
    digest = hashlib.sha256(payload.encode()).digest()
    return "".join(_DIGITS[byte & 31] for byte in digest[:letters])


def _script(name: str, payload: str) -> bytes:
    return f'musnad_index("{name}",{payload});\n'.encode()
