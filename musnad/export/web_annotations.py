"""Marks as W3C Web Annotations, a page of them an article: Web Annotation Data Model, 2017.

A mark is selected by its words with enough around them to be found once, and by its place in code points of
the article's text. Addresses are absolute where the archive's own is known, else relative to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad import address
from musnad.config import Config
from musnad.model import Archive, Article, Claim, Mention, Output, Quantity

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after a mark, more where its words with these stand twice

Json = dict[str, Any]


def web_annotations(archive: Archive, config: Config) -> Iterator[Output]:
    """`<id>.jsonld` for each article."""
    root = config.url.rstrip("/") + "/" if config.url else ""
    for article in archive.articles:
        own = archive.annotations[article.id]
        page = root + address.article(article.id)
        marks = enumerate(own.mentions, 1)
        items = [_item(article, page, f"m{n}", one, _named(one, root), "identifying") for n, one in marks]
        items += [_item(article, page, one.id, one, _said(one, root), "describing") for one in own.claims]
        listed = {"@context": _CONTEXT, "id": f"{page}#annotations", "type": "AnnotationPage", "items": items}
        text = json.dumps(listed, ensure_ascii=False, indent=1)
        yield Output(f"{article.id}.jsonld", f"{text}\n".encode())


def _item(article: Article, page: str, key: str, mark: Mention | Claim, body: list[Json], why: str) -> Json:
    span = mark.content if isinstance(mark, Claim) else mark
    return {
        "id": f"{page}#annotation-{key}",
        "type": "Annotation",
        "motivation": why,
        "generator": {"type": "Software", "name": f"musnad {mark.by}"},
        "body": body,
        "target": {
            "source": page,
            "language": article.language,
            "selector": [
                quoted(article.text, span.start, span.end),
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def quoted(text: str, start: int, end: int) -> Json:
    """The words, with as much before and after them as tells them from the same words elsewhere."""
    around = _AROUND
    while _stands_twice(text, text[max(0, start - around) : end + around]):
        around *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - around) : start],
        "suffix": text[end : end + around],
    }


def _stands_twice(text: str, words: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) >= 0


def _named(mark: Mention, root: str) -> list[Json]:
    """What a mention is: its kind, and the entity, date or figure that it means."""
    body: list[Json] = [{"type": "TextualBody", "purpose": "tagging", "value": mark.type}]
    if mark.entity:
        page = root + address.entity(mark.entity)
        body.append({"type": "SpecificResource", "purpose": "identifying", "source": page})
    if isinstance(mark.value, Quantity):
        number = "" if mark.value.number is None else f"{mark.value.number:.15g}"
        value = " ".join(filter(None, (mark.value.comparator, number, mark.value.unit)))
        body.append({"type": "TextualBody", "purpose": "describing", "value": value})
    elif mark.value:
        body.append({"type": "TextualBody", "purpose": "describing", "value": mark.value})
    return body


def _said(claim: Claim, root: str) -> list[Json]:
    """What a statement is: its page, its speaker and those it came through, kind and modality."""
    body: list[Json] = [
        {"type": "SpecificResource", "purpose": "linking", "source": root + address.claim(claim.id)}
    ]
    for voice in (claim.speaker, *claim.via):
        if voice.entity:
            page = root + address.entity(voice.entity)
            body.append({"type": "SpecificResource", "purpose": "identifying", "source": page})
        elif voice.name:
            body.append({"type": "TextualBody", "purpose": "identifying", "value": voice.name})
    return body + [
        {"type": "TextualBody", "purpose": "tagging", "value": value}
        for value in (claim.kind, claim.modality)
    ]
