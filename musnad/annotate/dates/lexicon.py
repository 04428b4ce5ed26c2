"""The words of dates and what each may be to the grammar; sets of senses as characters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from musnad.annotate import tenses
from musnad.annotate.quantities.lexicon import is_counted
from musnad.arabic import months
from musnad.arabic.fold import fold

Senses = Mapping[str, Any]  # what a word may be -> its value there
Phrases = Mapping[str, list[tuple[tuple[str, ...], Senses]]]

SIGNS = {
    **{"،": "comma", ",": "comma", "/": "slash", "\\": "slash", "(": "open", ")": "close", ":": "colon"},
    **dict.fromkeys("-–—−ـ", "dash"),
    **dict.fromkeys(".؟!؛…", "stop"),
}


# Senses by which a word only says something of what stands about it, and remains a word.
_ASIDE = frozenset(("named", "of_day", "become", "economy", "was", "relative", "did_not"))


@cache
def words() -> Mapping[str, Senses]:
    """The senses of single words, folded."""
    return {word: senses for word, senses in _entries().items() if " " not in word}


def unlisted(word: str) -> dict[str, None]:
    """The senses of a folded word that no list knows."""
    senses: dict[str, None] = {"thing" if is_counted(word) else "word": None}
    if word.startswith(("ال", "وال", "لل")):
        senses["definite"] = None
    return senses


@cache
def phrases() -> Phrases:
    """The phrases by their first word, the longest first: the words that follow, folded, and the senses."""
    found: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
    entries = _entries()
    for phrase in sorted(entries, key=lambda phrase: (-phrase.count(" "), phrase)):
        first, *tail = phrase.split()
        if tail:
            found.setdefault(first, []).append((tuple(tail), entries[phrase]))
    return found


@cache
def not_future() -> tuple[str, ...]:
    """How words begin, folded, that only look like a future verb."""
    return tuple(fold(start) for start in _source()["not_future"]["starts"])


@cache
def _entries() -> dict[str, dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}

    def add(phrase: str, sense: str, value: Any = None) -> None:
        entries.setdefault(" ".join(fold(phrase).split()), {})[sense] = value

    for sense, rows in _source().items():
        if sense != "not_future":
            for key, row in rows.items():
                for phrase in row:
                    add(phrase, sense, int(key) if key.lstrip("-").isdigit() else key)
    for verb in tenses.past():
        add(verb, "past")
    for verb in tenses.present():
        add(verb, "present")
    for name, month in months.names().items():
        add(name, "month" if month.certain else "maybe_month", month)
    for phrase, senses in entries.items():
        if senses.keys() <= _ASIDE:
            senses.update(unlisted(phrase))
    return entries


@cache
def _source() -> dict[str, dict[str, list[str]]]:
    source = resources.files("musnad.annotate.dates").joinpath("data/dates.toml")
    return tomllib.loads(source.read_text("utf-8"))


# The sets of senses that words have without being listed.
_UNLISTED = (
    *("number", "number pair_of_figures", "number year", "ordinal", "dotted", "and", "preposition"),
    *("word", "word definite", "word future", "thing", "thing definite", "thing future", "future"),
    *("sign", "month", "maybe_month", "point", "point guessed", "point lone"),
)


@cache
def _symbols() -> dict[frozenset[str], str]:
    sets = {frozenset(senses.split()) for senses in _UNLISTED} | {
        frozenset({sign}) for sign in SIGNS.values()
    }
    sets |= {frozenset(senses) for senses in _entries().values()}
    return {key: chr(0xE000 + n) for n, key in enumerate(sorted(sets, key=sorted))}


@lru_cache(maxsize=4096)
def _symbol(key: frozenset[str]) -> str:
    return _symbols()[key]


def symbol(senses: Senses) -> str:
    """The one character that stands for a set of senses in the string the grammar reads."""
    return _symbol(frozenset(senses))


@cache
def symbols(sense: str) -> str:
    """All the characters of words that have a sense. Raises KeyError where no word has it."""
    found = "".join(character for key, character in _symbols().items() if sense in key)
    if not found:
        raise KeyError(sense)
    return found


@cache
def symbols_of_any(senses: tuple[str, ...]) -> frozenset[str]:
    """All the characters of words that have one of these senses."""
    return frozenset("".join(map(symbols, senses)))
