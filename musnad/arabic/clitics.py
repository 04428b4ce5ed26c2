"""Clitics: one-letter words written as part of the next word, and pronouns written as part of the last."""

from __future__ import annotations

import re

_MARK = "[\u0640\u064b-\u0652\u0670]*"
_CONJUNCTION = rf"[وف]{_MARK}"
_PARTICLE = rf"(?:[بكل]{_MARK}|س{_MARK}(?=[يتنأا]))"
_REST = rf"(?=(?:[^\W\d_]{_MARK}){{2}})"
_CHAINS = [re.compile(chain + _REST) for chain in (_CONJUNCTION, _PARTICLE, _CONJUNCTION + _PARTICLE)]


def proclitics(word: str) -> list[int]:
    """The lengths, in code points, of the leading و ف ب ك ل س that a word may have; 0 first, shortest first.

    Their vowel signs and tatweel go with them; the article stays. At least two letters are left.
    """
    return sorted({0, *(match.end() for chain in _CHAINS if (match := chain.match(word)))})
