"""The tables of words in `data/`: tab-separated, comment lines left out."""

from __future__ import annotations

from importlib import resources


def table(name: str) -> list[list[str]]:
    """The rows of a table, each a list of cells."""
    text = resources.files("musnad.annotate").joinpath(f"data/{name}").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
