"""Text -> words as the index knows them: their folded form, and the term under which they are found.

The term of a word is its lemma; of a person's or place's name, the folded name itself without proclitics and
article, so that «سارة» is not found as an inflected form of another word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

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
    return tuple((form, term) for form, term, _, _ in placed(text))


@lru_cache(maxsize=1 << 16)
def name_words(name: str, proper: bool) -> Words:
    """The words of a name that stands by itself, such as an alias; `proper`: a person's or place's."""
    if not proper:
        return words(name)
    return tuple((form, proper_term(form, name[start:end])) for form, _, start, end in placed(name))


def placed(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Form, term, start and end of each word and number of a text."""
    at, cut = 0, alternating(text)
    for between, token in zip(cut[::2], cut[1::2], strict=False):
        at += len(between)
        for form, term, start, end in _read(token):
            yield form, term, at + start, at + end
        at += len(token)


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
