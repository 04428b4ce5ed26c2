"""Sorted lists cut into shards, such that lists with few differences have nearly all shards in common.

A shard is named by what it holds, and where a list is cut depends on the entries at the cut alone. Where
there are many shards, lists of them are cut in their turn.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, NamedTuple

from musnad.model import Output
from musnad.search.packing import pack
from musnad.search.squeeze import squeeze

# Letters of a shard of each list, about; of what is under its first letter.
SIZE = {"v": 2_500, "p": 1_800, "x": 2_500, "d": 500, "f": 2_500, "n": 700, "k": 2_500, "w": 2_500}
NAMES = 1_200  # letters of a shard of names, about
TOP = 60  # shards that a list's top may name
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Item(NamedTuple):
    """A key of a list, and what the list has under it."""

    key: str
    text: str
    forms: str = ""


Write = Callable[[list[Item]], str]
Spread = Callable[[Write, Iterable[list[Item]]], Iterable[str]]


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

    `write` makes a shard's payload; `spread` calls it for all of them, in order.
    """
    top = yield from _level(kind, items, write, SIZE[kind[0]], spread)
    depth = 0
    while len(top) > TOP:
        top = yield from _level(f"{kind}{depth}", top, _names, NAMES, map)
        depth += 1
    return {"depth": depth, "shards": _told(top)}


def _level(
    kind: str, items: Iterable[Item], write: Write, size: int, spread: Spread
) -> Generator[Output, None, list[Item]]:
    found: list[Item] = []
    firsts: deque[str] = deque()
    for payload in spread(write, _cut(kind, items, size, firsts)):
        name = named(kind, payload)
        found.append(Item(firsts.popleft(), name.removeprefix(f"{kind}-")))
        yield Output(f"search/{name}.js", script(name, payload))
    return found


def _cut(kind: str, items: Iterable[Item], size: int, firsts: deque[str]) -> Iterator[list[Item]]:
    """A list's parts; the first key of each is put into `firsts`."""
    piece: list[Item] = []
    cuts = Cuts(kind, size)
    for item in items:
        key, text, forms = item
        if cuts.before(zlib.crc32(key.encode()), len(text) + len(forms) + len(key)) and piece:
            firsts.append(piece[0].key)
            yield piece
            piece = []
        piece.append(item)
    if piece:
        firsts.append(piece[0].key)
        yield piece


class Cuts:
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
