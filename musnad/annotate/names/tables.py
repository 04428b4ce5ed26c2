"""The tables and word lists in `data/`, comment lines left out."""

from __future__ import annotations

from functools import cache
from importlib import resources

from musnad.arabic.fold import fold


def lines(name: str) -> list[str]:
    """The lines of a file of words."""
    text = resources.files("musnad.annotate.names").joinpath(f"data/{name}").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def table(name: str) -> list[list[str]]:
    """The rows of a tab-separated table, each a list of cells."""
    return [line.split("\t") for line in lines(name)]


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, folded."""
    return frozenset(fold(line) for line in lines(name))
