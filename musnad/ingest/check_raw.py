"""Whether an article still says what its raw file says: the file is there, unchanged, and no word differs."""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Iterator

from musnad.ingest.align import align_shown
from musnad.ingest.body import read_body
from musnad.ingest.decode import decode
from musnad.ingest.dialect import BANNED, is_markdown, parse
from musnad.ingest.front_matter import split
from musnad.ingest.html import is_html, read_page
from musnad.ingest.pieces import context
from musnad.model import Article
from musnad.problems import Problem, Problems, problem

_LETTER = re.compile(r"[^\W_]")


def check_raw(article: Article, data: bytes | None) -> Problems:
    """What is wrong between an article and the bytes of its raw file; None for a file that is not there."""
    if article.source is None:
        return ()
    path, raw = article.path, article.source.path
    if data is None:
        return (problem("raw-missing", path, 1, raw=raw),)
    if hashlib.sha256(data).hexdigest() != article.source.sha256:
        return (problem("raw-changed", path, 1, raw=raw),)
    text, problems = decode(raw, data)
    if text is None:
        return problems
    if is_markdown(raw):
        text = _words(text)
    elif is_html(raw):
        text = read_page(text).text
    return tuple(_differences(article, text, whole=not is_html(raw)))


def _words(text: str) -> str:
    """The words of a Markdown text, as it would be read."""
    _, body, _ = split(text)
    return read_body(parse(BANNED.sub("", body)), "")[0].text


def _differences(article: Article, text: str, whole: bool) -> Iterator[Problem]:
    """Blocks that the raw text does not have, or, where it has all, words of it that no block has.

    `whole`: words before the first block and after the last count too; a page has there what is no report.
    """
    places = align_shown(article, text).places
    altered = [block for block, place in zip(article.blocks, places, strict=True) if place is None]
    for block in altered:
        words = _first_difference(article.text[block.start : block.end], text)
        yield problem("text-altered", article.path, block.line, words=words)
    if altered:
        return
    found = [place for place in places if place]
    at = 0 if whole or not found else found[0][0]
    for block, place in zip(article.blocks, places, strict=True):
        if place:
            yield from _left_out(article, text[at : place[0]], block.line)
            at = place[-1] + 1
    if whole:
        yield from _left_out(article, text[at:], article.blocks[-1].line)


def _first_difference(words: str, text: str) -> str:
    """The words of a block at which the raw text ceases to say the same."""
    same = bisect.bisect_left(range(1, len(words) + 1), True, key=lambda size: words[:size] not in text)
    return context(words, same, same + 1)


def _left_out(article: Article, gap: str, line: int) -> Iterator[Problem]:
    if _LETTER.search(gap):
        yield problem("text-left-out", article.path, line, words=_short(gap))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:40]}…"
