"""Datelines: what stands before the first sentence of a report, its place and agency, or its outlet's name.

Four habits: «place (agency) –», «place – agency:», «place –», «outlet :».
"""

from __future__ import annotations

import re

from musnad.ingest.pieces import Pieces, cut, told
from musnad.ingest.plain import plain
from musnad.ingest.sources import Sources
from musnad.ingest.words import any_of
from musnad.model import Entity

_DASH = r"(?:--?|[–—―]|(?<=\s)ـ+)"
_END = rf"\s*(?:{_DASH}{{1,3}}|:)"
_NAME = r"[^\W\d_]+(?:\s+[^\W\d_]+){0,2}"
_BRACKETED = re.compile(rf"[^:.\n]{{0,80}}?\s*\((?P<source>[^()]{{1,40}})\){_END}\s*")
_DASHED = re.compile(rf"[^:.()\n]{{2,60}}?\s*(?:{_DASH}|[/،,:])\s*(?P<source>[^:()\n]{{2,40}}?){_END}\s+")
_PLACE = re.compile(rf"{_NAME}(?:[،,]\s*{_NAME})?\s*{_DASH}{{1,2}}\s+")
_COLON = re.compile(r"(?P<name>[\w.\"«»]+(?:\s+[\w.\"«»]+){0,3}?)\s*:\s+(?=[^\W\d_])")
_TELLS = re.compile(rf"{any_of('telling')}(?:ت|وا)?(?!\w)")
_FEW = 12  # words that a paragraph has at least after its dateline
NAMED = "a name and a colon before a sentence that begins with its verb"
_LOOK = 3  # paragraphs from the first one on


def mark(pieces: Pieces, sources: Sources, entities: tuple[Entity, ...] = ()) -> Pieces:
    """The pieces with the dateline cut off the report's first paragraph."""
    people = [one for one in entities if one.type == "person"]
    speakers = {plain(name) for one in people for name in (one.name_ar, *one.aliases)}
    body = [n for n, piece in enumerate(pieces) if piece.zone in ("body", "subhead")][:_LOOK]
    for number in body:
        piece = pieces[number]
        others = [other.words for other in pieces if other is not piece]
        found = _find(piece.words, sources, speakers, others) or _place(piece.words, first=number == body[0])
        if found:
            end, why = found
            first, second = cut(piece, piece.start + end)
            both = (told(first, "dateline", why), told(second, "body", ""))
            return (*pieces[:number], *both, *pieces[number + 1 :])
    return pieces


def _find(words: str, sources: Sources, speakers: set[str], others: list[str]) -> tuple[int, str] | None:
    """Where the dateline at the start of a paragraph ends, and what it was known by."""
    if found := _BRACKETED.match(words):
        named = sources.only(found["source"])
        if named is not None and _enough(words, found.end()):
            return found.end(), "a place and an agency in brackets before the first sentence"
    found = _DASHED.match(words)
    if found and sources.only(found["source"]) is not None and _enough(words, found.end()):
        return found.end(), "a place and an agency before the first sentence"
    if found := _COLON.match(words):
        name = found["name"]
        if sources.only(name) is not None and _enough(words, found.end()):
            return found.end(), "a source and a colon before the first sentence"
        if _is_outlet(name, words[found.end() :], speakers, others):
            return found.end(), NAMED
    return None


def _place(words: str, first: bool) -> tuple[int, str] | None:
    found = _PLACE.match(words) if first else None
    if not found or words.startswith("و") or _TELLS.match(plain(words)) or not _enough(words, found.end()):
        return None
    return found.end(), "a place and a dash before the first sentence"


def _enough(words: str, at: int) -> bool:
    return len(words[at:].split()) >= _FEW


def _is_outlet(name: str, rest: str, speakers: set[str], others: list[str]) -> bool:
    """A short name no line else begins with, before a long paragraph that begins with a verb of telling."""
    folded = plain(name)
    if (
        _TELLS.match(folded.removeprefix("و"))
        or folded in speakers
        or any(plain(line).startswith(folded) for line in others)
    ):
        return False
    return bool(_TELLS.match(plain(rest))) and _enough(rest, 0)
