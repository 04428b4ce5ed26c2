"""What may have been meant by a query that finds little or nothing.

A word that the index does not have is compared with the words that have its key (likeness.py); where none is
near, with those of whose keys or its own one class is left out, as SymSpell does with letters. A word that
the index has gives way only to one at distance 1 that very many more articles have. Before that the whole is
read as typed in the other keyboard layout. The same rules run in `static/search-near.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.arabic.fold import fold
from musnad.search import likeness
from musnad.search.likeness import FAR, arabic, keys, latin
from musnad.search.query import parse
from musnad.search.words import Words, Written, parted, shortened

FEW = 3  # results, below which another query may have been meant
_WORDS = 8  # of a longer query nothing is made
_OFFERED = 3  # for a single word
_RARER = 5  # levels by which a known word is rarer than another that was meant
_LIMITS = (0, 0, 0, 1, 2, 3, 3)  # distance at most, by a word's letters
_FARTHEST = 4


class _Like(NamedTuple):
    word: str
    distance: int
    level: int


def meant(text: str, words: Words, known: Callable[[str], bool]) -> list[str]:
    """The queries that may have been meant, best first; `known`: whether the index has a folded word."""
    exact, short = words.by_key()
    asked = [word for clause in parse(text).clauses for phrase in clause for word in phrase]
    if not 0 < len(asked) <= _WORDS:
        return []
    strange = [not known(word.form) for word in asked]
    other = retyped(text)
    forms = [form for form, _, _ in analyze(other)]
    if all(strange) and forms and all(map(known, forms)):
        return [other]
    found = [text]
    for word, unknown in zip(asked, strange, strict=True):
        some = _like(word.form, unknown, exact.get, short.get)[: _OFFERED if len(asked) == 1 else 1]
        if unknown and not some:
            return []
        if some:
            found = [query.replace(word.typed, one.word, 1) for query in found for one in some]
    return [query for query in found if query != text]


def retyped(text: str) -> str:
    """A text as its keys type it in the other layout: «jvhlf» is «ترامب»."""
    table = likeness.table()["keyboard"]
    two, one = table["joined"]
    if any(map(arabic, text)):
        pairs = dict(zip(table["arabic"], table["latin"], strict=True))
        return "".join(pairs.get(letter, letter) for letter in text.replace(two, one))
    pairs = {**dict(zip(table["latin"], table["arabic"], strict=True)), one: two}
    return "".join(pairs.get(key, key) for key in text.lower())


_ByKey = Callable[[str, Iterable[Written]], Iterable[Written]]


def _like(form: str, unknown: bool, exact: _ByKey, short: _ByKey) -> list[_Like]:
    """The words like a form, best first."""
    head, stem = parted(form)
    limit = _LIMITS[len(stem)] if len(stem) < len(_LIMITS) else _FARTHEST
    own = keys(stem)
    first = list(chain.from_iterable(exact(key, ()) for key in own))
    found = _near(head, stem, limit, first)
    if all(one.distance > 2 for one in found):
        less = list(dict.fromkeys(key for whole in own for key in shortened(whole)))
        others = chain(own, less)
        rows = (row for key in others for row in (short(key, ()), exact(key, ()) if key in less else ()))
        found |= _near(head, stem, limit, chain.from_iterable(rows))
    level = max((word.level for word in first if word.form == stem), default=-1)
    if not unknown:
        level = max(level, 0)
    kept = (one for one in found if level < 0 or (one.distance < 2 and one.level > level + _RARER))
    return sorted(kept, key=lambda one: (one.distance * 4 - one.level, one.word))


def _near(head: str, stem: str, limit: int, words: Iterable[Written]) -> set[_Like]:
    apart = ((word, _distance(stem, fold(word.written))) for word in words)
    return {_Like(head + word.written, cost, word.level) for word, cost in apart if 0 < cost <= limit}


def _distance(stem: str, form: str) -> int:
    if not arabic(form):
        return FAR
    return likeness.sounds(stem, form) if latin(stem) else likeness.distance(stem, form)
