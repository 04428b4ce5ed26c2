"""The query language: words, "phrases", `-` for without, `OR` (also | and أو) for either.

All of a query's clauses must match; a clause matches where one of its phrases does; no excluded phrase may.
OR joins its two neighbours only: «a b OR c» asks for a, and for b or c. What is written together (19/3/2019,
user@host) is a phrase. A sign without its counterpart is no operator and is passed over.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.model import Value


class Asked(NamedTuple):
    """A word of a query: its folded form, and as it was typed."""

    form: str
    typed: str


Phrase = tuple[Asked, ...]  # its words in order; a single word is a phrase of one
Clause = tuple[Phrase, ...]


class Query(Value, frozen=True):
    """What is asked for. `cut`: the query had more words than are searched for, and the last are left out."""

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    cut: bool = False


class _Item(NamedTuple):
    phrase: Phrase
    excluded: bool
    either: bool  # whether it is another choice for the item before it


@cache
def signs() -> dict[str, Any]:
    """The table of the language's signs, `data/query.toml`."""
    return tomllib.loads(resources.files("musnad.search").joinpath("data/query.toml").read_text("utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    quotes, spaces, minus = (re.escape(signs()[name]) for name in ("quotes", "spaces", "not"))
    return re.compile(
        f"({minus}?)(?:[{quotes}]([^{quotes}]*)[{quotes}]|([^{quotes}{spaces}]+))|[{quotes}{spaces}]"
    )


def parse(text: str) -> Query:
    """A query as somebody typed it, as a tree. Never fails: what has no meaning is passed over."""
    clauses: list[Clause] = []
    excluded: list[Phrase] = []
    room = int(signs()["words"])
    cut = False
    for item in _items(text):
        if len(item.phrase) > room:
            cut = True
            break
        room -= len(item.phrase)
        if item.excluded:
            excluded.append(item.phrase)
        elif item.either and clauses:
            clauses[-1] = (*clauses[-1], item.phrase)
        else:
            clauses.append((item.phrase,))
    return Query(tuple(clauses), tuple(excluded), cut)


def _items(text: str) -> list[_Item]:
    items: list[_Item] = []
    either = False
    for found in _pattern().finditer(text):
        minus, quoted, plain = found.groups()
        if plain is not None and not minus and plain in signs()["or"]:
            either = bool(items)
            continue
        words = quoted if quoted is not None else plain or ""
        phrase = tuple(Asked(form, words[start:end]) for form, start, end in analyze(words))
        if phrase:
            items.append(_Item(phrase, bool(minus), either))
            either = False
    return items
