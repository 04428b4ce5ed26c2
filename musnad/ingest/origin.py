"""Where an article comes from, by its own words: outlet, agencies, credit, authors, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from musnad.ingest.credits import BYLINE, NAMES, SOURCE, TAKEN
from musnad.ingest.datelines import NAMED
from musnad.ingest.pieces import Piece, Pieces, context
from musnad.ingest.plain import plain
from musnad.ingest.proposal import Evidence
from musnad.ingest.residue import ADDRESS, LINKS
from musnad.ingest.sources import Named, Sources
from musnad.ingest.words import any_of

_OWN = re.compile(rf"(?<!\w){any_of('own')}")
_NOBODY = re.compile(any_of("nobody"))
_EDGES = " \t\u00a0\"'«»“”‘’()[]*•:：.،,–—-"
_REPORT = ("headline", "subhead", "body", "quote", "caption", "dateline", "credit")


class Found(NamedTuple):
    """A value, and the words of the raw file that say so."""

    value: str
    words: str
    line: int
    why: str


class Origin(NamedTuple):
    """Where an article comes from, as far as it says, with the words for each."""

    outlet: str | None
    agencies: tuple[str, ...]
    credit: str | None
    authors: tuple[str, ...]
    url: str | None
    evidence: tuple[Evidence, ...]


def read(pieces: Pieces, sources: Sources) -> Origin:
    """The origin of the article that `pieces` are."""
    url = _first(_urls(pieces))
    outlet = _first(_outlets(pieces, sources)) or (url and _host(url, sources))
    credit = _first(one for one in _credits(pieces, sources) if not outlet or one.value != outlet.value)
    ordered = list({one.value: one for one in reversed(list(_agencies(pieces, sources)))}.values())[::-1]
    authors = list(_authors(pieces))
    told = [("outlet", outlet), ("credit", credit), ("url", url)]
    told += [("agencies", one) for one in ordered] + [("authors", one) for one in authors]
    hints = (
        ("perhaps of the outlet", Found("", one.words, one.line, ""))
        for one in pieces
        if one.why in LINKS and not one.post
    )
    return Origin(
        outlet=outlet.value if outlet else None,
        agencies=tuple(one.value for one in ordered),
        credit=credit.value if credit else None,
        authors=tuple(one.value for one in authors),
        url=url.value if url else None,
        evidence=tuple(
            Evidence(field=field, words=one.words, line=one.line, reason=one.why)
            for field, one in (*told, *hints)
            if one
        ),
    )


def _first(found: Iterator[Found]) -> Found | None:
    return next(found, None)


def _outlets(pieces: Pieces, sources: Sources) -> Iterator[Found]:
    """Outlets that sign: in the dateline, in a line with their agency, in the page's own lines."""
    for piece in pieces:
        named = _signed(piece, sources)
        if piece.zone == "residue" and _OWN.search(plain(piece.words)):
            named = sources.find(piece.words)
        elif piece.zone == "credit" and all(one.role == "outlet" for one in named):
            continue  # an outlet's name alone says whom a report was taken from
        for one in named:
            if one.role == "outlet":
                yield Found(one.source, piece.words, piece.line, "")
        if piece.why == NAMED:
            yield Found(piece.words.strip(_EDGES), piece.words, piece.line, NAMED)


def _signed(piece: Piece, sources: Sources) -> list[Named]:
    """The sources a dateline, signature or caption holds; in a dateline a doubtful name only at its end."""
    if piece.post is not None or piece.zone not in ("dateline", "credit", "caption") or _labelled(piece):
        return []
    named = sources.signed(piece.words)
    return [one for one in named if one.sure or piece.zone != "dateline" or one == named[-1]]


def _credits(pieces: Pieces, sources: Sources) -> Iterator[Found]:
    """Publishers the text says it was taken from; an agency so named is an agency, «وكالات» nobody."""
    for piece in pieces:
        found = _labelled(piece)
        named = _signed(piece, sources) if piece.zone == "credit" else []
        if found:
            name = piece.words[found.start("name") : found.end("name")]
            named = sources.find(name, credit=True)
            nobody = sources.only(name) is not None or _NOBODY.fullmatch(plain(name.strip(_EDGES)))
            if not named and not nobody:
                yield Found(name.strip(_EDGES), piece.words, piece.line, "")
        for one in named:
            if one.role == "outlet":
                yield Found(one.source, piece.words, piece.line, "")


def _labelled(piece: Piece) -> re.Match[str] | None:
    if piece.zone != "credit" or piece.post is not None:
        return None
    folded = plain(piece.words)
    return SOURCE.match(folded) or TAKEN.match(folded)


def _agencies(pieces: Pieces, sources: Sources) -> Iterator[Found]:
    """Agencies the report names as its channel, wherever it names them."""
    for piece in pieces:
        if piece.zone not in _REPORT or piece.post is not None:
            continue
        named = sources.find(piece.words)
        if piece.zone in ("caption", "dateline", "credit"):
            named += [
                one for one in (*sources.signed(piece.words), *_named(piece, sources)) if one not in named
            ]
        for one in sorted(named):
            if one.role == "agency":
                yield Found(one.source, context(piece.words, one.start, one.end), piece.line, "")


def _named(piece: Piece, sources: Sources) -> list[Named]:
    """The sources in the name of a source line."""
    found = _labelled(piece)
    return sources.find(piece.words[found.start("name") :], credit=True) if found else []


def _authors(pieces: Pieces) -> Iterator[Found]:
    for piece in pieces:
        found = BYLINE.match(plain(piece.words)) if piece.zone == "byline" else None
        if found:
            for name in NAMES.split(piece.words[found.start("name") : found.end("name")]):
                yield Found(name.strip(_EDGES), piece.words, piece.line, "")


def _urls(pieces: Pieces) -> Iterator[Found]:
    """The one address of a page that the text gives, if it gives one."""
    found = [
        one for one in pieces if one.zone == "residue" and one.why == ADDRESS and one.words.startswith("http")
    ]
    if len({one.words for one in found}) == 1:
        yield Found(found[0].words, found[0].words, found[0].line, "")


def _host(url: Found, sources: Sources) -> Found | None:
    outlet = sources.host(url.value)
    return Found(outlet, url.words, url.line, "the address's host") if outlet else None
