"""Folding that keeps every code point in its place, so that what is found is found at its raw offsets."""

from __future__ import annotations

from functools import cache

from musnad.arabic.fold import table


def plain(text: str) -> str:
    """The text folded as far as every code point keeps its place."""
    return text.translate(_same_length())


@cache
def _same_length() -> dict[int, str]:
    return {code: letter for code, letter in table().items() if len(letter) == 1}
