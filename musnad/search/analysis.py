"""Text -> words as the index knows them: their folded form, and the term under which they are found.

The term of a word is its lemma, and of a form that several words have one of its own; of a person's or
place's name it is the folded name itself without proclitics and article, so that «سارة» is not found as an
inflected form of another word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import add

from musnad.arabic import shared
from musnad.arabic.analyzer import parts
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import alternating

PROPER = ("person", "place")
NAMES = (*PROPER, "organization", "group", "event")

_MANY = 1 << 18  # tokens whose words are at hand

Word = tuple[str, str]  # a word's or number's folded form, and the term under which it is found
Words = tuple[Word, ...]
Placed = tuple[Sequence[str], Sequence[str], Sequence[int], Sequence[int]]


def words(text: str) -> Words:
    """The words and numbers of a text in order; signs are none."""
    return tuple(one[:2] for some in map(_read, alternating(text)[1::2]) for one in some)


@lru_cache(maxsize=1 << 16)
def name_words(name: str, proper: bool) -> Words:
    """The words of a name that stands by itself, such as an alias; `proper`: a person's or place's."""
    if not proper:
        return words(name)
    return tuple(
        (form, proper_term(form, name[start:end])) for form, _, start, end in zip(*placed(name), strict=True)
    )


def placed(text: str) -> Placed:
    """Forms, terms, starts and ends of the words and numbers of a text."""
    cut = alternating(text)
    read = list(map(_read, cut[1::2]))
    if not read:
        return (), (), (), ()
    places = list(accumulate(map(len, cut), initial=0))
    starts = places[1:-1:2]
    found = list(chain.from_iterable(read))
    forms, terms, firsts, lasts = zip(*found, strict=True)
    if len(found) == len(read):
        return forms, terms, starts, places[2::2]
    begun = [start for start, parts in zip(starts, read, strict=True) for _ in parts]
    return forms, terms, tuple(map(add, begun, firsts)), tuple(map(add, begun, lasts))


class _Tokens(dict[str, tuple[tuple[str, str, int, int], ...]]):
    """The words in tokens; those of many tokens are kept."""

    def __missing__(self, token: str) -> tuple[tuple[str, str, int, int], ...]:
        if len(self) >= _MANY:
            self.clear()
        found = tuple((form, plain_term(form, token[a:b]), a, b) for form, a, b in parts(token))
        self[token] = found
        return found


_read = _Tokens().__getitem__


def plain_term(form: str, word: str) -> str:
    """The term of a word that is no name, as it stands and folded."""
    return form if _number(form) else shared.term(form, lemma(word))


def proper_term(form: str, word: str) -> str:
    """The term of a word of a person's or place's name."""
    return form if _number(form) else bare(fold(word))


def bare(name: str) -> str:
    """A folded name without its article: «الباغوز» and «للباغوز» are «باغوز»; «الله» stays."""
    return name[2:] if name.startswith(("ال", "لل")) and len(name) > 4 else name


def _number(form: str) -> bool:
    return "0" <= form[0] <= "9"
