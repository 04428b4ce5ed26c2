"""The facets' values for the browser: for each facet, of each article the values that its documents have.

A facet's values are ranked by how many documents have them (facets.order), with room between the ranks, and
cut into bands. Each band is a list of its own (lists.py), so that the browser reads no further than it takes
for the most frequent ones: a value of a later band is in no more documents than its head tells.

    f<letter><band>   an article's number -> its values: how many, and of each the rank less the one before it
                      (the first: less the band's first) and its documents as the bits of numbers, the
                      article lowest, bit 30 of a number telling that another follows; these are left out
                      where all documents have the value (facets.WHOLE)
    n<letter>         ranks -> rows "value names", see facets.labels; empty where nothing has the rank
    f<letter>         of each band its first rank, and the most documents that have a value; the lists' tops
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

import msgspec

from musnad.model import Entity, Output
from musnad.search.facets import COUNTED, WHOLE, labels, order
from musnad.search.lists import Item, base36, named, number_key, numbered, script, tree
from musnad.search.numbers import places
from musnad.search.packing import pack, read_levels
from musnad.search.squeeze import squeeze

BANDS = (64, 1024)  # values of all but the last bands, at most where a power of two has no more
_ROOM = 2  # ranks for every value
_MORE = 1 << 30

Column = tuple[str, Sequence[int], Sequence[str]]  # a value, the articles that have it, their packing.levels
Ranked = tuple[int, int, Column]  # a value's rank, how many documents have it


def columns(
    values: Iterable[Column], sizes: Mapping[int, int], entities: Mapping[str, Entity]
) -> Generator[Output, None, dict[str, str]]:
    """The scripts; returns the name of each facet's head by its letter. `sizes`: articles' documents."""
    ranked: dict[str, list[tuple[tuple[int, int, str], int, Column]]] = {letter: [] for letter in COUNTED}
    for column in values:
        term, numbers, levels = column
        if term[0] in WHOLE:
            total = sum(map(sizes.__getitem__, numbers))
        else:
            total = sum(_places(text).bit_count() for text in levels)
        ranked[term[0]].append((order(term, total), total, column))
    heads = {}
    for letter, found in ranked.items():
        head = yield from _facet(letter, list(_ranks(sorted(found))), entities)
        heads[letter] = named(f"f{letter.lower()}", head)
        yield Output(f"search/{heads[letter]}.js", script(heads[letter], head))
    return heads


def _ranks(ordered: Iterable[tuple[tuple[int, int, str], int, Column]]) -> Iterator[list[Ranked]]:
    """The values by the powers of two of their totals; there is room between ranks, see numbers.py."""
    base = 0
    for _, same in groupby(ordered, key=lambda row: row[0][0]):
        some = list(same)
        bits = (len(some) * _ROOM - 1).bit_length()
        drawn = (key[1] >> 32 - bits for key, _, _ in some)
        ranks = (base + place for place in places(drawn, bits, len(some)))
        yield [(rank, total, column) for rank, (_, total, column) in zip(ranks, some, strict=True)]
        base += 1 << bits


def _facet(
    letter: str, powers: Sequence[list[Ranked]], entities: Mapping[str, Entity]
) -> Generator[Output, None, str]:
    kind = f"f{letter.lower()}"
    bands: list[list[Ranked]] = []
    had = 0
    for some in powers:
        if not bands or (len(bands) <= len(BANDS) and had + len(some) > BANDS[len(bands) - 1]):
            bands.append([])
        bands[-1] += some
        had += len(some)
    lists = {}
    for at, band in enumerate(bands):
        lists[f"{kind}{at}"] = yield from tree(f"{kind}{at}", _rows(band), numbered)
    names = (
        Item(number_key(rank), f"{term[2:]} {labels(term, entities)}".rstrip())
        for band in bands
        for rank, _, (term, _, _) in band
    )
    lists[f"n{letter.lower()}"] = yield from tree(f"n{letter.lower()}", names, _names)
    firsts = [(band[0][0], max(total for _, total, _ in band)) for band in bands]
    return msgspec.json.encode({"bands": firsts, **lists}).decode()


def _rows(band: Sequence[Ranked]) -> Iterator[Item]:
    """The articles that have values of a band, in order of number."""
    rows: dict[int, list[str]] = {}
    last: dict[int, int] = {}
    first = band[0][0]
    for rank, _, (term, numbers, levels) in band:
        whole = term[0] in WHOLE
        for at, text in zip(numbers, levels, strict=True):
            step = pack((rank - last.get(at, first),))
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
    first = int(items[0].key, 36)
    rows = [""] * (int(items[-1].key, 36) - first + 1)
    for item in items:
        rows[int(item.key, 36) - first] = item.text
    return f'"{base36(first)}|{squeeze(chr(10).join(rows))}"'
