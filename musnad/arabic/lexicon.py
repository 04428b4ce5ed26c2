"""The lexicon: words and their forms, of `data/lexicon.tsv`, `data/verbs.tsv` and simplemma."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from musnad.arabic.fold import fold


class Verbs(NamedTuple):
    """The verb of each stem in the past and in the imperfect («ستسلم» of «يستسلموا»): folded lemmas."""

    past: Mapping[str, str]
    imperfect: Mapping[str, str]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in `data/`, as lists of columns."""
    text = resources.files("musnad.arabic").joinpath(f"data/{name}").read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def words() -> Mapping[str, str]:
    """Written word -> folded lemma: nouns, broken plurals, names, and what else rules do not reach."""
    return {form: lemma for lemma, forms in rows("lexicon.tsv") for form in forms.split()}


@cache
def verbs() -> Verbs:
    """The stems of verbs."""
    past: dict[str, str] = {}
    imperfect: dict[str, str] = {}
    for verb, pasts, imperfects in rows("verbs.tsv"):
        past.update(dict.fromkeys(pasts.split(), fold(verb)))
        imperfect.update(dict.fromkeys(imperfects.split(), fold(verb)))
    return Verbs(past, imperfect)


@cache
def dictionary() -> Mapping[str, str]:
    """simplemma's dictionary of Arabic: written word -> headword as written; loads in a third of a second."""
    return DEFAULT_DICTIONARY_FACTORY.get_dictionary("ar")


@cache
def english() -> Collection[str]:
    """simplemma's words of English, names with a capital; load in a seventh of a second."""
    return DEFAULT_DICTIONARY_FACTORY.get_dictionary("en").keys()


@cache
def written() -> Mapping[str, str]:
    """Folded lemma -> headword with its hamzas and dots, «اكد» -> «أكد»; a verb before other words."""
    headwords = {fold(word): word for word in sorted(set(dictionary().values()))}
    return headwords | {fold(verb): verb for verb, *_ in rows("verbs.tsv")}
