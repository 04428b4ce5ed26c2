"""What stands left and right of a mention, for a concordance: whole words, within the mention's block."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from musnad.model import Article, Block

_WORD = re.compile(r"\S+")


class Context(NamedTuple):
    """The words before and after a stretch of text, each with its white space as it stands in the text."""

    before: str
    after: str


def block_index(article: Article, at: int) -> int:
    """The index of the block that holds the code point `at` of the article's text."""
    return max(0, bisect_right(article.blocks, at, key=_start) - 1)


def context(article: Article, start: int, end: int, width: int = 60) -> Context:
    """Up to `width` code points on each side of `start` to `end`, cut between words, inside their block.

    Of the orthographic word the stretch begins or ends in, the rest is always given, whatever `width`.
    """
    block = article.blocks[block_index(article, start)]
    text = article.text
    left, right = max(block.start, start - width), min(block.end, end + width)
    while left > block.start and left < start and not text[left - 1].isspace():
        left += 1
    while right < block.end and right > end and not text[right].isspace():
        right -= 1
    while left > block.start and not text[left - 1].isspace():
        left -= 1
    while right < block.end and not text[right].isspace():
        right += 1
    return Context(text[left:start].lstrip(), text[end:right].rstrip())


def _start(block: Block) -> int:
    return block.start
