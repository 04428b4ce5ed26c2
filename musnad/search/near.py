"""What the browser finds other words by: spellings of names, words like a mistyped one, what comes next.

Two lists beside those of shards.py, loaded when they are first needed; near.js has their tops and the tables.

    k   key (likeness.py) -> names and words   rows "key=names=words=words": those that have it, and words of
                                               which one class of the key is left out; a name after its kind,
                                               a word as it is written, after the digit of its level
    w   beginning -> entities and words        rows "beginning=completion|completion…", see completions.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import msgspec

from musnad.model import Archive, Output
from musnad.search import likeness
from musnad.search.completions import rows
from musnad.search.documents import Entry
from musnad.search.lists import DIGITS, Item, script, tree
from musnad.search.names import read
from musnad.search.squeeze import squeeze
from musnad.search.vocabulary import by_key, widened
from musnad.search.words import Words, Written

_encode = msgspec.json.Encoder(order="sorted").encode


class Near:
    """What is gathered of all articles, one by one."""

    def __init__(self) -> None:
        self.words = Words()
        self._names: dict[str, str] = {}

    def take(self, one: Entry) -> None:
        """Take an article in."""
        self.words.take(one)
        self._names.update((name.term, name.kind) for name in read(one.names))

    def spellings(self, articles: Callable[[str], Iterable[int]]) -> Mapping[str, set[str]]:
        """Names that have other spellings -> themselves and these; `articles` tells those of a term."""
        named = by_key(self._names)
        among = cache(lambda term: frozenset(articles(term)))
        found = {term: widened((term,), named, among) for term in self._names}
        return {term: some for term, some in found.items() if len(some) > 1}

    def bundle(self, archive: Archive) -> Iterator[Output]:
        """The files of the two lists."""
        keyed = yield from tree("k", self._keyed(), _lines)
        completed = yield from tree("w", rows(archive, self.words.all()), _lines)
        tops = {"k": keyed, "w": completed, "likeness": likeness.table()}
        yield Output("search/near.js", script("near", _encode(tops).decode()))

    def _keyed(self) -> Iterator[Item]:
        names: dict[str, list[str]] = {}
        for term in sorted(self._names):
            for key in likeness.keys(term):
                names.setdefault(key, []).append(self._names[term] + term)
        exact, short = self.words.by_key()
        for key in sorted({*names, *exact, *short}):
            parts = (names.get(key, ()), map(_told, exact.get(key, ())), map(_told, short.get(key, ())))
            yield Item(key, "=".join(" ".join(part) for part in parts))


def _told(word: Written) -> str:
    return DIGITS[word.level] + word.written


def _lines(items: list[Item]) -> str:
    return '"' + squeeze("\n".join(f"{item.key}={item.text}" for item in items)) + '"'
