"""The review list for a terminal or a program: the marks of an archive that a person should look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from musnad.model import Archive, Quantity

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
        block = article.blocks[bisect_right([b.start for b in article.blocks], mention.start) - 1]
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


def listing(rows: Iterable[Row]) -> Iterator[str]:
    """The list for a reader: a line for each mark, by the file and line it stands in."""
    for row in rows:
        meant = " | ".join(row["candidates"]) or row["entity"] or "?"
        yield (
            f"{row['path']}:{row['line']}: {row['score']:.2f} {row['reason']}: {row['type']} «{row['text']}» "
            f"{meant}, by {row['by']}, in «{row['context']}»"
        )
