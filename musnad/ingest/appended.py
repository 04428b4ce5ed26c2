"""Text of another hand, glued to a report's end: a reader's comment, a second post of the page.

A writer's habits show where one hand ends: whether sentences end in stops, and whether «أن» is written with
its hamza. The tail begins at the first line after which both habits are the other way round; where the lines
before it end in a stop with letters glued to it («متنقلة.حرب»), it begins there.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from musnad.ingest.pieces import Piece, Pieces, cut, stops
from musnad.ingest.plain import plain
from musnad.ingest.words import words

_GLUED = re.compile(r"[.!؟…](?=[\u0621-\u064a]{2})")
_WORD = re.compile(r"[\u0621-\u065f]+")
_LETTERS_GLUED = 40  # signs: a title, a name; longer is a sentence that lacks its space
_EVIDENCE = 4  # words that show how a stretch writes its hamza
_MOST = 0.5  # of an article's letters may be another hand's


def mark(pieces: Pieces) -> Pieces:
    """The pieces with the tail of another hand, if there is one, told apart."""
    pieces = _comments(pieces)
    body = [number for number, piece in enumerate(pieces) if piece.zone == "body"]
    splits = []
    for place in range(1, len(body)):
        head = [pieces[number] for number in body[:place]]
        tail = [pieces[number] for number in body[place:]]
        glue = _glue(head[-1])
        if _other_hand(head, tail, glue is not None):
            splits.append((glue is None, _stopped(tail), place, glue))
    if not splits:
        return pieces
    _, _, place, glue = min(splits)
    marked = list(pieces)
    for number in body[place:]:
        marked[number] = replace(pieces[number], zone="appended", why=_WHY)
    if glue is not None:
        first, second = cut(pieces[body[place - 1]], glue)
        marked[body[place - 1] : body[place - 1] + 1] = [first, replace(second, zone="appended", why=_WHY)]
    return tuple(marked)


def _comments(pieces: Pieces) -> Pieces:
    """What stands below a heading of comments is readers'."""
    at = next((n for n, piece in enumerate(pieces) if piece.why == _COMMENTS), len(pieces))
    below = (
        replace(one, zone="appended", why="below the comments' heading") if one.zone == "body" else one
        for one in pieces[at:]
    )
    return (*pieces[:at], *below)


_COMMENTS = "the comments' heading"
_WHY = "after the report's last stop: no stops, and another way of writing hamza"


def _glue(piece: Piece) -> int | None:
    """The raw offset of a few letters glued behind a piece's last stop."""
    found = [match.end() for match in _GLUED.finditer(piece.words)]
    if not found or len(piece.words) - found[-1] > _LETTERS_GLUED or stops(piece.words):
        return None
    return piece.start + found[-1]


def _other_hand(head: list[Piece], tail: list[Piece], glued: bool) -> bool:
    size = sum(len(piece.words) for piece in tail)
    if size > _MOST * (size + sum(len(piece.words) for piece in head)):
        return False
    if _stopped(tail) > 0.34 or _stopped(head[:-1] if glued else head) < 0.7:
        return False
    before, after = _hamza(head), _hamza(tail)
    differs = before is not None and after is not None and before > 0.8 and after < 0.2
    return differs or (glued and after is not None and after < 0.2 and len(tail) > 1)


def _stopped(pieces: list[Piece]) -> float:
    """The share of pieces that end in a full stop."""
    return sum(piece.words.rstrip("\"'»”’)").endswith((".", "؟", "!")) for piece in pieces) / max(
        len(pieces), 1
    )


def _hamza(pieces: list[Piece]) -> float | None:
    """The share of hamzas written where careful writers write one; None where too few words show it."""
    with_hamza = set(words("hamza"))
    without = {plain(word) for word in with_hamza}
    found = [word for piece in pieces for word in _WORD.findall(piece.words)]
    found = [word[1:] if word[:1] in "وفبكل" and plain(word[1:]) in without else word for word in found]
    told = [word for word in found if plain(word) in without]
    return sum(word in with_hamza for word in told) / len(told) if len(told) >= _EVIDENCE else None
