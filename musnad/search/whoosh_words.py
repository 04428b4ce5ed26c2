"""The vocabulary of an index of Whoosh's: from the words of a query to the terms it has them under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from musnad.arabic import shared
from musnad.arabic.clitics import guesses
from musnad.arabic.kin import kin
from musnad.search.likeness import Name
from musnad.search.query import Phrase, signs
from musnad.search.vocabulary import KIN, Readings, own, resolve, widened
from musnad.search.whoosh_index import Phrase as Terms
from musnad.search.whoosh_index import live


class Lookup:
    """The words that a reader of the index finds, with the dictionary `readings`."""

    def __init__(self, reader: Any, readings: Readings) -> None:
        self._reader = reader
        self._readings = readings

    def phrase(self, phrase: Phrase, kin: bool = False) -> Terms | None:
        """A phrase with the terms of each word, or None where a word has none; `kin`: a single word's too."""
        found = tuple(
            resolve(form, self._beginning) if begins else resolve(form, self.terms, self._named)
            for form, _, begins in phrase
        )
        if not kin or len(found) > 1:
            found = tuple(map(own, found))
        return found if all(found) else None

    def knows(self, form: str) -> bool:
        """Whether a folded word is in the vocabulary, in any form."""
        return any(map(self.terms, guesses(form)))

    def terms(self, form: str) -> set[str]:
        """The terms of a form, as `vocabulary.vocabulary` has them for the browser."""
        found = self._present(form)
        listed = self._readings.get(form, ())
        headword = not found and form in listed and any(map(self._present, guesses(form)))
        base = {form} if headword else found
        known = base or {form, *listed}
        akin = {other for term in known for other in kin().get(term, ())}
        more = (akin | shared.more(akin)) - known
        others = {KIN + other for other in more if self._has("terms", other)}
        return others | (base if headword else widened(found, self._named, self._articles))

    def forms(self, terms: Iterable[str]) -> set[str]:
        """The forms that the archive has of these terms."""
        plain = (term.removeprefix(KIN) for term in terms)
        return {row.split(" ")[1] for term in plain for row in self._rows("words", f"{term} ")}

    def _present(self, form: str) -> set[str]:
        seen = {row.split(" ")[1] for row in self._rows("forms", f"{form} ")}
        if seen:
            known = seen | {form} if self._has("terms", form) else seen
        else:
            known = {form, *self._readings.get(form, ())}
        return seen | {term for term in known | shared.more(known) if self._has("terms", term)}

    def _named(self, key: str) -> Iterator[Name]:
        rows = (row.split(" ")[1] for row in self._rows("names", f"{key} "))
        return (Name(name[1:], name[0]) for name in rows)

    def _articles(self, term: str) -> set[str]:
        order = self._reader.column_reader("order")
        return {order[number].split(" ")[1] for number in live(self._reader, "terms", term)}

    def _beginning(self, form: str) -> list[str]:
        return list(islice(self._rows("terms", form), int(signs()["most"])))

    def _rows(self, field: str, begins: str) -> Iterator[str]:
        rows = (row.decode() for row in self._reader.expand_prefix(field, begins))
        return (row for row in rows if self._has(field, row))

    def _has(self, field: str, text: str) -> bool:
        return any(True for _ in live(self._reader, field, text))
