"""Quantities: numbers with what they count, from the comparator to the counted noun."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from musnad.annotate.knowledge import Knowledge
from musnad.annotate.quantities.counted import classified
from musnad.annotate.quantities.figures import goes_on, is_label
from musnad.annotate.quantities.found import Found, apart
from musnad.annotate.quantities.measure import of_number, of_unit
from musnad.annotate.quantities.ranges import bounds
from musnad.annotate.quantities.words import Spans, Words
from musnad.model import Annotations, Article, Mention

BY = "quantities"


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's quantities. A number in a date or a name found before is none."""
    mentions = list(found.mentions)
    for block in article.blocks:
        if block.zone == "residue":
            continue
        inside = [m for m in found.mentions if block.start <= m.start < block.end]
        marked = [(m.start - block.start, m.end - block.start, m.type) for m in inside]
        for one in read(article.text[block.start : block.end], marked):
            start, end = block.start + one.start, block.start + one.end
            words, by = article.text[start:end], f"{BY}:{one.rule}"
            mentions.append(Mention(start, end, words, "quantity", by, value=one.quantity))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return msgspec.structs.replace(found, mentions=tuple(mentions))


def read(text: str, marked: Spans = ()) -> list[Found]:
    """The quantities of a text, in order. `marked` are its dates and names: start, end, type."""
    words = Words(text, marked)
    return classified(words, apart((*_numbered(words), *_unnumbered(words))))


def _numbered(words: Words) -> Iterator[Found]:
    """The quantities that have a number."""
    told = bounds(words)
    labelled: int | None = None
    for number in words.numbers:
        end = words.tokens[number.last - 1].end
        if words.is_taken(number.start, end):
            continue
        label = is_label(words, number)
        if number.kind == "ordinal":
            labelled = number.last if label else labelled
            continue
        goes = goes_on(words, labelled, number)
        found = None if label else of_number(words, number, told.get(number.first))
        if label or (goes and found and found.quantity.unit is None):
            labelled = number.last
        elif found:
            yield found


def _unnumbered(words: Words) -> Iterator[Found]:
    """The quantities of units that stand without a number."""
    for at, token in enumerate(words.tokens):
        if token.kind != "word" or at in words.number_at or words.is_taken(token.start, token.end):
            continue
        if found := of_unit(words, at):
            yield found
