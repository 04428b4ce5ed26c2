"""What a search in the terminal answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Literal

from musnad.model import Value
from musnad.search.excerpt import Excerpt, Reason
from musnad.search.facets import Tally

_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"


class Result(Value, frozen=True):
    """An article or statement found. `id` is the article's or the claim's; `article` the id of its article.

    `title` and `date` are the article's; `speaker` who says a statement («» for nobody named); `score` the
    ranking's.
    """

    kind: Literal["article", "statement"]
    id: str
    article: str
    title: str
    date: str | None
    speaker: str | None
    score: int
    excerpt: Excerpt
    reasons: tuple[Reason, ...]

    def __str__(self) -> str:
        """Three lines for a terminal: what and when; where, and by which other forms; the excerpt in bold."""
        head = " · ".join(_plain(part) for part in (self.speaker, self.title, self.date) if part)
        other = [reason for reason in self.reasons if reason.asked != reason.found]
        why = " · ".join(f"{_plain(r.asked)} ← {_plain(r.found)} ({r.field})" for r in other)
        return (
            f"{head}\n  {self.article}#{self.excerpt.anchor}  {why}".rstrip()
            + f"\n  {_marked(self.excerpt)}\n"
        )


class Results(Value, frozen=True):
    """The best results of a query, and how many there are; `cut`: only its first words were searched for.

    `meant`: where there are few, the queries that may have been meant.

    `facets`: by name, the most frequent values in all that was found, where they were asked for.
    """

    total: int
    results: tuple[Result, ...] = ()
    cut: bool = False
    facets: Mapping[str, tuple[Tally, ...]] = {}
    meant: tuple[str, ...] = ()


def _marked(excerpt: Excerpt) -> str:
    parts, last = [], 0
    for start, end in excerpt.marks:
        parts += [_plain(excerpt.text[last:start]), _BOLD, _plain(excerpt.text[start:end]), _NORMAL]
        last = end
    before, after = excerpt.cut
    return "… " * before + "".join(parts) + _plain(excerpt.text[last:]) + " …" * after


def _plain(text: str) -> str:
    """Text without what a terminal could take as a command."""
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
