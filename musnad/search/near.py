"""What the browser finds other words by: spellings of names, words like a mistyped one, what comes next.

Two lists beside those of shards.py, loaded when they are first needed; near.js has their tops and the tables.

    k   key (likeness.py) -> names and words   rows "key=names=words=words": those that have it, and words of
                                               which one class of the key is left out; a name after its kind,
                                               a word as it is written, after the digit of its level
    w   beginning -> entities and words        rows "beginning=completion|completion…", see completions.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from musnad.arabic.lemmas import foreign_rules
from musnad.model import Archive, Output
from musnad.search import likeness
from musnad.search.completions import rows
from musnad.search.documents import Entry
from musnad.search.likeness import Name
from musnad.search.lists import DIGITS, Item, Spread, script, tree
from musnad.search.names import read
from musnad.search.squeeze import squeeze
from musnad.search.vocabulary import spellings
from musnad.search.words import Words, Written

_encode = msgspec.json.Encoder(order="sorted").encode


class Near:
    """What is gathered of all articles, one by one."""

    def __init__(self) -> None:
        self.words = Words()
        self._named: set[str] = set()

    def take(self, one: Entry) -> None:
        """Take an article in."""
        self.words.take(one)
        self._named.update(one.names.split())

    def names(self) -> frozenset[str]:
        """The names, of which some are other spellings of others."""
        return frozenset(name.term for name in self._names())

    def related(self) -> list[tuple[str, str]]:
        """Each name that is another in another spelling or script, and that."""
        return [(name.term, other) for name, others in spellings(self._names()) for other in others]

    def bundle(self, archive: Archive, spread: Spread = map) -> Iterator[Output]:
        """The files of the two lists; `spread` as in shards.bundle."""
        keyed = yield from tree("k", self._keyed(), _lines, spread)
        completed = yield from tree("w", rows(archive, self.words.all()), _lines, spread)
        tops = {"k": keyed, "w": completed, "likeness": likeness.table(), "foreign": foreign_rules()}
        yield Output("search/near.js", script("near", _encode(tops).decode()))

    def _names(self) -> list[Name]:
        """The names by term, each with the last of the kinds that articles have it as."""
        kinds = {name.term: name.kind for name in read(" ".join(sorted(self._named)))}
        return [Name(term, kinds[term]) for term in sorted(kinds)]

    def _keyed(self) -> Iterator[Item]:
        names: dict[str, list[str]] = {}
        for name in self._names():
            for key in likeness.keys(name.term):
                names.setdefault(key, []).append(name.kind + name.term)
        exact, short = self.words.by_key()
        for key in sorted({*names, *exact, *short}):
            parts = (names.get(key, ()), map(_told, exact.get(key, ())), map(_told, short.get(key, ())))
            yield Item(key, "=".join(" ".join(part) for part in parts))


def spelled(
    related: Iterable[tuple[str, str]], articles: Mapping[str, Iterable[int]]
) -> Mapping[str, set[str]]:
    """Names that have other spellings -> themselves and these; `articles` are those of each name."""
    among = cache(lambda term: frozenset(articles[term]))
    found: dict[str, set[str]] = {}
    for term, other in related:
        if not among(other) <= among(term):
            found.setdefault(term, {term}).add(other)
    return found


def _told(word: Written) -> str:
    return DIGITS[word.level] + word.written


def _lines(items: list[Item]) -> str:
    return '"' + squeeze("\n".join(f"{item.key}={item.text}" for item in items)) + '"'
