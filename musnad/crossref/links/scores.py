"""How sure a rule's links are: the share that was right of those judged by hand (`data/scores.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

from musnad.model import Value


class Judged(Value, frozen=True):
    """How many links of a rule were judged, and how many of them were right."""

    right: int
    of: int


@cache
def _judged() -> dict[str, Judged]:
    text = resources.files("musnad.crossref.links").joinpath("data/scores.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Judged])


@cache
def score(rule: str) -> float:
    """The share of a rule's links that were right, one right and one wrong added; else one half."""
    judged = _judged().get(rule, Judged(0, 0))
    return round((judged.right + 1) / (judged.of + 2), 3)
