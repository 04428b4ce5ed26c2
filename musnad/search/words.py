"""The words of an archive, as they are written most often."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from musnad.arabic import clitics
from musnad.search import likeness, unpacked
from musnad.search.documents import Entry

_LEAST = 3  # letters of a word
_JOINED = 4  # times as many articles have the word without what is joined to it
_OFTEN = 2  # level of a word that is found by a key with a class less; one more in a large archive


class Written(NamedTuple):
    """A word without its article: folded, as it is written most often.

    `level`: how many articles have it, as the power of two.
    """

    form: str
    written: str
    level: int


class Words:
    """The words of articles taken in one by one."""

    def __init__(self) -> None:
        self._articles = 0
        self._forms: Counter[str] = Counter()
        self._written: Counter[str] = Counter()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Words:
        """The words of these articles."""
        made = cls()
        for one in entries:
            made.take(one)
        return made

    def take(self, one: Entry) -> None:
        """Take an article in."""
        self._articles += 1
        self._forms.update(one.forms.split())
        self._written.update(one.written.split())

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Forms and the terms they are found under; some more than once."""
        return chain.from_iterable(map(unpacked.pairs, self._forms))

    def all(self) -> Iterator[Written]:
        """The words that several articles have (of few, one; of less than a thousand, two), sorted."""
        least = 1 + (self._articles >= 100) + (self._articles >= 1000)
        having: Counter[str] = Counter()
        for row, number in self._forms.items():
            having[parted(row[: row.index("=")])[1]] += number
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        for pair, number in self._written.items():
            form, _, written = pair.partition("=")
            before, bare = parted(form)
            if having[bare] >= least:
                spelled[bare][written[len(before) :]] += number
        for form in sorted(having):
            if having[form] >= least and _word(form) and not _joined(form, having):
                found = spelled[form]
                found[form] = having[form] - found.total()
                best = max(found, key=lambda written: (found[written], written))
                yield Written(form, best, having[form].bit_length() - 1)

    def by_key(self) -> tuple[Mapping[str, list[Written]], Mapping[str, list[Written]]]:
        """The words by their keys; those that many articles have by their keys with one class left out."""
        exact: dict[str, list[Written]] = defaultdict(list)
        short: dict[str, list[Written]] = defaultdict(list)
        often = _OFTEN + (self._articles >= 1000)
        for word in self.all():
            for key in likeness.keys(word.form):
                exact[key].append(word)
                if word.level >= often:
                    for less in shortened(key):
                        short[less].append(word)
        return exact, short


def _word(form: str) -> bool:
    return len(form) >= _LEAST and (likeness.arabic(form) or likeness.latin(form))


def _joined(form: str, having: Mapping[str, int]) -> bool:
    """Whether a form is a word with a conjunction or particle: «وترامب», beside many more of «ترامب»."""
    table = clitics.data()
    joined = form[0] in (*table["conjunctions"], *table["prepositions"])
    return joined and having.get(form[1:], 0) >= _JOINED * having[form]


def shortened(key: str) -> list[str]:
    """A key of three classes or more with each one left out, once each."""
    less = (likeness.joined(key[:at], key[at + 1 :]) for at in range(len(key)))
    return list(dict.fromkeys(less)) if len(key) > 2 else []


def parted(form: str) -> tuple[str, str]:
    """A folded word as what stands before it, with its article, and the word: «وبال», «مقاتلين»."""
    found = _before().match(form)
    before = found[0] if found and len(form) - found.end() >= _LEAST else ""
    return before, form[len(before) :]


@cache
def _before() -> re.Pattern[str]:
    return re.compile(likeness.table()["before"])
