"""Forms of several words: «كتب» is books and wrote, and found by either. They are in `data/shared.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import NamedTuple

from musnad.arabic.clitics import stems
from musnad.arabic.fold import fold
from musnad.arabic.lexicon import rows

_SIGN = "-"  # after a form that is a term of its own; in no word


class Shared(NamedTuple):
    """Forms that several words have: folded lemmas that find them, and those of them that they find too."""

    by: frozenset[str]
    finds: frozenset[str]


@cache
def shared() -> Mapping[str, Shared]:
    """The term that stands for the forms -> their words."""
    return {term: words for term, _, words in _read()}


def term(form: str, lemma: str) -> str:
    """The term of a folded word of a text that has this lemma: of a form of several words the form's own."""
    if lemma in _any():
        for stem in stems(form):
            own = forms().get(stem)
            if own and (lemma == stem or lemma in shared()[own].by):
                return own
    return lemma


@cache
def forms() -> Mapping[str, str]:
    """Folded form -> the term that stands for it."""
    return {fold(form): term for term, some, _ in _read() for form in some}


def more(terms: Set[str]) -> set[str]:
    """The terms that words with these terms are found under besides: of shared forms, of words of these."""
    found = {one for term in terms for one in _by().get(term, ())}
    return found.union(*(shared()[term].finds for term in terms if term in shared()))


@cache
def _by() -> Mapping[str, Iterable[str]]:
    """Folded lemma -> the terms of the forms that it shares."""
    found: dict[str, list[str]] = {}
    for term, words in shared().items():
        for word in words.by:
            found.setdefault(word, []).append(term)
    return found


@cache
def words() -> frozenset[str]:
    """The folded lemmas of the words that share forms, and the terms of these."""
    return frozenset((*_by(), *shared()))


@cache
def _any() -> frozenset[str]:
    return frozenset((*_by(), *forms()))


@cache
def _read() -> tuple[tuple[str, tuple[str, ...], Shared], ...]:
    found = []
    for some, *columns in rows("shared.tsv"):
        both, only = ([fold(word) for word in column.split()] for column in (*columns, "")[:2])
        written = tuple(some.split())
        words = Shared(frozenset((*both, *only)), frozenset(both))
        found.append((fold(written[0]) + _SIGN, written, words))
    return tuple(found)
