"""Rows of lists: articles, statements, mentions in context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import structs

from musnad.model import Appearance, Archive, Article, Block, Doubt, Mention, Quantity, Span, Statement
from musnad.naming import title
from musnad.render.parts import curating
from musnad.render.parts.figures import sentence
from musnad.render.parts.names import MADE, Names, block_at, chain, way
from musnad.render.text.weave import snap
from musnad.render.values.common import (
    ArticleRow,
    ContextRow,
    DoubtRow,
    FigureRow,
    RecordLines,
    Sheet,
    StatementRow,
)

T = TypeVar("T")

SHEET = 200  # rows on a page
_WIDTH = 60  # code points of context on each side
_WIDE = 110  # the same where a row has more than a line


class Rows:
    """Makes the rows of an archive's lists."""

    def __init__(self, archive: Archive, names: Names) -> None:
        self._articles = {article.id: article for article in archive.articles}
        self._annotations = archive.annotations
        self._entities = archive.entities
        self._appearances = archive.appearances
        self._names = names
        self._sentences: dict[str, dict[int, list[tuple[int, int]]]] = {}
        self._figures: dict[Appearance, FigureRow] = {}

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

    def day(self, at: Statement) -> str:
        """The day a statement is listed under; «» where there is none."""
        claim = self._annotations[at.article].claims[at.claim]
        return claim.said or self._articles[at.article].date_published or ""

    def place(self, at: Statement) -> ContextRow:
        """A statement in its paragraph, or the most of it."""
        article = self._articles[at.article]
        content = self._annotations[at.article].claims[at.claim].content
        return self._around(article, content, block_at(article, content.start)[1], _WIDE)

    def context(self, at: Appearance) -> ContextRow:
        """A mention's row: whole words around it, inside its paragraph."""
        article, mention = self._found(at)
        return self._around(article, mention, block_at(article, mention.start)[1], _WIDTH)

    def passage(self, at: Appearance) -> ContextRow:
        """A mention's row with its sentence, or the most of it."""
        article, mention = self._found(at)
        block = block_at(article, mention.start)[1]
        start, end = sentence(article, mention, self._sentences.setdefault(article.id, {}))
        return self._around(article, mention, structs.replace(block, start=start, end=end), _WIDE)

    def _found(self, at: Appearance) -> tuple[Article, Mention]:
        return self._articles[at.article], self._annotations[at.article].mentions[at.mention]

    def _around(self, article: Article, words: Mention | Span, block: Block, width: int) -> ContextRow:
        start, end = snap(article.text, words.start, words.end, block.start, block.end)
        before, after = article.text[block.start : start], article.text[end : block.end]
        return ContextRow(
            article=article.id,
            anchor=f"p{block_at(article, words.start)[0] + 1}",
            before=_last_words(before, width),
            at=article.text[start:end],
            after=first_words(after, width),
            date=article.date_published,
            reckoned=words.anchor if isinstance(words, Mention) else None,
            more_before=len(before) > width,
            more_after=len(after) > width,
        )

    def figure(self, at: Appearance) -> FigureRow:
        """A figure's row; whoever makes the statement it stands in said it, of several the innermost."""
        row = self._figures.get(at)
        if row is None:
            row = self._figures[at] = self._figure(at)
        return row

    def _figure(self, at: Appearance) -> FigureRow:
        article, mention = self._found(at)
        assert isinstance(mention.value, Quantity)
        claims = self._annotations[at.article].claims
        around = [c for c in claims if c.content.start <= mention.start and mention.end <= c.content.end]
        claim = min(around, key=lambda c: c.content.end - c.content.start, default=None)
        return FigureRow(
            context=self.passage(at),
            value=mention.value,
            who=self._names.voice(claim.speaker) if claim else None,
            way=way(claim, self._names, article) if claim else chain(article, self._names),
            said=claim.said if claim else None,
        )

    def doubt(self, doubt: Doubt) -> DoubtRow:
        """The row of a mark to look at."""
        mention = self._annotations[doubt.article].mentions[doubt.mention]
        called = self._names.apart if mention.candidates else self._names.entity
        others = (key for key in mention.candidates if key != mention.entity)
        return DoubtRow(
            context=self.passage(Appearance(doubt.article, doubt.mention)),
            reason=doubt.reason,
            score=doubt.score,
            mention=mention,
            who=called(mention.entity) if mention.entity else None,
            candidates=tuple(called(key) for key in others),
            records=(*self._records(mention), *self._rejections(doubt, mention)),
        )

    def _rejections(self, doubt: Doubt, mention: Mention) -> Iterator[RecordLines]:
        """What to write where a doubtful mark is wrong."""
        if doubt.reason == "unsure":
            yield curating.rejection(doubt.article, self._articles[doubt.article].text, mention)

    def _records(self, mention: Mention) -> Iterator[RecordLines]:
        """What to write of each name that a mention may mean."""
        for key in dict.fromkeys((mention.entity, *mention.candidates)):
            entity = self._entities.get(key) if key else None
            if entity is None or key is None:
                continue
            if key.startswith(MADE):
                found = (self._found(at)[1].text for at in self._appearances.get(key, ()))
                yield curating.record(entity, dict.fromkeys(found))
            elif len(mention.candidates) > 1:
                yield curating.context(entity)


def _last_words(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = re.search(r"\s", text[-width:])
    return text[-width:][cut.end() :] if cut else text[-width:]


def first_words(text: str, width: int = 64) -> str:
    """Whole words of the beginning, no more than `width` code points."""
    if len(text) <= width:
        return text
    cut = text.rfind(" ", 0, width)
    return text[:cut] if cut > 0 else text[:width]


def cut(rows: Sequence[T], sheet: Sheet, size: int = SHEET) -> tuple[T, ...]:
    """The rows of a list that stand on one sheet of `size` rows."""
    return tuple(rows[(sheet.number - 1) * size : sheet.number * size])


def sheets(first: str, *lengths: int, size: int = SHEET) -> Iterator[Sheet]:
    """The sheets of `size` rows that lists of these lengths need together, at least one."""
    of = max(1, *(-(-length // size) for length in lengths))
    for number in range(1, of + 1):
        yield Sheet(first=first, number=number, of=of)
