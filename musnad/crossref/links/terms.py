"""The terms of a text: lemmas, names by their entity, numbers; and how much each tells.

A term is a folded lemma, «@» and an entity's id, or digits. What a lemma tells comes from how rare it is in
news at large (`data/frequencies.tsv`), never from the archive: a link does not change with other articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from math import log
from typing import NamedTuple

from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import Token, tokenize
from musnad.model import Mention

_ARTICLES = 10_000  # that the frequencies are counted in
_RARE = 5  # what a lemma that is not in the list is taken to have
NAME = "@"


class Term(NamedTuple):
    """A term, the words of the text it stands for, the lemma of the first, and where they are."""

    term: str
    words: str
    lemma: str
    start: int
    end: int


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a table of this package."""
    text = resources.files("musnad.crossref.links").joinpath(f"data/{name}").read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _weights() -> dict[str, float]:
    return {word: log(_ARTICLES / max(int(number), _RARE)) for word, number in lines("frequencies.tsv")}


def weight(term: str) -> float:
    """How much it tells that two texts share a lemma or number: 0 for في, 7.6 for a rare word."""
    return _weights().get(term, log(_ARTICLES / _RARE))


def terms(text: str, start: int, names: Sequence[Mention]) -> list[Term]:
    """The terms of a stretch of text that begins at `start`, in order; `names` are the mentions in it."""
    found: list[Term] = []
    waiting = [m for m in names if m.entity]
    skip = -1
    for token in tokenize(text):
        place = start + token.start
        if place < skip:
            continue
        while waiting and waiting[0].end <= place:
            waiting.pop(0)
        if waiting and waiting[0].start < start + token.end and waiting[0].end > place:
            name = waiting.pop(0)
            skip = max(name.end, start + token.end)
            found.append(Term(NAME + str(name.entity), name.text, _lemma(token), name.start, name.end))
        elif token.kind != "sign":
            found.append(_word(token, start))
    return found


def _word(token: Token, start: int) -> Term:
    term = _lemma(token)
    return Term(term, token.text, term, start + token.start, start + token.end)


def _lemma(token: Token) -> str:
    return lemma(token.text) if token.kind == "word" else fold(token.text)
