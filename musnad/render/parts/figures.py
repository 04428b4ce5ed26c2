"""Figures said about a name: those in a sentence that names it, or in a statement that does."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from musnad.arabic import sentences
from musnad.model import Appearance, Archive, Article, Mention, Quantity
from musnad.render.parts.names import block_at

Span = tuple[int, int]


def figures(archive: Archive) -> dict[str, list[Appearance]]:
    """The figures said about each entity, in reading order."""
    found: defaultdict[str, list[Appearance]] = defaultdict(list)
    for article in archive.articles:
        own = archive.annotations[article.id]
        amounts = [(at, m) for at, m in enumerate(own.mentions) if isinstance(m.value, Quantity)]
        if not amounts:
            continue
        named = [mention for mention in own.mentions if mention.entity]
        said = [(claim.content.start, claim.content.end) for claim in own.claims]
        whole: dict[int, list[Span]] = {}
        for index, amount in amounts:
            around = [sentence(article, amount, whole)]
            around += [span for span in said if span[0] <= amount.start and amount.end <= span[1]]
            about = (
                m.entity for m in named if any(start <= m.start and m.end <= end for start, end in around)
            )
            for key in dict.fromkeys(about):
                if key:
                    found[key].append(Appearance(article.id, index))
    return found


def sentence(article: Article, mention: Mention, known: dict[int, list[Span]]) -> Span:
    """The sentence a mention stands in; `known` keeps the sentences of paragraphs already cut."""
    number, block = block_at(article, mention.start)
    if number not in known:
        cut = sentences.split(article.text[block.start : block.end])
        known[number] = [(block.start + start, block.start + end) for start, end in cut]
    spans = known[number]
    at = bisect_right(spans, mention.start, key=_start) - 1
    start = spans[max(at, 0)][0]
    end = next((end for _, end in spans[max(at, 0) :] if end >= mention.end), block.end)
    return start, end


def _start(span: Span) -> int:
    return span[0]
