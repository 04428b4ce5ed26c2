"""Article -> Annotations: what each annotator finds, in order, the later seeing what the earlier found."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from musnad.annotate import claims, dates, names, quantities
from musnad.annotate.knowledge import Knowledge
from musnad.annotate.names.gazetteer.atlas import atlas
from musnad.annotate.names.gazetteer.joined import joined
from musnad.annotate.provenance import sign
from musnad.model import Annotations, Article, Claim, Mention, Quantity, Span, Voice

ANNOTATORS = (dates.annotate, names.annotate, quantities.annotate, claims.annotate)


__all__ = ["ANNOTATORS", "Knowledge", "annotate", "as_json", "atlas", "joined", "unsigned"]


class Alignment(Protocol):
    """Where the text of an article stands in its raw file."""

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the raw file for offsets of the article's text."""
        ...


def annotate(article: Article, knowledge: Knowledge) -> Annotations:
    """Everything the annotators find in an article, signed, sorted by start and then longest first."""
    found = sign(unsigned(article, knowledge))
    mentions = tuple(sorted(found.mentions, key=lambda m: (m.start, -m.end, m.type)))
    claims = tuple(sorted(found.claims, key=lambda c: (c.content.start, -c.content.end, c.id)))
    return msgspec.structs.replace(found, mentions=mentions, claims=claims)


def unsigned(article: Article, knowledge: Knowledge) -> Annotations:
    """What the annotators find, each mark by its rule alone, with a raw probability where it has one."""
    found = Annotations(article=article.id)
    for annotator in ANNOTATORS:
        found = annotator(article, knowledge, found)
    return found


def as_json(annotations: Annotations, alignment: Alignment, file: str) -> dict[str, Any]:
    """What was found in the article of a raw file named `file`, as plain data with offsets into that file."""

    def place(span: Span | Mention) -> dict[str, Any]:
        start, end = alignment.to_raw(span.start, span.end)
        return {"start": start, "end": end, "text": span.text}

    def mention(m: Mention) -> dict[str, Any]:
        value = msgspec.to_builtins(m.value) if isinstance(m.value, Quantity) else m.value
        return {
            **place(m),
            "type": m.type,
            "entity": m.entity,
            "candidates": list(m.candidates),
            "value": value,
            "anchor": m.anchor,
            "by": m.by,
            "score": m.score,
        }

    def voice(v: Voice) -> dict[str, str | None]:
        return {"entity": v.entity, "name": v.name}

    def claim(c: Claim) -> dict[str, Any]:
        return {
            "id": c.id,
            "content": place(c.content),
            "source": place(c.source) if c.source else None,
            "cue": place(c.cue) if c.cue else None,
            "kind": c.kind,
            "modality": c.modality,
            "speaker": voice(c.speaker if c.speaker != Voice() else Voice(None, "unspecified")),
            "via": [voice(v) for v in c.via],
            "said": c.said,
            "by": c.by,
            "score": c.score,
        }

    return {
        "file": file,
        "mentions": [mention(m) for m in annotations.mentions],
        "claims": [claim(c) for c in annotations.claims],
    }
