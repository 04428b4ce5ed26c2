"""The tokens of an article, taken once for all that reads it."""

from __future__ import annotations

from functools import lru_cache

from musnad.arabic.tokens import Token, tokenize


@lru_cache(maxsize=1)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of an article's text; those of the last one asked for are kept."""
    return tuple(tokenize(text))
