"""Clitics: one-letter words written as part of the next word, the article, and pronouns at a word's end.

The rules are data (`data/clitics.toml`); `static/analyzer.js` reads the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

_SIGNS = "\u0640\u064b-\u065f\u0670"
_MARK = f"[{_SIGNS}]*"


@cache
def data() -> dict[str, Any]:
    """The clitics as their file states them."""
    return tomllib.loads(resources.files("musnad.arabic").joinpath("data/clitics.toml").read_text("utf-8"))


@cache
def _chains() -> tuple[re.Pattern[str], ...]:
    """Conjunction, particle, and both; each with its marks, and two letters after it."""
    table = data()
    conjunction = f"[{''.join(table['conjunctions'])}]{_MARK}"
    future = f"{table['future']}{_MARK}(?=[{table['future_before']}])"
    particle = f"(?:[{''.join(table['prepositions'])}]{_MARK}|{future})"
    rest = f"(?=(?:[^{_SIGNS}]{_MARK}){{2}})"  # not \w: which letters it knows depends on Python's Unicode
    return tuple(re.compile(chain + rest) for chain in (conjunction, particle, conjunction + particle))


def proclitics(word: str) -> list[int]:
    """The lengths, in code points, of the leading و ف ب ك ل س that a word may have; 0 first, shortest first.

    Their vowel signs and tatweel go with them; the article stays. At least two letters are left.
    """
    return sorted({0, *(match.end() for chain in _chains() if (match := chain.match(word)))})


def stems(word: str, before_pronoun: Mapping[str, str] | None = None) -> list[str]:
    """What a word may be without its clitics: itself first, then ever less of it.

    Pronouns go last: «وقيادتهم» may be قيادتهم, وقياده, وقيادت, قياده … At least two letters are left, three
    before a pronoun. `before_pronoun` says what the end of a word before a pronoun is without it; by default
    in folded letters.
    """
    ends = before_pronoun or data()["before_pronoun"]
    cuts = sorted(_stems(word, ends), key=lambda cut: (cut[1] > 0, cut[:2]))
    return list(dict.fromkeys(stem for _lost, _pronoun, stem in cuts))


def guesses(form: str) -> list[str]:
    """What a folded word of a query may be found as, the likeliest first.

    Its stems, then these otherwise spelled, then without what they may be inflected with.
    `static/analyzer.js` finds the same.
    """
    found = stems(form)
    unseen = data()["unseen"]
    spelled = _endings(found, unseen["spelled"], 2)
    return list(dict.fromkeys((*found, *spelled, *_endings(found, unseen["inflected"], 3))))


def _endings(words: list[str], pairs: list[list[str]], least: int) -> Iterator[str]:
    """Words with another ending of at least so many letters; a pair is an ending and the other."""
    for word in words:
        for end, other in pairs:
            bare = word.removesuffix(end) + other
            if word.endswith(end) and len(bare) >= least:
                yield bare


def _stems(word: str, before_pronoun: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Stems, after the number of letters they lost, and how many of these to a pronoun."""
    table = data()
    for start in proclitics(word):
        yield start, 0, word[start:]
        for pronoun in table["pronouns"]:
            end = len(word) - len(pronoun)
            if end - start >= 3 and word.endswith(pronoun):
                lost, stem = start + len(pronoun), word[start:end]
                for ending, bare in before_pronoun.items():
                    if stem.endswith(ending):
                        yield lost, len(pronoun), stem.removesuffix(ending) + bare
                yield lost, len(pronoun), stem
        for article in table["articles"]:
            head = start + len(article)
            if word.startswith(article, start) and len(word) - head >= 2:
                yield head, 0, word[head:]
