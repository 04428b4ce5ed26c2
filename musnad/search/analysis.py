"""Text -> words as the index knows them: their folded form, and the term under which they are found.

The term of a word is its lemma; of a person's or place's name, the folded name itself without proclitics and
article, so that «سارة» is not found as an inflected form of another word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import add

from musnad.arabic.analyzer import parts
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import alternating

PROPER = ("person", "place")
NAMES = (*PROPER, "organization", "group", "event")

Word = tuple[str, str]  # a word's or number's folded form, and the term under which it is found
Words = tuple[Word, ...]


def words(text: str) -> Words:
    """The words and numbers of a text in order; signs are none."""
    return tuple(one[:2] for token in alternating(text)[1::2] for one in _read(token))


@lru_cache(maxsize=1 << 16)
def name_words(name: str, proper: bool) -> Words:
    """The words of a name that stands by itself, such as an alias; `proper`: a person's or place's."""
    if not proper:
        return words(name)
    return tuple(
        (form, proper_term(form, name[start:end])) for form, _, start, end in zip(*placed(name), strict=True)
    )


def placed(text: str, at: int = 0) -> tuple[Sequence[str], Sequence[str], Sequence[int], Sequence[int]]:
    """Forms, terms, starts and ends of the words and numbers of a text that begins at a code point."""
    cut = alternating(text)
    read = list(map(_read, cut[1::2]))
    if not read:
        return (), (), (), ()
    places = list(accumulate(map(len, cut), initial=at))
    starts = places[1:-1:2]
    found = list(chain.from_iterable(read))
    forms, terms, firsts, lasts = zip(*found, strict=True)
    if len(found) == len(read):
        return forms, terms, starts, places[2::2]
    begun = [start for start, parts in zip(starts, read, strict=True) for _ in parts]
    return forms, terms, tuple(map(add, begun, firsts)), tuple(map(add, begun, lasts))


@lru_cache(maxsize=1 << 17)
def _read(token: str) -> tuple[tuple[str, str, int, int], ...]:
    return tuple((form, plain_term(form, token[start:end]), start, end) for form, start, end in parts(token))


def plain_term(form: str, word: str) -> str:
    """The term of a word that is no name, as it stands and folded."""
    return form if _number(form) else lemma(word)


def proper_term(form: str, word: str) -> str:
    """The term of a word of a person's or place's name."""
    return form if _number(form) else bare(fold(word))


def bare(name: str) -> str:
    """A folded name without its article: «الباغوز» and «للباغوز» are «باغوز»; «الله» stays."""
    return name[2:] if name.startswith(("ال", "لل")) and len(name) > 4 else name


def _number(form: str) -> bool:
    return "0" <= form[0] <= "9"
