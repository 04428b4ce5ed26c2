"""How much a word tells in the archive: how rare it is in claims of the same days, and in news at large."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from math import exp, log

from musnad.crossref.links.slots import Reading
from musnad.crossref.links.who import Who

_PRIOR = 300  # articles that news at large counts as
_DAYS = 10  # counted together


class Shares:
    """In which share of the articles of some days a term is said; news at large counts as some more.

    So a word that tells much in most archives tells little where one event fills the days.
    """

    def __init__(self, readings: Iterable[Reading], who: Who) -> None:
        self._who = who
        self._articles: Counter[int] = Counter()
        self._said: Counter[tuple[int, str]] = Counter()
        for reading in readings:
            when = bucket(reading.day)
            self._articles[when] += 1
            said = {who.term(term) for slots in reading.claims for term in slots.terms.split()}
            self._said.update((when, term) for term in said)

    def weight(self, term: str, when: int) -> float:
        """How much it tells that claims of these days share a term of `Who.term`."""
        prior = self._who.weight(term)
        if not prior:
            return 0.0
        said = self._said[when, term] + _PRIOR * exp(-prior)
        return log((self._articles[when] + _PRIOR) / said)


def bucket(day: str) -> int:
    """The days that a day is counted with; one for all that have none."""
    return datetime.date.fromisoformat(day).toordinal() // _DAYS if day else -1
