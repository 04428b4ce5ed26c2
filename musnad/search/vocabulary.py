"""From a word of a query to the terms of the index.

The vocabulary leads from forms to terms: every form that occurs to the terms it occurs as, every term from
itself, and every form the dictionary knows of a term to it. A form it does not have is tried without proclitics
and article, as long as possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from musnad.arabic.fold import fold
from musnad.search import query


@cache
def readings() -> Mapping[str, frozenset[str]]:
    """The dictionary: every folded form it has -> the folded lemmas of the words so written."""
    found: dict[str, set[str]] = {}
    for word, headword in DefaultDictionaryFactory().get_dictionary("ar").items():
        if (form := fold(word)) != (term := fold(headword)):
            found.setdefault(form, set()).add(term)
    return {form: frozenset(terms) for form, terms in found.items()}


def vocabulary(forms: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Form -> terms, sorted, of an index with these forms and terms."""
    found: dict[str, set[str]] = {}
    terms = set()
    for form, term in forms:
        found.setdefault(form, set()).add(term)
        found.setdefault(term, set()).add(term)
        terms.add(term)
    for form, known in readings().items():
        if present := known & terms:
            found.setdefault(form, set()).update(present)
    return {form: sorted(found[form]) for form in sorted(found)}


def resolve(form: str, terms: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """The terms a word of a query is searched under, sorted; `terms` looks a form up in the vocabulary."""
    return next((tuple(found) for one in candidates(form) if (found := sorted(terms(one)))), ())


def candidates(form: str) -> Iterator[str]:
    """What a folded word may be, written with proclitics: itself first, then ever less of it."""
    for proclitic in ("", *query.signs()["proclitics"]):
        rest = form.removeprefix(proclitic)
        if form.startswith(proclitic) and (len(rest) >= 2 or not proclitic):
            yield rest
            for article in query.signs()["articles"]:
                if rest.startswith(article) and len(rest) >= len(article) + 2:
                    yield rest.removeprefix(article)
