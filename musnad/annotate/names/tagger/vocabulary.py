"""What a news corpus says about words: which are used alike, and where a word is cut from its proclitics."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold


class Vocabulary(NamedTuple):
    """Words that the corpus has often enough, without proclitics, and the clusters of words used alike.

    A word is in three, each inside the next: «c907» fine, «b31» middle, «a12» coarse.
    """

    words: Mapping[str, tuple[str, ...]]

    def skip(self, word: str) -> int:
        """How many letters of a word, given in the form of `shape`, are proclitics.

        A word that the corpus knows as it is has none; of another the fewest that leave a known word.
        """
        if word in self.words:
            return 0
        return next((skip for skip in proclitics(word)[1:] if word[skip:] in self.words), 0)

    def clusters(self, stem: str) -> tuple[str, ...]:
        """The clusters of a word without proclitics; «a?» of one the corpus has seldom or never."""
        return self.words.get(stem, ("a?",))


def shape(word: str) -> str:
    """A word as the tagger compares words: folded, any number as «0»."""
    folded = fold(word)
    return "0" if folded[:1].isdigit() else folded


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships: `data/vocabulary.tsv.gz`, a word and its clusters a line."""
    file = resources.files("musnad.annotate.names").joinpath("data/vocabulary.tsv.gz")
    rows = (line.split("\t") for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines())
    return Vocabulary({word: tuple(clusters) for word, *clusters in rows})
