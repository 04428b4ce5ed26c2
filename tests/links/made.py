"""Reads the cases of `cases.txt`, and makes articles of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from musnad.annotate import Knowledge, annotate
from musnad.crossref.counts import counts
from musnad.crossref.links import Reading, read
from musnad.model import Article, Block, Claim, Mention, Span, Voice

ORDER = ("person", "organization", "place")  # who of the names beside a claim is its speaker


class Said(NamedTuple):
    """A claim of a case."""

    day: str
    modality: str
    later: bool
    speaker: str
    content: str


class Case(NamedTuple):
    """A case: the relation, or none, the rule that finds it, what both articles tell besides, two claims."""

    relation: str
    rule: str
    context: str
    claims: tuple[Said, Said]


def cases() -> Iterator[Case]:
    text = Path(__file__).with_name("cases.txt").read_text("utf-8")
    blocks = ([line for line in block.splitlines() if line[:1] != "#"] for block in text.split("\n\n"))
    for head, context, *claims in (block for block in blocks if block):
        relation, _, rule = head.partition(" ")
        first, second = map(said, claims)
        yield Case(relation, rule, context.removeprefix("~ "), (first, second))


def said(line: str) -> Said:
    day, modality, speaker, content = (cell.strip() for cell in line.split("|"))
    return Said(day, modality.removesuffix(" *"), modality.endswith("*"), speaker, content)


@cache
def reading(id_: str, context: str, one: Said) -> Reading:
    """An article of a context and a claim after it, with the names, days and figures that are found in it."""
    line = f"{one.speaker}: {one.content}"
    text = f"{context}\n{line}"
    start = len(context) + 1
    blocks = (Block(0, len(context), "body"), Block(start, len(text), "body"))
    article = Article(id_, "", text, blocks, date_published=one.day)
    found = annotate(article, Knowledge(()))
    source = Span(start, start + len(one.speaker), one.speaker) if one.speaker else None
    beside = [m for m in found.mentions if source and source.start <= m.start < source.end]
    content = Span(len(text) - len(one.content), len(text), one.content)
    claim = Claim(
        id=f"{id_}-claim",
        content=content,
        kind="indirect",
        modality=one.modality,  # type: ignore[arg-type]
        by="test",
        source=source,
        speaker=speaker(beside, one.speaker),
    )
    own = msgspec.structs.replace(found, claims=(claim,))
    return read(article, own, counts(article, own))


def speaker(beside: list[Mention], words: str) -> Voice:
    for kind in ORDER:
        for mention in beside:
            if mention.type == kind:
                return Voice(mention.entity, mention.text)
    return Voice(None, words or None)
