"""A group of terms in all articles -> their shards of the lists p and x; see shards.py.

Groups (documents.GROUPS) are of terms that stand together in the lists, so each is written by itself.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from operator import itemgetter, sub
from typing import NamedTuple

from musnad.search.lists import Item, Shard, cuts, number_key, shards
from musnad.search.numbers import rounded
from musnad.search.packing import packed, unpack
from musnad.search.squeeze import squeeze

_PIECE = 1_300  # letters of a piece of a term's postings, about


class Part(NamedTuple):
    """What a group of terms has in an article of this number: the lines of its Entry."""

    number: int
    terms: str
    levels: str
    places: str
    filters: str
    filtered: str


class Group(NamedTuple):
    """A group of terms in all articles, in order of number.

    `forms` are Entry.forms of each form by which a term of the group is met, `labels` facets' values' names;
    of the terms `asked` for the articles are told.
    """

    parts: list[Part]
    forms: list[tuple[str, str]]
    labels: Mapping[str, str]
    asked: frozenset[str]


class Written(NamedTuple):
    """The shards of the lists p and x that a group's terms have, and the articles of those asked for."""

    weights: list[Shard]
    places: list[Shard]
    numbers: dict[str, array[int]]


def written(group: Group) -> Written:
    """A group's shards."""
    found: dict[str, tuple[list[int], list[str], list[str]]] = {}
    for at, terms, levels, stands, filters, filtered in group.parts:
        for term, level, place in zip(terms.split(), levels.split(), stands.split(), strict=True):
            known = found.get(term) or found.setdefault(term, ([], [], []))
            known[0].append(at)
            known[1].append(level)
            known[2].append(place)
        for term, level in zip(filters.split(), filtered.split(), strict=True):
            known = found.get(term) or found.setdefault(term, ([], [], []))
            known[0].append(at)
            known[1].append(level)
    forms = {term: " ".join(form for _, form in some) for term, some in groupby(group.forms, itemgetter(0))}
    weights: list[Item] = []
    places: list[Item] = []
    for term in sorted(found):
        numbers, heavy, standing = found[term]
        weights += _pieces(term, group.labels.get(term) or forms.get(term, ""), numbers, heavy)
        if standing:
            places += _pieces(term, None, numbers, standing)
    asked = {term: array("Q", found[term][0]) for term in group.asked if term in found}
    return Written(shards("p", weights, _postings), shards("x", places, _postings), asked)


def _pieces(term: str, forms: str | None, numbers: list[int], texts: list[str]) -> list[Item]:
    """A term's postings, long ones in pieces that end where an article's number decides; see lists.cuts.

    `forms` are the term's, told with its levels alone; so is, of more pieces, how many documents have it.
    """
    told = forms or ""
    if sum(map(len, texts)) + 2 * len(texts) <= _PIECE // 2:  # no more than is left whole
        return [Item(term, _row(numbers, texts), told)]
    letters = [len(text) + 2 for text in texts]
    parts = list(cuts(term, _PIECE, numbers, letters))
    if len(parts) > 1 and forms is not None:
        told += f"={rounded(_having(texts))}"
    items = [Item(term, _row(numbers[: parts[0][1]], texts), told)]
    for first, last in parts[1:]:
        row = _row(numbers[first:last], texts[first:last])
        items.append(Item(f"{term} {number_key(numbers[first])}", row))
    return items


def _row(numbers: list[int], texts: Iterable[str]) -> str:
    """Postings: of each article its number less the one before it, packed, and its letters."""
    steps = packed((numbers[0], *map(sub, numbers[1:], numbers)))
    return "".join(chain.from_iterable(zip(steps, texts, strict=False)))


def _having(levels: list[str]) -> int:
    """How many documents have a term, of the first number in each article's letters; see packing.levels."""
    return sum((next(unpack(text)) + 1) // 2 * many for text, many in Counter(levels).items())


def _postings(items: list[Item]) -> str:
    keys = "\n".join(f"{item.key}={item.forms}" for item in items)
    return '"' + "|".join((squeeze(keys), *(item.text for item in items))) + '"'
