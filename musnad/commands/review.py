"""The review list for a terminal or a program: marks to look at, questions that nobody has put yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from musnad.model import Archive, Article, Block, Quantity

Row = dict[str, Any]
_AROUND = 40  # code points of context on each side


def doubts(archive: Archive) -> Iterator[Row]:
    """What to look at, the least sure first, as plain data.

    `path` and `line` are the article's file and the line its paragraph begins on; `start` and `end` count
    code points of the article's text, `context` is the paragraph around them.
    """
    articles = {article.id: article for article in archive.articles}
    for doubt in archive.review:
        article = articles[doubt.article]
        mention = archive.annotations[doubt.article].mentions[doubt.mention]
        block = _block(article, mention.start)
        start, end = max(block.start, mention.start - _AROUND), min(block.end, mention.end + _AROUND)
        value = mention.value
        yield {
            "article": article.id,
            "path": article.path,
            "line": block.line,
            "reason": doubt.reason,
            "score": doubt.score,
            "type": mention.type,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
            "entity": mention.entity,
            "candidates": list(mention.candidates),
            "value": msgspec.to_builtins(value) if isinstance(value, Quantity) else value,
            "by": mention.by,
            "context": article.text[start:end],
        }


def proposals(archive: Archive) -> Iterator[Row]:
    """Contested questions that the machine sees, the surest first, as plain data.

    `sides` are the statements that agree, each with its id, its speaker, its words and the file and line of
    its paragraph.
    """
    articles = {article.id: article for article in archive.articles}
    for proposal in archive.proposals:
        yield {
            "reason": "contested",
            "score": proposal.score,
            "sides": [[_statement(archive, articles, claim) for claim in side] for side in proposal.sides],
        }


def questions(rows: Iterable[Row]) -> Iterator[str]:
    """The proposed questions for a reader: a line for each, and below it one for each statement, by side."""
    for row in rows:
        yield f"{row['score']:.2f} {row['reason']}: {len(row['sides'])} sides"
        for number, side in enumerate(row["sides"], 1):
            for said in side:
                place = f"{said['path']}:{said['line']}"
                yield f"  {number}. {place}: {said['id']} {said['speaker'] or '?'} «{said['text']}»"


def listing(rows: Iterable[Row]) -> Iterator[str]:
    """The list for a reader: a line for each mark, by the file and line it stands in."""
    for row in rows:
        meant = " | ".join(row["candidates"]) or row["entity"] or "?"
        yield (
            f"{row['path']}:{row['line']}: {row['score']:.2f} {row['reason']}: {row['type']} «{row['text']}» "
            f"{meant}, by {row['by']}, in «{row['context']}»"
        )


def _statement(archive: Archive, articles: Mapping[str, Article], claim: str) -> Row:
    at = archive.claims[claim]
    article = articles[at.article]
    own = archive.annotations[at.article].claims[at.claim]
    return {
        "id": claim,
        "article": article.id,
        "path": article.path,
        "line": _block(article, own.content.start).line,
        "speaker": own.speaker.name or own.speaker.entity,
        "text": own.content.text,
    }


def _block(article: Article, offset: int) -> Block:
    """The paragraph that holds a place of the text."""
    return article.blocks[bisect_right(article.blocks, offset, key=lambda block: block.start) - 1]
