"""Makes musnad/search/data/pieces.json: the pieces of words that the browser's index is written in.

    python training/pieces.py CORPUS.jsonl.gz > musnad/search/data/pieces.json

Pairs of pieces that stand beside each other most often in the words of Arabic news are joined, again and
again (byte-pair encoding: Gage, A New Algorithm for Data Compression, 1994); then each piece gets the length
of its Huffman code. The corpus is JSON Lines with `title` and `text`.
"""

from __future__ import annotations

import gzip
import heapq
import json
import re
import sys
from collections import Counter
from itertools import count, pairwise

JOINS = 600
LONGEST = 15  # bits of a code
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\n\t«»،؛؟…–“”ـًٌٍَُِّْٰ٪٫٬٠١٢٣٤٥٦٧٨٩پچگڤی"


def words(path: str) -> Counter[str]:
    """The words of a corpus, each with the space before it, and how often they are there."""
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for index, line in enumerate(file):
            if index % 4 == 0:
                row = json.loads(line)
                found.update(re.findall(r" ?[^\s]+|\s", f"{row.get('title') or ''}\n{row['text']}"))
    return found


def joined(counted: Counter[str]) -> Counter[tuple[str, ...]]:
    """The words in pieces."""
    split = {tuple(word): number for word, number in counted.most_common(60_000)}
    for _ in range(JOINS):
        pairs: Counter[tuple[str, str]] = Counter()
        for pieces, number in split.items():
            for pair in pairwise(pieces):
                pairs[pair] += number
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        split = {_join(pieces, best): number for pieces, number in split.items()}
    return Counter(split)


def _join(pieces: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    if pair[0] not in pieces:
        return pieces
    made: list[str] = []
    for piece in pieces:
        if made and (made[-1], piece) == pair:
            made[-1] += piece
        else:
            made.append(piece)
    return tuple(made)


def lengths(counts: Counter[str]) -> dict[str, int]:
    """The lengths of the Huffman codes of pieces that are so frequent, none over LONGEST."""
    order = count()
    heap = [(number, next(order), [piece]) for piece, number in sorted(counts.items())]
    heapq.heapify(heap)
    depth = dict.fromkeys(counts, 0)
    while len(heap) > 1:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        for piece in one[2] + other[2]:
            depth[piece] += 1
        heapq.heappush(heap, (one[0] + other[0], next(order), one[2] + other[2]))
    if max(depth.values()) > LONGEST:
        return lengths(Counter({piece: number // 2 + 1 for piece, number in counts.items()}))
    return depth


def main() -> None:
    """Reads the corpus and prints the table."""
    split = joined(words(sys.argv[1]))
    counts = Counter(dict.fromkeys(ALWAYS, 1))
    for pieces, number in split.items():
        for piece in pieces:
            counts[piece] += number
    least = sum(counts.values()) >> LONGEST
    kept = Counter(
        {piece: n for piece, n in counts.items() if len(piece) > 1 or piece in ALWAYS or n > least}
    )
    kept["\0"] = sum(counts.values()) - sum(kept.values()) + least  # what follows is no piece
    rows: dict[int, list[str]] = {}
    for piece, length in lengths(kept).items():
        rows.setdefault(length, []).append(piece)
    table = [sorted(rows.get(length, [])) for length in range(1, LONGEST + 1)]
    print(json.dumps(table, ensure_ascii=False, indent=0))


if __name__ == "__main__":
    main()
