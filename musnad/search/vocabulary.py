"""From a word of a query to the terms of the index.

The vocabulary leads from forms to terms: every form that occurs to the terms it occurs as, every term from
itself, and a form that does not occur to the terms that the dictionary has for it. (One that occurs only as a
name is no word of the dictionary here.) A headword that is not in the archive leads to itself, where it
could be taken for another word with clitics: «وزير» is not و and «زير». A form that the vocabulary does not
have is tried without its clitics, as long as possible, then otherwise spelled or inflected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from sys import intern

from musnad.arabic import lemmas
from musnad.arabic.clitics import guesses
from musnad.arabic.fold import fold

Readings = dict[str, tuple[str, ...]]


@cache
def readings() -> Readings:
    """The dictionary: every folded form it has -> the folded lemmas of the words so written; a second.

    A headword of the lexicon has itself among them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word, term in lemmas.forms():
        form = fold(word)
        before = found.get(form, ())
        if term != form and term not in before and len(term) > 1:  # «به» is no search for «ب»
            found[form] = (*before, intern(term))
    for word in sorted(lemmas.headwords()):
        found[word] = (*found.get(word, ()), word)
    return found


def vocabulary(forms: Iterable[tuple[str, str]], readings: Readings) -> dict[str, list[str]]:
    """Form -> terms, sorted, of an index with these forms and terms."""
    seen: dict[str, set[str]] = {}
    for form, term in forms:
        seen.setdefault(form, set()).add(term)
    terms = set().union(*seen.values())
    found = {form: set(some) for form, some in seen.items()}
    for term in terms:
        found.setdefault(term, set()).add(term)
    for form, known in readings.items():
        if form not in seen and (present := terms.intersection(known)):
            found.setdefault(form, set()).update(present)
    held = frozenset(found)
    for form, known in readings.items():
        if form not in held and form in known and not held.isdisjoint(guesses(form)):
            found[form] = {form}
    return {form: sorted(found[form]) for form in sorted(found)}


def resolve(form: str, terms: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """The terms a word of a query is searched under, sorted; `terms` looks a form up in the vocabulary."""
    return next((tuple(found) for stem in guesses(form) if (found := sorted(terms(stem)))), ())
