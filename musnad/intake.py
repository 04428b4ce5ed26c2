"""Raw files from outside: brought into the archive, or annotated where they lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from musnad import ingest, pipeline
from musnad.engine import disk
from musnad.engine.work import Work
from musnad.model import Annotations, Article, Entity, Mention, Span, Value, Voice
from musnad.problems import Problems, errors, problem


class Found(Value, frozen=True):
    """What was found in a raw file, its name without folders; offsets are code points of the file."""

    file: str
    mentions: tuple[dict[str, Any], ...]
    claims: tuple[dict[str, Any], ...]


def add(root: Path, files: Iterable[Path], work: Work) -> tuple[tuple[str, ...], Problems]:
    """Keep raw files under seeds/ and propose an article file for each; the paths of the articles written.

    A raw file that the archive has already, under whatever name, is passed over.
    """
    entities, problems = pipeline.authority(root)
    articles, found = pipeline.read_articles(root, work)
    problems += found
    if errors(problems):
        return (), problems
    known = {article.source.sha256 for article in articles if article.source}
    written: list[str] = []
    for file in files:
        data, found = disk.read(file)
        problems += found
        if data is None or _sha256(data) in known:
            continue
        raw = disk.raw_path(root, file, data)
        proposal, found = ingest.propose(raw, data, entities)
        problems += found
        if proposal is None:
            continue
        path = f"content/articles/{proposal.article.id}.md"
        if (root / path).exists():
            problems += (problem("duplicate-article", str(file), id=proposal.article.id, first=path),)
            continue
        disk.write(root / raw, data)
        disk.write(root / path, ingest.article_file(proposal).encode())
        known.add(_sha256(data))
        written.append(path)
    return tuple(written), problems


def annotate(
    root: Path, files: Iterable[Path], work: Work, date: str | None, with_authority: bool
) -> tuple[tuple[Found, ...], Problems]:
    """What is found in raw files. One that the archive holds is read as its article, others as proposed.

    `date` (EDTF) is taken for the day on which the files were published, whatever they say themselves.
    """
    entities, problems = pipeline.authority(root) if with_authority else ((), ())
    articles, found = pipeline.read_articles(root, work)
    problems += found
    known = {article.source.sha256: article for article in articles if article.source}
    texts: list[tuple[str, str]] = []
    read: list[Article] = []
    for file in files:
        data, found = disk.read(file)
        problems += found
        if data is None:
            continue
        article, found = known.get(_sha256(data)), ()
        if article is None:
            proposal, found = ingest.propose(file.name, data, entities)
            article = proposal.article if proposal else None
        problems += found
        if article is not None:
            text, _ = ingest.decode(data)
            texts.append((file.name, text))
            read.append(msgspec.structs.replace(article, date_published=date) if date else article)
    annotated = pipeline.annotations(read, entities, work)
    names = {entity.id: entity for entity in entities}
    rows = zip(texts, read, annotated, strict=True)
    return tuple(_found(file, text, article, own, names) for (file, text), article, own in rows), problems


def as_json(found: tuple[Found, ...]) -> str:
    """The findings as one JSON object."""
    return msgspec.json.format(msgspec.json.encode({"articles": found, "links": []}), indent=1).decode()


def as_text(found: tuple[Found, ...]) -> str:
    """The findings for a reader: a line each."""
    rows = []
    for one in found:
        for mention in one.mentions:
            value = mention["value"] or mention["entity"] or ""
            rows.append((mention["start"], f"{one.file}  {mention['type']}  {mention['text']}  {value}"))
    return "\n".join(row for _, row in rows)


def _found(file: str, text: str, article: Article, own: Annotations, entities: dict[str, Entity]) -> Found:
    to_raw = ingest.align(article, text).to_raw

    def place(span: Span | Mention | None) -> dict[str, Any] | None:
        if span is None:
            return None
        start, end = to_raw(span.start, span.end)
        return {"start": start, "end": end, "text": span.text}

    def voice(one: Voice) -> dict[str, str | None]:
        known = entities.get(one.entity or "")
        return {"entity": one.entity, "name": one.name or (known.name_ar if known else None)}

    return Found(
        file,
        tuple({**place(m), "type": m.type, "entity": m.entity, "value": m.value} for m in own.mentions),
        tuple(
            {
                "id": claim.id,
                "content": place(claim.content),
                "source": place(claim.source),
                "cue": place(claim.cue),
                "kind": claim.kind,
                "modality": claim.modality,
                "speaker": voice(claim.speaker),
                "via": [voice(one) for one in claim.via],
            }
            for claim in own.claims
        ),
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
