"""The older texts of articles that are still there: their pages, and their raw files."""

from __future__ import annotations

from typing import NamedTuple

from musnad import address
from musnad.model import Article
from musnad.model.released import Version
from musnad.problems import Problem, problem
from musnad.release.decisions import Decisions
from musnad.release.ledger import Ledger, Text
from musnad.release.texts import Texts, kept


class Older(NamedTuple):
    """Older texts by article, in their order; the addresses of all there could be, withdrawn ones too; and
    which of them were neither kept nor withdrawn."""

    versions: dict[str, tuple[Version, ...]]
    offered: set[str]
    problems: list[Problem]


def older(ledger: Ledger, said: Decisions, texts: Texts) -> Older:
    """The older texts that the ledger tells of, without those that curators have withdrawn."""
    found = Older({}, set(), [])
    for article, olds in texts.older.items():
        today = texts.today(article)
        if today is None:
            continue
        raws = _Raws(today, ledger, said, found.offered)
        own = []
        for number, text in reversed(olds):  # the latest keeps its raw file's address, if it can
            home = address.version(article, number)
            found.offered.add(home)
            if home in said:
                continue
            told = len(texts.problems)
            old = texts.text(article, number)
            if old is None:
                if len(texts.problems) == told:
                    found.problems.append(_missing(article, number, text))
                continue
            first, last = ledger.release(text.first), ledger.release(text.last or text.first)
            own.append(Version(number, old, first, last, (), raws.of(old, number)))
        if own:
            found.versions[article] = tuple(reversed(own))
    return found


def _missing(article: str, number: int, text: Text) -> Problem:
    last = text.last or text.first
    span = f"{text.first}–{last}" if last > text.first else f"{text.first}"
    return problem(
        "version-missing", kept(article, number), address=address.version(article, number), releases=span
    )


class _Raws:
    """Where the raw files of an article's older texts stand: where they stood, if no other stands there."""

    def __init__(self, today: Article, ledger: Ledger, said: Decisions, offered: set[str]) -> None:
        self._ledger = ledger
        self._said = said
        self._offered = offered
        self._taken: dict[str, str] = {}
        if today.source:
            self._taken[address.raw(today.id, today.source.path)] = today.source.sha256
        self._today = today.source and today.source.sha256

    def of(self, old: Article, number: int) -> str | None:
        """The address of an older text's raw file; None where it is today's alone, or was withdrawn."""
        if old.source is None:
            return None
        own = address.raw_version(old.id, old.source.path, number)
        if old.source.sha256 == self._today and own not in self._ledger.rows:
            return None
        home = address.raw(old.id, old.source.path)
        if own in self._ledger.rows or self._taken.get(home, old.source.sha256) != old.source.sha256:
            home = own
        self._taken[home] = old.source.sha256
        self._offered.add(home)
        return None if home in self._said else home
