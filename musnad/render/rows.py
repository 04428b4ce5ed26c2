"""Rows of lists: articles, statements, mentions in context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from musnad.arabic import order
from musnad.model import Appearance, Archive, Statement
from musnad.render import address
from musnad.render.names import Names, block_at, chain, title, way
from musnad.render.values import ArticleRow, ContextRow, Sheet, StatementRow
from musnad.render.weave import snap

T = TypeVar("T")

SHEET = 200  # rows on a page
_WIDTH = 60  # code points of context on each side


class Rows:
    """Makes the rows of an archive's lists."""

    def __init__(self, archive: Archive, names: Names) -> None:
        self._articles = {article.id: article for article in archive.articles}
        self._annotations = archive.annotations
        self._names = names

    def article(self, key: str) -> ArticleRow:
        """An article's row."""
        article = self._articles[key]
        return ArticleRow(
            id=key,
            title=title(article),
            date=article.date_published,
            chain=chain(article, self._names),
            statements=len(self._annotations[key].claims),
            cut=title(article) != article.title,
        )

    def statement(self, at: Statement) -> StatementRow:
        """A statement's row."""
        article = self._articles[at.article]
        claim = self._annotations[at.article].claims[at.claim]
        return StatementRow(
            article=at.article,
            id=claim.id,
            words=claim.content.text,
            kind=claim.kind,
            modality=claim.modality,
            cue=claim.cue.text if claim.cue else None,
            who=self._names.voice(claim.speaker),
            way=way(claim, self._names, article),
            said=claim.said,
            date=article.date_published,
        )

    def context(self, at: Appearance) -> ContextRow:
        """A mention's row: whole words around it, inside its paragraph."""
        article = self._articles[at.article]
        mention = self._annotations[at.article].mentions[at.mention]
        number, block = block_at(article, mention.start)
        start, end = snap(article.text, mention.start, mention.end, block.start, block.end)
        return ContextRow(
            article=at.article,
            anchor=f"p{number + 1}",
            before=_last_words(article.text[block.start : start]),
            at=article.text[start:end],
            after=_first_words(article.text[end : block.end]),
            date=article.date_published,
        )


def _last_words(text: str) -> str:
    if len(text) <= _WIDTH:
        return text
    cut = re.search(r"\s", text[-_WIDTH:])
    return text[-_WIDTH:][cut.end() :] if cut else text[-_WIDTH:]


def _first_words(text: str) -> str:
    if len(text) <= _WIDTH:
        return text
    cut = text.rfind(" ", 0, _WIDTH)
    return text[:cut] if cut > 0 else text[:_WIDTH]


def cut(rows: Sequence[T], sheet: Sheet, size: int = SHEET) -> tuple[T, ...]:
    """The rows of a list that stand on one sheet of `size` rows."""
    return tuple(rows[(sheet.number - 1) * size : sheet.number * size])


def sheets(first: str, *lengths: int, size: int = SHEET) -> Iterator[Sheet]:
    """The sheets of `size` rows that lists of these lengths need together, at least one."""
    of = max(1, *(-(-length // size) for length in lengths))
    for number in range(1, of + 1):
        yield Sheet(first=first, number=number, of=of)


def lead(names: Sequence[str], first: str, language: str, size: int = SHEET) -> tuple[tuple[str, str], ...]:
    """The letters that ordered names begin with, each with the address where its names begin."""
    found: dict[str, str] = {}
    for place, name in enumerate(names):
        letter = order.initial(name, language)
        found.setdefault(letter, f"{address.sheet(first, place // size + 1)}#{anchor(letter)}")
    return tuple(found.items())


def anchor(letter: str) -> str:
    """The anchor of a letter's part of a list: safe in an address."""
    return f"letter-{ord(letter[0]):x}"
