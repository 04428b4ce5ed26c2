"""The statistical tagger: a conditional random field finds names by their letters and the words around.

The model (`data/tagger.crf`, its card `data/tagger.md`) is trained by `training/train.py` on news marked for
persons, places and bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import pycrfsuite

from musnad.annotate.names.match import Found, Word
from musnad.annotate.names.tagger.features import GUIDELINES, attributes, marks, sentences
from musnad.model import NameType

TYPES: dict[str, NameType] = {"PER": "person", "LOC": "place", "ORG": "organization"}


class Tagged(NamedTuple):
    """A name as the tagger sees it: first and last word in a row, type, and how probable it is (0..1)."""

    first: int
    last: int
    type: NameType
    score: float


def tagged(
    row: Sequence[Word], text: str, names: Sequence[Found], manner: str = GUIDELINES
) -> Iterator[Tagged]:
    """The names in a row of words, whole words each; `names` are what lists and rules see there.

    `manner` says by whose rules names are marked, the archive's own or a marked corpus's. The probability is
    that of the least sure word's label.
    """
    tagger = model()
    seen = marks(row, names)
    for start, end in sentences(row, text):
        tagger.set(attributes(row, text, seen, (start, end), manner))
        labels = tagger.tag()
        for first, last in _parts(row[start:end], spans(labels)):
            score = min(tagger.marginal(labels[at], at) for at in range(first, last + 1))
            yield Tagged(start + first, start + last, TYPES[labels[first][2:]], score)


def _parts(row: Sequence[Word], found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names, each cut where a sign stands in it that ends a name."""
    for first, last in found:
        ends = [at - 1 for at in range(first + 1, last + 1) if not row[at].joined]
        yield from zip([first, *(end + 1 for end in ends)], [*ends, last], strict=True)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last place of each name in IOB2 labels; an «I» that goes on no name begins one."""
    first = None
    for at, label in enumerate((*labels, "O")):
        if first is not None and label != f"I-{labels[first][2:]}":
            yield first, at - 1
            first = None
        if first is None and label != "O":
            first = at


@cache
def model() -> pycrfsuite.Tagger:
    """The shipped model, read once in a process."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_bytes())
    return tagger


@cache
def _bytes() -> bytes:
    """The model's file; kept, for the tagger reads in it and has no copy."""
    return resources.files("musnad.annotate.names").joinpath("data/tagger.crf").read_bytes()
