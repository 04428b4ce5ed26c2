"""Text squeezed for scripts: pieces of words in Huffman codes, six bits a letter of the base64 alphabet.

A table of pieces that comes with the program beats a general compressor on texts as short as an article,
needs nothing of the browser, and gives the same bytes on every machine, which zlib does not. The table is
`data/pieces.json`, made by `training/pieces.py`: the pieces whose codes have 1, 2, 3 … bits. Codes are
canonical: those of a length count up in the table's order and go on from the next shorter ones'. After the
piece NUL a UTF-16 unit follows as it is, in 16 bits. `static/search-index.js` reads this.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

from musnad.search.packing import LETTERS

_ESCAPE = "\0"
_WORD = re.compile(r" ?[^\s]+|\s")


@cache
def pieces() -> list[list[str]]:
    """The table: at index n the pieces with codes of n + 1 bits."""
    data = resources.files("musnad.search").joinpath("data/pieces.json").read_bytes()
    return msgspec.json.decode(data, type=list[list[str]])


@cache
def _codes() -> dict[str, str]:
    codes, code = {}, 0
    for length, row in enumerate(pieces(), 1):
        code *= 2
        for piece in row:
            codes[piece] = f"{code:0{length}b}"
            code += 1
    return codes


@cache
def _sextets() -> dict[str, str]:
    return {f"{value:06b}": letter for value, letter in enumerate(LETTERS)}


def squeeze(text: str) -> str:
    """A text in letters of the base64 alphabet."""
    bits = "".join(map(_bits, _WORD.findall(text)))
    if not bits:
        return ""
    # Filled up with ones: the table gives no piece a code of five ones or fewer.
    bits += "1" * (-len(bits) % 6)
    sextets = _sextets()
    return "".join([sextets[bits[at : at + 6]] for at in range(0, len(bits), 6)])


@lru_cache(maxsize=1 << 17)
def _bits(word: str) -> str:
    """A word in as few bits as its pieces allow."""
    codes = _codes()
    best: list[tuple[int, str]] = [(0, "")]
    for end in range(1, len(word) + 1):
        ways = [
            (best[start][0] + len(code), best[start][1] + code)
            for start in range(max(0, end - _longest()), end)
            if (code := codes.get(word[start:end])) and word[start:end] != _ESCAPE
        ]
        best.append(min(ways) if ways else _escaped(best[-1], word[end - 1]))
    return best[-1][1]


@cache
def _longest() -> int:
    return max(map(len, _codes()))


def _escaped(before: tuple[int, str], letter: str) -> tuple[int, str]:
    units = letter.encode("utf-16-be", "surrogatepass")
    code = "".join(
        f"{_codes()[_ESCAPE]}{int.from_bytes(units[at : at + 2], 'big'):016b}"
        for at in range(0, len(units), 2)
    )
    return before[0] + len(code), before[1] + code
