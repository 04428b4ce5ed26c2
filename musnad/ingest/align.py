"""Where an article's text stands in its raw file: block by block, in order, white space taken loosely."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from musnad.ingest.dialect import BANNED, LINK_TARGET, is_markdown
from musnad.ingest.html import is_html, read_page
from musnad.model import Article

# What may stand in a raw file between two letters of a block: markup, and what no page can show.
_MARKUP = re.compile(rf"{LINK_TARGET.pattern}|\n>|[\\*_`\[\]!#>]|{BANNED.pattern}")


_PATIENCE = 20  # signs compared for each sign of the raw text, before a block is given up


class Alignment(NamedTuple):
    """Where an article's blocks stand in the raw text.

    `starts` are the blocks' starts in the article; `places` gives for each block the raw offset of every
    one of its code points, or None where the raw text does not have it. `ends` are where those places end
    that are longer than a code point: `&amp;`.
    """

    starts: tuple[int, ...]
    places: tuple[Sequence[int] | None, ...]
    ends: Mapping[int, int] = MappingProxyType({})

    def to_raw(self, start: int, end: int) -> tuple[int, int] | None:
        """A stretch of one block of the article as code points of the raw text, or None."""
        index = bisect.bisect_right(self.starts, start) - 1
        places = self.places[index] if index >= 0 else None
        if places is None or not 0 <= start - self.starts[index] < end - self.starts[index] <= len(places):
            return None
        last = places[end - self.starts[index] - 1]
        return places[start - self.starts[index]], self.ends.get(last, last + 1)


def align(article: Article, raw_text: str) -> Alignment:
    """Where each block of `article` stands in the text of its raw file, each after the one before."""
    if article.source is None or not is_html(article.source.path):
        return align_shown(article, raw_text)
    page = read_page(raw_text)
    shown = align_shown(article, page.text)
    places = tuple(place and [page.starts[at] for at in place] for place in shown.places)
    longer = {start: end for start, end in zip(page.starts, page.ends, strict=True) if end > start + 1}
    return Alignment(shown.starts, places, longer)


def align_shown(article: Article, raw_text: str) -> Alignment:
    """Where each block stands in what the raw file shows: a page's own words, any other file as it is."""
    at = 0
    markdown = article.source is not None and is_markdown(article.source.path)
    places: list[Sequence[int] | None] = []
    for block in article.blocks:
        words = article.text[block.start : block.end]
        exact = raw_text.find(words, at)
        found = range(exact, exact + len(words)) if exact >= 0 else _loosely(words, raw_text, at, markdown)
        places.append(found)
        at = found[-1] + 1 if found else at
    return Alignment(tuple(block.start for block in article.blocks), tuple(places))


def _loosely(words: str, raw: str, at: int, markdown: bool) -> list[int] | None:
    """The first place after `at` where `words` stand with markup between the letters or other white space."""
    start = raw.find(words[0], at)
    steps = _PATIENCE * (len(raw) + 1)
    while start >= 0 and steps > 0:
        for links in (markdown, not markdown):
            found = _match(words, raw, start, links)
            if len(found) == len(words):
                return found
            steps -= len(found) + 1
        start = raw.find(words[0], start + 1)
    return _scattered(words, raw, at) if markdown else None


def _scattered(words: str, raw: str, at: int) -> list[int] | None:
    """Where each sign of `words` comes next in `raw`, whatever stands between: markup that reads two ways."""
    found: list[int] = []
    for sign in words:
        while at < len(raw) and raw[at] != sign and not (sign.isspace() and raw[at].isspace()):
            at += 1
        if at == len(raw):
            return None
        found.append(at)
        at += 1
    return found


def _match(words: str, raw: str, at: int, links: bool) -> list[int]:
    """Where each sign of `words` stands in `raw` from `at` on, as far as they go together.

    `links`: a bracket that could end a link does.
    """
    found: list[int] = []
    for sign in words:
        while at < len(raw):
            same = raw[at] == sign or (sign.isspace() and raw[at].isspace())
            if same and not (links and LINK_TARGET.match(raw, at)):
                break
            markup = _MARKUP.match(raw, at)
            if not markup and not (raw[at].isspace() and found and words[len(found) - 1].isspace()):
                return found
            at = markup.end() if markup else at + 1
        if at >= len(raw):
            return found
        found.append(at)
        at += 1
    return found
