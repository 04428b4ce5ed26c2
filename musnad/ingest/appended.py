"""Text of another hand, glued to a report's end: a reader's comment, a second post of the page.

A writer's habits show where one hand ends: whether lines end in stops, and whether «أن» is written with its
hamza. The tail begins at the line after which both habits are the other way round, first of all where a stop
has letters glued to it («متنقلة.حرب»); and whatever stands below a heading of comments is a tail.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from musnad.ingest.pieces import Piece, Pieces, cut, stops, told
from musnad.ingest.plain import plain
from musnad.ingest.residue import COMMENTS
from musnad.ingest.words import words

_WHY = "after the report's last stop: no stops, and another way of writing hamza"
_GLUED = re.compile(r"[.!؟…](?=[\u0621-\u064a]{2})")
_WORD = re.compile(r"[\u0621-\u065f]+")
_LETTERS_GLUED = 40  # signs: a title, a name; longer is a sentence that lacks its space
_EVIDENCE = 4  # words that show how a stretch writes its hamza
_MOST = 0.5  # of an article's letters may be another hand's


class _Habits(NamedTuple):
    """Of some lines: how many, their signs, how many stop, words that could and that do have a hamza."""

    lines: int = 0
    signs: int = 0
    stopped: int = 0
    could: int = 0
    do: int = 0

    def plus(self, other: _Habits, sign: int = 1) -> _Habits:
        return _Habits(*(mine + sign * its for mine, its in zip(self, other, strict=True)))

    @property
    def stops(self) -> float:
        return self.stopped / max(self.lines, 1)

    @property
    def hamza(self) -> float | None:
        """The share of hamzas written; None where too few words show it."""
        return self.do / self.could if self.could >= _EVIDENCE else None


def mark(pieces: Pieces) -> Pieces:
    """The pieces with the tail of another hand, if there is one, told apart."""
    pieces = _comments(pieces)
    body = [number for number, piece in enumerate(pieces) if piece.zone == "body"]
    habits = [_habits(pieces[number]) for number in body]
    heads = list(accumulate(habits, _Habits.plus, initial=_Habits()))
    splits = []
    for place in range(1, len(body)):
        glue = _glue(pieces[body[place - 1]])
        head = heads[place].plus(habits[place - 1], -1) if glue is not None else heads[place]
        tail = heads[-1].plus(heads[place], -1)
        if _other_hand(head, tail, glue is not None):
            splits.append((glue is None, tail.stops, place, glue))
    if not splits:
        return pieces
    _, _, place, glue = min(splits)
    marked = list(pieces)
    for number in body[place:]:
        marked[number] = told(pieces[number], "appended", _WHY)
    if glue is not None:
        first, second = cut(pieces[body[place - 1]], glue)
        marked[body[place - 1] : body[place - 1] + 1] = [first, told(second, "appended", _WHY)]
    return tuple(marked)


def _comments(pieces: Pieces) -> Pieces:
    at = next((n for n, piece in enumerate(pieces) if piece.why == COMMENTS), len(pieces))
    why = "below the comments' heading"
    below = (told(one, "appended", why) if one.zone == "body" else one for one in pieces[at:])
    return (*pieces[:at], *below)


def _glue(piece: Piece) -> int | None:
    """The raw offset of a few letters glued behind a piece's last stop."""
    end = piece.words[-_LETTERS_GLUED - 1 :]
    found = [match.end() for match in _GLUED.finditer(end)]
    return piece.end - len(end) + found[-1] if found and not stops(piece.words) else None


def _other_hand(head: _Habits, tail: _Habits, glued: bool) -> bool:
    if tail.signs > _MOST * (tail.signs + head.signs) or tail.stops > 0.34 or head.stops < 0.7:
        return False
    if tail.hamza is None or tail.hamza > 0.2:
        return False
    return (head.hamza is not None and head.hamza > 0.8) or (glued and tail.lines > 1)


def _habits(piece: Piece) -> _Habits:
    found = [_without_clitic(word) for word in _WORD.findall(piece.words)]
    could = [word for word in found if plain(word) in _folded()]
    return _Habits(
        lines=1,
        signs=len(piece.words),
        stopped=piece.words.rstrip("\"'»”’)").endswith((".", "؟", "!")),
        could=len(could),
        do=sum(word in words("hamza") for word in could),
    )


def _without_clitic(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف", "ب", "ك", "ل") and plain(word[1:]) in _folded() else word


@cache
def _folded() -> frozenset[str]:
    return frozenset(plain(word) for word in words("hamza"))
