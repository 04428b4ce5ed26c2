"""Sorted lists cut into shards, such that lists with few differences have nearly all shards in common.

A shard is named by what it holds, and where a list is cut depends on the entries at the cut alone. Where
there are many shards, lists of them are cut in their turn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple
from zlib import crc32

from musnad.model import Output
from musnad.search.packing import pack
from musnad.search.squeeze import squeeze

# Letters of a shard of each list, about; of what is under its first letter.
SIZE = {"v": 2_500, "p": 900, "x": 1_100, "d": 500, "f": 2_500, "n": 700, "k": 1_200, "w": 1_200}
NAMES = 600  # letters of a shard of names, about
TOP = 300  # shards that a list's top may name
_AT_ONCE = 64  # parts of a list given to `spread` at once
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Item(NamedTuple):
    """A key of a list, and what the list has under it."""

    key: str
    text: str
    forms: str = ""


class Shard(NamedTuple):
    """A part of a list: its first key, its name, its script."""

    first: str
    name: str
    script: bytes


Write = Callable[[list[Item]], str]
Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


def number_key(number: int) -> str:
    """A number as a key: keys are in the order of the numbers."""
    return f"{base36(number):0>8}"


def base36(number: int) -> str:
    """A natural number in the letters of DIGITS."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


def numbered(items: list[Item]) -> str:
    """The payload of items keyed by numbers: each number less the one before it, and what is under it."""
    numbers = [int(item.key, 36) for item in items]
    steps = (pack((number - last,)) for last, number in zip((0, *numbers), numbers, strict=False))
    return '"' + "".join(step + item.text for step, item in zip(steps, items, strict=True)) + '"'


def _names(items: list[Item]) -> str:
    return '"' + _told(items) + '"'


def _told(items: list[Item]) -> str:
    """A level of a list: the first keys of its shards, and their hashes."""
    return squeeze("\n".join(item.key for item in items)) + "|" + "".join(item.text for item in items)


def tree(
    kind: str, items: Iterable[Item], write: Write, spread: Spread = map
) -> Generator[Output, None, dict[str, Any]]:
    """A list as shards. Its top: of each shard first key and hash, `depth` levels above those of the list.

    `write` makes a shard's payload; `spread` calls a function for many parts of the list, in order.
    """
    parts = _parts(kind, items, SIZE[kind[0]])
    written = spread(partial(_written, kind, write), iter(lambda: list(islice(parts, _AT_ONCE)), []))
    return (yield from grown(kind, chain.from_iterable(written)))


def grown(kind: str, shards: Iterable[Shard]) -> Generator[Output, None, dict[str, Any]]:
    """A list whose shards are written; returns its top as `tree` does."""
    top = yield from _level(kind, shards)
    depth = 0
    while len(top) > TOP:
        above = f"{kind}{depth}"
        top = yield from _level(above, _written(above, _names, _parts(above, top, NAMES)))
        depth += 1
    return {"depth": depth, "shards": _told(top)}


def _level(kind: str, shards: Iterable[Shard]) -> Generator[Output, None, list[Item]]:
    found: list[Item] = []
    for first, name, data in shards:
        found.append(Item(first, name.removeprefix(f"{kind}-")))
        yield Output(f"search/{name}.js", data)
    return found


def shards(kind: str, items: Iterable[Item], write: Write) -> list[Shard]:
    """A list's shards, where it stands by itself or other items never stand between its own."""
    return _written(kind, write, _parts(kind, items, SIZE[kind[0]]))


def _written(kind: str, write: Write, parts: Iterable[list[Item]]) -> list[Shard]:
    found = []
    for part in parts:
        payload = write(part)
        name = named(kind, payload)
        found.append(Shard(part[0].key, name, script(name, payload)))
    return found


def _parts(kind: str, items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    listed = list(items)
    keys = [crc32(item.key.encode()) for item in listed]
    letters = [len(key) + len(text) + len(forms) for key, text, forms in listed]
    return (listed[first:last] for first, last in cuts(kind, size, keys, letters))


def cuts(salt: str, size: int, keys: Sequence[int], letters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where a list is cut into parts of about `size` letters; lists with few differences are cut alike.

    `keys` are the items' as numbers. A part ends past twice the size; else past half of it with a likelihood
    of the next item's letters / half the size, drawn from the item's key alone.
    """
    salted = crc32(salt.encode())
    first, had, half, twice, most = 0, 0, size // 2, size * 2, size * 4
    for at, more in enumerate(letters):
        if had + more > most or (
            had > half
            and (had > twice or ((keys[at] ^ salted) * 2_654_435_761 & 0xFFFF_FFFF) * size < more << 33)
        ):
            if at:
                yield first, at
            first, had = at, 0
        had += more
    if letters:
        yield first, len(letters)


def named(kind: str, payload: str) -> str:
    """The name of the script of a list that has this payload."""
    return f"{kind}-{hashed(payload, 10)}"


def hashed(payload: str, letters: int) -> str:
    """What tells a payload from others: letters and digits of five bits each, no capitals."""
    digest = hashlib.sha256(payload.encode()).digest()
    return "".join(DIGITS[byte & 31] for byte in digest[:letters])


def script(name: str, payload: str) -> bytes:
    """A script of this name with this payload."""
    return f'musnad_index("{name}",{payload});\n'.encode()
