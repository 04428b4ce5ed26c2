"""Ranking: BM25F with levels, computed in Python; the browser only adds up.

A document is an article or a statement. A term's weight in a document sums its occurrences in the four
fields, each times the field's weight; in the second field (the text) divided by 1 - b + b * length / usual,
where length counts the field's words and usual is what a text of the kind commonly has. weight / (weight +
k1), between 0 and 1, is kept as one of LEVELS: a posting is then one letter, and the same whatever else there
is in the archive. N is the number of all documents; n the number of those that have a term, to its four
leading binary digits, since else one more article would alter every frequent term. The term is worth

    idf = ln(1 + (N - n + 0.5) / (n + 0.5)), rounded to four decimals,

and gains the document idf * level / LEVELS, times 10,000, rounded to an integer, at least 1. A document's
score is the sum of the gains of the query's terms that it matches. Rounding is floor(x + 0.5), and sums are
of integers, so their order makes no difference. Equal scores: the later day first, then by the article's id,
the article before its statements, and these in their order.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from musnad.search.numbers import rounded

LEVELS = 32


@cache
def parameters() -> dict[str, Any]:
    """`k1`, `b`, `usual` lengths and the fields' `weights`, from `data/ranking.toml`."""
    return tomllib.loads(resources.files("musnad.search").joinpath("data/ranking.toml").read_text("utf-8"))


def idf(documents: int, having: int) -> float:
    """What a term is worth that `having` of all `documents` have."""
    about = rounded(having)
    return math.floor(math.log(1 + (documents - about + 0.5) / (about + 0.5)) * 10000 + 0.5) / 10000


def level(occurrences: Iterable[int], length: int, statement: bool) -> int:
    """How much a term weighs in a document: 1 to LEVELS - 1; `occurrences` are 4 * position + field."""
    k1, b, usual, weights = _numbers()
    text = weights[1] / (1 - b + b * length / usual[statement])
    weight = sum(text if (field := at % len(weights)) == 1 else weights[field] for at in occurrences)
    return min(max(math.floor(weight / (weight + k1) * LEVELS + 0.5), 1), LEVELS - 1)


@cache
def _numbers() -> tuple[float, float, list[float], list[float]]:
    known = parameters()
    return float(known["k1"]), float(known["b"]), known["usual"], known["weights"]


def gain(worth: float, level: int) -> int:
    """What a term of this `worth` gains a document where it has this level."""
    return max(1, math.floor(worth * level * 10000 / LEVELS + 0.5))
