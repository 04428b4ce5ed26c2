"""The word lists of `data/words.toml`, folded, as parts of patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from musnad.ingest.plain import plain


@cache
def words(name: str) -> frozenset[str]:
    """A list as it stands."""
    return frozenset(_data()[name])


@cache
def any_of(name: str) -> str:
    """A pattern for any word of a list, in folded text; the longest first."""
    folded = sorted({plain(word) for word in words(name)}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in folded) + ")"


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(resources.files("musnad.ingest").joinpath("data/words.toml").read_text("utf-8"))
