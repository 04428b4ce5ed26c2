"""Text -> words as the index knows them: their folded form, and the term under which they are found.

The term of a word is its lemma; of a person's or place's name, the folded name itself without proclitics and
article, so that «سارة» is not found as an inflected form of another word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.model import Mention, Value

PROPER = ("person", "place")
_NAMES = (*PROPER, "organization", "group", "event")


class Word(NamedTuple):
    """A word or number: its folded form, the term under which it is found, where in its article it starts."""

    form: str
    term: str
    start: int = 0


class Names(Value, frozen=True):
    """Where names stand in a text: the code points inside persons' and places', and where any name starts."""

    proper: frozenset[int] = frozenset()
    starts: frozenset[int] = frozenset()


def names(mentions: Iterable[Mention]) -> Names:
    """The places of the names among an article's mentions."""
    named = [mention for mention in mentions if mention.type in _NAMES]
    return Names(
        proper=frozenset(at for m in named if m.type in PROPER for at in range(m.start, m.end)),
        starts=frozenset(m.start for m in named),
    )


def words(text: str, known: Names | None = None, offset: int = 0) -> tuple[Word, ...]:
    """The words and numbers of a text in order; signs are none. `offset`: where in its article it stands."""
    return tuple(
        Word(form, _term(form, text[start:end], start + offset, known), start + offset)
        for form, start, end in analyze(text)
    )


def name_words(name: str, proper: bool) -> tuple[Word, ...]:
    """The words of a name that stands by itself, such as an alias; `proper`: a person's or place's."""
    inside = frozenset(range(len(name)) if proper else ())
    return words(name, Names(proper=inside, starts=frozenset((0,))))


def _term(form: str, word: str, at: int, known: Names | None) -> str:
    if "0" <= form[0] <= "9":
        return form
    if known is None:
        return lemma(word)
    start = next((i for i in range(len(word)) if at + i in known.starts), 0)
    proper = at + len(word) - 1 in known.proper
    return bare(fold(word[start:])) if proper else lemma(word[start:])


def bare(name: str) -> str:
    """A folded name without its article: «الباغوز» and «للباغوز» are «باغوز»; «الله» stays."""
    return name[2:] if name.startswith(("ال", "لل")) and len(name) > 4 else name
