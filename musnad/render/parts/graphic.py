"""Which words of a text are graphic, so that a page warns first; they are listed in `data/graphic.txt`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from operator import contains

from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.arabic.tokens import tokenize
from musnad.model import Article

_UNSHOWN = ("residue",)  # zones that a page has folded already


def graphic(article: Article) -> tuple[str, ...]:
    """The graphic phrases of an article as they stand in it, each once, in reading order."""
    found: dict[str, None] = {}
    for block in article.blocks:
        if block.zone not in _UNSHOWN:
            found |= dict.fromkeys(_phrases(article.text[block.start : block.end]))
    return tuple(found)


def _phrases(text: str) -> list[str]:
    tokens = tokenize(text)
    stems = [_stems(token.text) for token in tokens]
    found = []
    for at, own in enumerate(stems):
        phrases = {phrase for stem in own for phrase in _listed().get(stem, ())}
        lengths = [len(phrase) for phrase in phrases if _stands(phrase, stems[at : at + len(phrase)])]
        if lengths:
            found.append(text[tokens[at].start : tokens[at + max(lengths) - 1].end])
    return found


def _stands(phrase: Sequence[str], stems: Sequence[frozenset[str]]) -> bool:
    return len(phrase) == len(stems) and all(map(contains, stems, phrase))


@cache
def _listed() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases, folded, by their first word."""
    text = resources.files("musnad.render").joinpath("data/graphic.txt").read_text("utf-8")
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            words = tuple(_bare(fold(word)) for word in line.split())
            found[words[0]].append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def _stems(word: str) -> frozenset[str]:
    """What a word is without the particles before it and without its article."""
    folded = fold(word)
    return frozenset(_bare(folded[length:]) for length in proclitics(folded))


def _bare(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
