"""Ranking: one formula, computed alike here and in `static/search-index.js`.

BM25F. A document is an article or a statement; N is the number of all documents, n the number of those that
have a term. A term is worth

    idf = ln(1 + (N - n + 0.5) / (n + 0.5)), rounded to four decimals.

Its weight in a document sums its occurrences in the four fields, each times the field's weight; in the second
field (the text) divided by 1 - b + b * length / average, where length counts the field's words and average is
that of all documents of the same kind. What the term gains the document is

    idf * weight / (weight + k1), times 10,000, rounded to an integer, at least 1,

and a document's score is the sum of the gains of the query's terms that it matches. Rounding is
floor(x + 0.5), and sums are of integers, so their order makes no difference. Equal scores: the later day
first, then by the article's id, the article before its statements, and these in their order.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

FIELDS = 4


@cache
def parameters() -> dict[str, Any]:
    """`k1`, `b` and the fields' `weights`, from `data/ranking.toml`."""
    return tomllib.loads(resources.files("musnad.search").joinpath("data/ranking.toml").read_text("utf-8"))


def idf(documents: int, having: int) -> float:
    """What a term is worth that `having` of all `documents` have."""
    return math.floor(math.log(1 + (documents - having + 0.5) / (having + 0.5)) * 10000 + 0.5) / 10000


def gain(worth: float, counts: Sequence[int], length: int, average: float) -> int:
    """What a term of this `worth` gains a document where it occurs so often in each of its four fields."""
    k1, b, weights = float(parameters()["k1"]), float(parameters()["b"]), parameters()["weights"]
    weight: float = weights[0] * counts[0]
    weight += weights[1] * counts[1] / (1 - b + b * length / average)
    weight += weights[2] * counts[2]
    weight += weights[3] * counts[3]
    return max(1, math.floor(worth * weight / (weight + k1) * 10000 + 0.5))


def average(documents: int, length: int) -> float:
    """The average length of the texts of so many documents with so many words; 1 where there are none."""
    return length / documents if length else 1.0
