"""The words of a text that are class words, however they are joined to what stands before them."""

from __future__ import annotations

from functools import lru_cache

from musnad.annotate.names.classes import ClassWord, class_words
from musnad.annotate.names.spelling import readings


@lru_cache(maxsize=100_000)
def announcing(word: str) -> tuple[tuple[int, str, ClassWord], ...]:
    """Each way a word reads as a class word: code points of proclitics, the folded class word, its entry."""
    found = ((reading.skip, reading.parts[0]) for reading in readings(word))
    return tuple((skip, key, class_words()[key]) for skip, key in found if key in class_words())
