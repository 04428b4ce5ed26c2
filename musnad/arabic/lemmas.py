"""Lemmas: the word of the dictionary behind a word of a text, folded."""

from __future__ import annotations

from functools import lru_cache

import simplemma
from pyarabic.araby import strip_tashkeel, strip_tatweel

from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold


@lru_cache(maxsize=1 << 17)
def lemma(word: str) -> str:
    """The folded lemma of a word as it stands in a text («وبالسيارات» → «سياره»)."""
    plain = strip_tashkeel(strip_tatweel(word))
    for length in proclitics(plain):
        rest = plain[length:]
        if simplemma.is_known(rest, lang="ar"):
            return fold(simplemma.lemmatize(rest, lang="ar"))
    for length in reversed(proclitics(plain)):
        rest = plain[length:]
        if rest.startswith("ال") and len(rest) > 4:
            return fold(rest[2:])
    return fold(plain)
