"""Why two statements are linked, for who reads no Arabic: the gist of the texts' words that say so."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.arabic.gloss import gist

APART = " … "  # between words that do not follow each other in a text


def gists(words: Iterable[str]) -> tuple[str, ...]:
    """What to set after each of a reason's words: its gist in brackets, or nothing."""
    told = (", ".join(filter(None, map(gist, each.split(APART)))) for each in words)
    return tuple(f" ({each})" if each else "" for each in told)
