"""From a word of a query to the terms of the index.

The vocabulary leads from forms to terms: every form that occurs to the terms it occurs as, every term from
itself, and a form that does not occur to the terms that the dictionary has for it. (One that occurs only as a
name is no word of the dictionary here.) A headword that is not in the archive leads to itself, where it
could be taken for another word with clitics: «وزير» is not و and «زير». A form that the vocabulary does not
have is tried without its clitics, as long as possible, then otherwise spelled or inflected, then as a foreign
word in another spelling («ديبلوماسي»); last as a name in another spelling or script («Trump», «ترمب»). Names
that the archive itself spells in several ways lead to each other, where that finds more. A form of several
words is a term of its own, which these words lead to (arabic/shared.py). A word is found by its kin too (a
verb by its verbal noun, arabic/kin.py), which gains a document next to nothing: where it stands for itself,
not in a phrase, not in what is excluded, not in a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain
from sys import intern
from typing import Any

from musnad.arabic import lemmas, shared
from musnad.arabic.clitics import guesses
from musnad.arabic.fold import fold
from musnad.search.analysis import bare
from musnad.search.likeness import Name, keys, latin, related

Readings = dict[str, tuple[str, ...]]
KIN = "+"  # before a term that a word is found by too, after itself; see kin.py
_BONES = "~"  # before what spellings of a foreign word share
Named = Callable[[str], Iterable[Name]]  # the names that have a key; see likeness.py


@cache
def readings() -> Readings:
    """The dictionary: every folded form it has -> the folded lemmas of the words so written; a second.

    A headword of the lexicon has itself among them; the bones of a foreign word, after a sign, lead to it.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word, term in lemmas.forms():
        for form in map(fold, lemmas.spelled(word)):
            before = found.get(form, ())
            if term != form and term not in before and len(term) > 1:  # «به» is no search for «ب»
                found[form] = (*before, intern(term))
    for word in sorted(lemmas.headwords()):
        found[word] = (*found.get(word, ()), word)
    for form, term in shared.forms().items():
        others = shared.shared()[term].finds.difference(found.get(form, ()))
        found[form] = (*found.get(form, ()), *sorted(others))
    for bones, word in lemmas.foreign().items():
        found[_BONES + bones] = (intern(word),)
    return found


def vocabulary(
    forms: Iterable[tuple[str, str]], readings: Readings, kin: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Form -> terms, sorted, of an index with these forms and terms; those of `kin` after the sign KIN."""
    found: dict[str, set[str]] = {}
    for form, term in forms:
        if form in found:
            found[form].add(term)
        else:
            found[form] = {term}
    seen, terms = frozenset(found), set().union(*found.values())
    for term in terms:
        found.setdefault(term, set()).add(term)
    sharing = {one: some for one in shared.words() if (some := terms & shared.more({one}))}
    for known in found.values():
        known.update(*[sharing[one] for one in known if one in sharing])
    for word in sharing.keys() - seen:
        found.setdefault(word, set()).update(sharing[word])
    for form, listed in readings.items():
        if form not in seen and not (terms.isdisjoint(listed) and sharing.keys().isdisjoint(listed)):
            more = [sharing[one] for one in listed if one in sharing]
            found.setdefault(form, set()).update(terms.intersection(listed), *more)
    held = frozenset(found)
    for form, listed in readings.items():
        if form not in held and form in listed and not held.isdisjoint(guesses(form)):
            found[form] = {form}
    for form, others in list(_akin(found, readings, terms, kin)):
        found.setdefault(form, set()).update(others)
    return {form: sorted(found[form]) for form in sorted(found)}


def _akin(
    found: Mapping[str, Set[str]], readings: Readings, terms: Set[str], kin: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, set[str]]]:
    """Forms, and after KIN the other words among these `terms` that they are found by too."""
    wider = ((word, shared.more({*others}).union(others)) for word, others in kin.items())
    near = {word: some for word, others in wider if (some := terms & others)}
    absent = {form for form in chain(readings, near) if form not in found}
    unseen = ((form, {form, *readings.get(form, ())}) for form in absent)
    for form, known in chain(found.items(), unseen):
        if not near.keys().isdisjoint(known):
            more = {one for term in known for one in near.get(term, ())}
            yield form, {KIN + one for one in more.difference(known)}


def own(terms: Iterable[str]) -> tuple[str, ...]:
    """Of the terms of a word those that are not only words it is found by too."""
    return tuple(term for term in terms if not term.startswith(KIN))


def resolve(
    form: str, terms: Callable[[str], Iterable[str]], named: Named = lambda key: ()
) -> tuple[str, ...]:
    """The terms a word of a query is searched under, sorted; `terms` looks a form up in the vocabulary."""
    stems = guesses(form)
    bones = (_BONES + kept for stem in stems if (kept := lemmas.bones(stem)))
    found = next((tuple(found) for stem in (*stems, *bones) if (found := sorted(terms(stem)))), ())
    return found or tuple(sorted({term for name in unseen(form, named) for term in terms(name)}))


def unseen(form: str, named: Named) -> tuple[str, ...]:
    """The names that a form which the vocabulary does not have may be another spelling of."""
    spelled = (tuple(related(stem, "", _sharing(stem, named))) for stem in dict.fromkeys((form, bare(form))))
    return next(filter(None, spelled), ())


def widened(terms: Iterable[str], named: Named, articles: Callable[[str], Set[Any]]) -> set[str]:
    """Terms with the other spellings of those that are names, as far as they are in other articles."""
    found = set(terms)
    for term in tuple(found):
        names = _sharing(term, named)
        kind = max((name.kind for name in names if name.term == term), default="")
        others = [other for other in related(term, kind, names) if other != term] if kind else ()
        found.update(other for other in others if not articles(other) <= articles(term))
    return found


def spellings(names: Iterable[Name]) -> Iterator[tuple[Name, list[str]]]:
    """Of each name the others among these that are it in another spelling or script.

    Only what can be related is compared: names in two scripts, and foreign ones in Arabic letters.
    """
    script: list[Name] = []
    by_key: dict[str, dict[str, list[Name]]] = {}
    for name in names:
        kind = "latin" if latin(name.term) else "foreign" if name.kind >= "f" else "other"
        script += [name] * (kind == "latin")
        for key in keys(name.term):
            by_key.setdefault(key, {}).setdefault(kind, []).append(name)
    for rows in by_key.values():
        other, foreign, across = (rows.get(kind, []) for kind in ("other", "foreign", "latin"))
        yield from _related(foreign, [*foreign, *across])
        yield from _related(other, across)
    for name in script:
        sharing = [by_key[key] for key in keys(name.term)]
        others = [one for row in sharing for kind in ("foreign", "other") for one in row.get(kind, ())]
        yield from _related([name], others)


def _related(names: Iterable[Name], others: Sequence[Name]) -> Iterator[tuple[Name, list[str]]]:
    return ((name, related(name.term, name.kind, others)) for name in names if others)


def _sharing(form: str, named: Named) -> list[Name]:
    return [name for key in keys(form) for name in named(key)]
