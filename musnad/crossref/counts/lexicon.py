"""The words of `data/counts.toml`, by folded lemma."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("musnad.crossref.counts").joinpath("data/counts.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def forms(section: str) -> Mapping[str, str]:
    """A section of the data: folded word -> the row's key."""
    return {fold(word): key for key, row in _data()[section].items() for word in row}


@cache
def _lemmas(section: str) -> Mapping[str, str]:
    return {lemma(word): key for key, row in _data()[section].items() for word in row} | dict(forms(section))


@lru_cache(maxsize=65536)
def row(section: str, word: str) -> str | None:
    """The key of the row of a section that holds a word of a text, as it stands or by its lemma."""
    known = _lemmas(section)
    return known.get(fold(word)) or known.get(lemma(word))


@lru_cache(maxsize=65536)
def form(section: str, word: str) -> str | None:
    """The key of the row of a section that holds a word of a text as it stands, «و» before it aside."""
    known, folded = forms(section), fold(word)
    return known.get(folded) or known.get(folded.removeprefix("و"))
