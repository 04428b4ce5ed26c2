"""Class words: what stands before a name and says what it names. The list is `data/class_words.tsv`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from musnad.arabic.fold import fold
from musnad.model import NameType


class ClassWord(NamedTuple):
    """What a class word announces; whether it is `inside` the span; whether with it the name means the `same`."""

    type: str
    inside: bool
    same: bool


def table(name: str) -> list[list[str]]:
    """The rows of a table of names in `data/`: tab-separated, comment lines left out."""
    text = resources.files("musnad.annotate").joinpath(f"data/{name}").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def class_words() -> dict[str, ClassWord]:
    """The class words by their folded form, without and with the article."""
    found = {}
    for word, kind, place, means in table("class_words.tsv"):
        entry = ClassWord(kind, place == "inside", means == "same")
        found[fold(word)] = entry
    return found


def announces(word: str, kind: NameType) -> bool:
    """Whether a folded word is a class word for names of this type."""
    entry = class_words().get(word)
    return entry is not None and entry.type == kind
