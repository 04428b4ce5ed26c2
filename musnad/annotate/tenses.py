"""Verbs of news in the past and the present tense. The list is `data/tenses.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def past() -> frozenset[str]:
    """Folded forms of the third person past: «صدر», «صدرت», «صدروا»."""
    return frozenset(verb + ending for verb in _verbs()["past"] for ending in ("", "ت", "وا"))


@cache
def present() -> frozenset[str]:
    """Folded forms of the third person present: «يلتقي», «تلتقي», «يلتقيان»."""
    return frozenset(
        person + verb[1:] + ending
        for verb in _verbs()["present"]
        for person in "يت"
        for ending in ("", "ان", "ون")
    )


@cache
def _verbs() -> dict[str, list[str]]:
    return tomllib.loads(resources.files("musnad.annotate").joinpath("data/tenses.toml").read_text("utf-8"))
