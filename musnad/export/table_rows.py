"""The rows of the tables that the archive is exported as; their fields are told in data/tables.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from musnad.model import Archive, Claim, Quantity, Voice

Row = tuple[Any, ...]


def articles(archive: Archive) -> Iterator[Row]:
    """The articles."""
    for one in archive.articles:
        digest = one.source.sha256 if one.source else None
        dates = (one.date_published, one.date_downloaded, one.date_modified)
        carried = (one.authors, one.outlet, one.agencies, one.credit)
        yield (one.id, one.title, one.text, *carried, one.url, one.archive_url, *dates, one.status, digest)


def paragraphs(archive: Archive) -> Iterator[Row]:
    """Their paragraphs, with the part of a report that each is."""
    for one in archive.articles:
        for number, block in enumerate(one.blocks, 1):
            yield (one.id, number, block.zone, block.start, block.end, one.text[block.start : block.end])


def mentions(archive: Archive) -> Iterator[Row]:
    """Names, dates and figures."""
    for one in archive.articles:
        for number, mark in enumerate(archive.annotations[one.id].mentions, 1):
            figure = mark.value if isinstance(mark.value, Quantity) else None
            told = (figure.number, figure.comparator, figure.unit, figure.counted) if figure else (None,) * 4
            date = mark.value if isinstance(mark.value, str) else None
            place = (one.id, number, mark.start, mark.end, mark.text, mark.type)
            yield (*place, mark.entity, mark.candidates, date, *told, mark.score, mark.by)


def statements(archive: Archive) -> Iterator[Row]:
    """What somebody is said to have said."""
    for one in archive.articles:
        for claim in archive.annotations[one.id].claims:
            renderings = archive.renderings.get(claim.id, (claim.id,))
            yield (claim.id, one.id, *_said(claim), renderings[0])


def _said(claim: Claim) -> Row:
    words = (claim.content.start, claim.content.end, claim.content.text)
    cue, source = (claim.cue and claim.cue.text), (claim.source and claim.source.text)
    via = [_voice(voice) for voice in claim.via]
    speaker = (claim.speaker.entity, claim.speaker.name)
    return (*words, claim.kind, claim.modality, cue, source, *speaker, via, claim.said, claim.score, claim.by)


def _voice(voice: Voice) -> str:
    return voice.entity or voice.name or ""


def entities(archive: Archive) -> Iterator[Row]:
    """Those whom the texts name."""
    for key in met(archive):
        one = archive.entities[key]
        seen = len(archive.appearances.get(key, ()))
        names = (one.name_ar, one.name_en, one.aliases, one.handles)
        yield (key, one.type, *names, one.wikidata, one.geonames, one.latitude, one.longitude, seen)


def met(archive: Archive) -> list[str]:
    """The ids of the entities that have a page: those the texts name or quote, or that they came through."""
    claims = (claim for own in archive.annotations.values() for claim in own.claims)
    voices = {voice.entity for claim in claims for voice in (claim.speaker, *claim.via)}
    found = voices | archive.appearances.keys() | archive.sources.keys()
    return sorted(key for key in archive.entities if key in found)


def links(archive: Archive) -> Iterator[Row]:
    """How statements are related."""
    links = {(one.a, one.b, one.relation): one for own in archive.links.values() for one in own}
    for key in sorted(links):
        one = links[key]
        yield (*key, one.score, one.by, one.reason.code, one.reason.words, one.origin)


ROWS: dict[str, Callable[[Archive], Iterator[Row]]] = {
    "articles": articles,
    "paragraphs": paragraphs,
    "mentions": mentions,
    "statements": statements,
    "entities": entities,
    "links": links,
}
