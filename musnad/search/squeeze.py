"""Text squeezed for scripts: pieces of words in Huffman codes, six bits a letter of the base64 alphabet.

A table of pieces that comes with the program beats a general compressor on texts as short as an article,
needs nothing of the browser, and gives the same bytes on every machine, which zlib does not. The table is
`data/pieces.json`, made by `training/pieces.py`: the pieces whose codes have 1, 2, 3 … bits. Codes are
canonical: those of a length count up in the table's order and go on from the next shorter ones'. After the
piece NUL a UTF-16 unit follows as it is, in 16 bits. `static/search-index.js` reads this.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib import resources

import msgspec

_ESCAPE = "\0"
_WORD = re.compile(r" ?[^\s=]{1,40}|[\s=]")
_MANY = 1 << 17  # words whose bits are at hand
_NEVER = 1 << 30
_Node = dict[str, tuple["_Node", str]]


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


def squeeze(text: str) -> str:
    """A text in letters of the base64 alphabet."""
    bits = "".join(map(_bits, _WORD.findall(text)))
    if not bits:
        return ""
    # Filled up with ones: the table gives no piece a code of five ones or fewer.
    filled = bits + "1" * (-len(bits) % 24)
    data = int(filled, 2).to_bytes(len(filled) // 8, "big")
    return b64encode(data).decode("ascii")[: -(-len(bits) // 6)]


class _Bits(dict[str, str]):
    """Words in as few bits as pieces allow; those of many words are kept."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MANY:
            self.clear()
        rest = [""] * (len(word) + 1)  # the bits from each letter to the end
        for at in range(len(word) - 1, -1, -1):
            least, bits, node = _NEVER, "", _tree()
            for end in range(at, len(word)):
                if word[end] not in node:
                    break
                node, code = node[word[end]]
                if code and len(code) + len(rest[end + 1]) < least:
                    bits = code + rest[end + 1]
                    least = len(bits)
            rest[at] = bits or _escaped(word[at]) + rest[at + 1]
        self[word] = rest[0]
        return rest[0]


_bits = _Bits().__getitem__


@cache
def _tree() -> _Node:
    """The pieces letter by letter: what may follow, and the code of the piece that ends here, if one does."""
    tree: _Node = {}
    for piece, code in _codes().items():
        node = tree
        for letter in piece[:-1]:
            node = node.setdefault(letter, ({}, ""))[0]
        node[piece[-1]] = node.get(piece[-1], ({}, ""))[0], code
    del tree[_ESCAPE]
    return tree


def _escaped(letter: str) -> str:
    data = letter.encode("utf-16-be", "surrogatepass")
    units = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    return "".join(f"{_codes()[_ESCAPE]}{unit:016b}" for unit in units)
