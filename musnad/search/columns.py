"""The facets' values for the browser: for each facet, of each article the values that its documents have.

A facet's values are ranked by how many documents have them, and the ranks cut into bands. Each band is a list
of its own (lists.py), so that the browser reads no further than it takes for the most frequent ones: a value
of a later band is in fewer documents than the first of that band.

    f<letter><band>   an article's number -> its values: how many, and of each the rank less the one before it
                      (the first: less the band's first) and its documents as the bits of numbers, the
                      article lowest, bit 30 of a number telling that another follows; these are left out
                      where all documents have the value (facets.WHOLE)
    n<letter>         ranks -> rows "value names", see facets.labels
    f<letter>         of each band the first rank and that value's number of documents; the tops of the lists
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from musnad.model import Entity, Output
from musnad.search.facets import COUNTED, WHOLE, labels
from musnad.search.lists import Item, base36, named, number_key, numbered, script, tree
from musnad.search.packing import pack, read_levels
from musnad.search.squeeze import squeeze

BANDS = (0, 64, 1024)  # the first rank of each
_MORE = 1 << 30

Column = tuple[str, Sequence[int], Sequence[str]]  # a value, the articles that have it, their packing.levels


def columns(
    values: Iterable[Column], sizes: Mapping[int, int], entities: Mapping[str, Entity]
) -> Generator[Output, None, dict[str, str]]:
    """The scripts; returns the name of each facet's head by its letter. `sizes`: articles' documents."""
    ranked: dict[str, list[tuple[int, Column]]] = {letter: [] for letter in COUNTED}
    for column in values:
        term, numbers, levels = column
        if term[0] in WHOLE:
            total = sum(map(sizes.__getitem__, numbers))
        else:
            total = sum(_places(text).bit_count() for text in levels)
        ranked[term[0]].append((-total, column))
    heads = {}
    for letter, found in ranked.items():
        head = yield from _facet(letter, sorted(found), entities)
        heads[letter] = named(f"f{letter.lower()}", head)
        yield Output(f"search/{heads[letter]}.js", script(heads[letter], head))
    return heads


def _facet(
    letter: str, ranked: list[tuple[int, Column]], entities: Mapping[str, Entity]
) -> Generator[Output, None, str]:
    kind = f"f{letter.lower()}"
    lists = {}
    bands = [(first, -ranked[first][0]) for first in BANDS if first < len(ranked)]
    for band, (first, _) in enumerate(bands):
        last = BANDS[band + 1] if band + 1 < len(BANDS) else len(ranked)
        rows = _rows(first, [column for _, column in ranked[first:last]])
        lists[f"{kind}{band}"] = yield from tree(f"{kind}{band}", rows, numbered)
    names = (
        Item(number_key(rank), f"{term[2:]} {labels(term, entities)}".rstrip())
        for rank, (_, (term, _, _)) in enumerate(ranked)
    )
    lists[f"n{letter.lower()}"] = yield from tree(f"n{letter.lower()}", names, _names)
    return msgspec.json.encode({"bands": bands, **lists}).decode()


def _rows(first: int, band: Sequence[Column]) -> Iterator[Item]:
    """The articles that have values of a band, in order of number."""
    rows: dict[int, list[str]] = {}
    last: dict[int, int] = {}
    for rank, (term, numbers, levels) in enumerate(band):
        whole = term[0] in WHOLE
        for at, text in zip(numbers, levels, strict=True):
            step = pack((rank - last.get(at, 0),))
            rows.setdefault(at, []).append(step if whole else step + _bits(text))
            last[at] = rank
    return (Item(number_key(at), pack((len(rows[at]),)) + "".join(rows[at])) for at in sorted(rows))


@lru_cache(maxsize=1 << 14)
def _places(levels: str) -> int:
    return sum(1 << place for place, _ in read_levels(levels))


@lru_cache(maxsize=1 << 14)
def _bits(levels: str) -> str:
    places, parts = _places(levels), []
    while places >= _MORE:
        parts.append(places % _MORE + _MORE)
        places //= _MORE
    return pack((*parts, places))


def _names(items: list[Item]) -> str:
    rows = squeeze("\n".join(item.text for item in items))
    return f'"{base36(int(items[0].key, 36))}|{rows}"'
