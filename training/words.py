"""The words of a corpus: which are cut from their proclitics, and clusters of words used alike.

Run by `train.py`. Counts and clusters are all that is kept of the corpus.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from scipy.cluster.hierarchy import fcluster, linkage

from musnad.annotate.names.tagger.vocabulary import shape
from musnad.arabic.clitics import proclitics
from musnad.arabic.tokens import tokenize

LEAST = 8  # times a word must be met to be in a cluster
DIMENSIONS, WINDOW, EPOCHS = 100, 2, 5
CLUSTERS = 1000, 250, 60  # fine, middle, coarse: each nested in the next
# How often a word may at most be met with a proclitic, for each time it is met without: what is met oftener
# is a word of its own («كما» is no «ما» with ك). Read off words whose readings are known.
RATES = {"و": 0.7, "ف": 0.1, "ب": 0.5, "ل": 0.5, "ك": 0.05, "س": 0.3}


def texts(corpus: Path) -> Iterator[str]:
    """Titles and texts of a corpus of JSON lines, one article a text; articles met before are left out."""
    seen = set()
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            text = f"{article.get('title') or ''}\n{article.get('text') or ''}"
            if text not in seen:
                seen.add(text)
                yield text


def sentences(corpus: Path) -> Iterator[list[str]]:
    """The folded words and signs of each sentence of a corpus."""
    for text in texts(corpus):
        for part in re.split(r"\n|(?<=[.!?؟])\s", text):
            if words := [_shape(token.text) for token in tokenize(part)]:
                yield words


_shape = lru_cache(maxsize=1_000_000)(shape)


def stems(counts: Counter[str]) -> dict[str, int]:
    """How many letters of each word are proclitics, as the counts of words without them say."""
    found = {}
    for word, count in counts.items():
        for skip in proclitics(word)[1:]:
            rate = 1.0
            for letter in word[:skip]:
                rate *= RATES[letter]
            if counts[word[skip:]] >= 2 and count <= counts[word[skip:]] * rate:
                found[word] = skip
                break
    return found


def cut(words: list[str], skips: dict[str, int]) -> list[str]:
    """A sentence with each proclitic a word of its own."""
    found = []
    for word in words:
        if skip := skips.get(word):
            found += [f"{letter}+" for letter in word[:skip]]
            word = word[skip:]
        found.append(word)
    return found


def clusters(rows: list[list[str]], seed: int) -> dict[str, tuple[int, ...]]:
    """The clusters of words met in like company, fine to coarse; the same for the same rows and seed."""
    model = Word2Vec(
        rows, vector_size=DIMENSIONS, window=WINDOW, min_count=LEAST, sg=1, negative=5, sample=1e-4,
        epochs=EPOCHS, workers=1, seed=seed,
    )  # fmt: skip
    words = model.wv.index_to_key
    vectors = model.wv.vectors / np.linalg.norm(model.wv.vectors, axis=1, keepdims=True)
    centres, fine = _k_means(vectors, CLUSTERS[0], seed)
    tree = linkage(centres, "ward")
    levels = [np.arange(len(centres)), *(fcluster(tree, count, "maxclust") for count in CLUSTERS[1:])]
    return {word: tuple(int(level[id_]) for level in levels) for word, id_ in zip(words, fine, strict=True)}


def _k_means(vectors: np.ndarray, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Spherical k-means: centres and each vector's centre. Begins at vectors drawn at random."""
    random = np.random.default_rng(seed)
    centres = vectors[random.choice(len(vectors), count, replace=False)]
    nearest = np.zeros(len(vectors), int)
    for _ in range(25):
        nearest = np.concatenate(
            [np.argmax(vectors[at : at + 5000] @ centres.T, axis=1) for at in range(0, len(vectors), 5000)]
        )
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return centres, nearest


def vocabulary(corpus: Path, seed: int) -> dict[str, tuple[str, ...]]:
    """The words of a corpus without proclitics, each with its clusters, coarse to fine."""
    rows = list(sentences(corpus))
    skips = stems(Counter(word for row in rows for word in row))
    found = clusters([cut(row, skips) for row in rows], seed)
    return {
        word: tuple(f"{level}{id_}" for level, id_ in zip("abc", ids[::-1], strict=True))
        for word, ids in found.items()
        if word[:1].isalnum() and not word.endswith("+")
    }
