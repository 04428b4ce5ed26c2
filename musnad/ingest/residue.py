"""Residue: what the page left in the text beside the report. The phrases are `data/residue.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from musnad.ingest.pieces import Piece, Pieces, bare, cut, like_headline, stops, told

_LONGEST = 160  # a longer line is a paragraph, whatever it begins with
_RULE = re.compile(r"[\W_×xX]{3,}|[×xX*#•.\-–—_=~]+")
_WEB = re.compile(r"(?:https?://|www\.|pic\.)\S+|(?:[\w-]+\.)+(?:com|net|org|me|co|tv|info)/\S*", re.ASCII)
_MEDIA = re.compile(r"(?:\s*(?:https?://t\.co/\w+|pic\.twitter\.com/\w+))+$", re.ASCII)
_ROW = 5  # words each of two or more titles in a row has at least
_RELATED = "related"
ADDRESS = "an address"  # the evidence for a line that is one, and not a share link
MEDIA = "a media link"
COMMENTS = "the comments' heading"
LINKS = (MEDIA, "a share button or link")


def mark(pieces: Pieces) -> Pieces:
    """The pieces with residue told apart, lines as they are and media links cut off the end of lines."""
    marked: list[Piece] = []
    after_label = False
    for piece in pieces:
        if piece.zone not in ("body", "subhead") or piece.post is not None:
            marked.append(piece)
            continue
        kind = _kind(piece.words)
        if not kind and after_label and _title(piece):
            kind = _RELATED
        after_label = kind == _RELATED
        if kind:
            marked.append(_told(piece, kind))
        else:
            marked += _cut_media(piece)
    return _rows(tuple(marked))


def _shared(address: str) -> bool:
    """Whether an address is a share or follow link and not a report's own page."""
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address).partition("/")[0].lower()
    return any(host == known or host.endswith(f".{known}") for known in _data()["hosts"]["share"])


def _kind(words: str) -> str | None:
    """What kind of residue a whole line is, or None."""
    if _WEB.fullmatch(words):
        return "share" if _shared(words) else "address"
    if _RULE.fullmatch(words):
        return "rule"
    if len(words) > _LONGEST:
        return None
    line = bare(words)
    if kind := _phrases("alone").get(line):
        return kind
    for phrase, kind in _phrases("begins").items():
        if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum():
            return kind
    either = f"{line}\n{' '.join(words.lower().split())}"
    return next((kind for phrase, kind in _phrases("contains").items() if phrase in either), None)


def _told(piece: Piece, kind: str) -> Piece:
    return told(piece, "residue", _data()["reasons"][kind])


def _title(piece: Piece) -> bool:
    return like_headline(piece.words) and len(piece.words.split()) > 2


def _cut_media(piece: Piece) -> list[Piece]:
    found = _MEDIA.search(piece.words)
    if not found:
        return [piece]
    if found.start() == 0:
        return [_told(piece, "share")]
    first, second = cut(piece, piece.start + found.start())
    return [first, told(second, "residue", MEDIA)]


def _rows(pieces: Pieces) -> Pieces:
    """Two or more long titles in a row between paragraphs that end in stops are other stories."""
    marked = list(pieces)
    at = 1
    while at < len(marked):
        end = at
        while end < len(marked) and _in_row(marked[end]):
            end += 1
        before = marked[at - 1]
        if end - at >= 2 and end < len(marked) and before.zone == "body" and _ends(before.words):
            for place in range(at, end):
                marked[place] = _told(marked[place], "row")
        at = max(end, at) + 1
    return tuple(marked)


def _ends(words: str) -> bool:
    return stops(words) or words[-1] in '"»”)'


def _in_row(piece: Piece) -> bool:
    words = piece.words
    return (
        piece.zone == "body"
        and like_headline(words, 110)
        and len(words.split()) >= _ROW
        and not re.match(r"[-*•–—\d«\"]", words[0])
    )


@cache
def _phrases(where: str) -> dict[str, str]:
    return {bare(phrase) or phrase: kind for kind, phrases in _data()[where].items() for phrase in phrases}


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("musnad.ingest").joinpath("data/residue.toml").read_text("utf-8"))
