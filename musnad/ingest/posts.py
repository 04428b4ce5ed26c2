"""Pasted posts: found by their author line, and followed back to their first line.

An author line is what the platform's own embedding leaves, «— Name (@handle) March 23, 2019», in any language
of the date. How far back its post goes is not written anywhere; three things bound it: a post has at most
280 signs, it is in one script, and it does not read like the report's own paragraphs.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from musnad.arabic.script import arabic_letters
from musnad.ingest.days import find
from musnad.ingest.pieces import Piece, Pieces, cut, stops, told
from musnad.ingest.plain import plain
from musnad.ingest.residue import LINKS
from musnad.ingest.words import any_of
from musnad.model import Post

LIMIT = 280  # signs in a post, by the platform's rule since 2017
_LONGEST = 200  # signs of an author line
_SLACK = 20  # links and line breaks count otherwise there than here
_MARKS = "[\u200e\u200f\u202a-\u202e\u2066-\u2069\\s]{0,5}"
_AUTHOR = re.compile(
    rf"(?P<dash>[—–―]|--|-)?{_MARKS}(?P<author>[^()\n—–―]{{1,60}}?){_MARKS}\({_MARKS}@(?P<handle>\w{{1,30}}){_MARKS}\)"
    rf"(?P<rest>[^()]{{0,60}})$"
)
_REPORTS = re.compile(any_of("posting"))
_LATIN = re.compile("[A-Za-z]")


def mark(pieces: Pieces, known: int = 0) -> tuple[Pieces, tuple[Post, ...]]:
    """The pieces with those of pasted posts told apart, and the posts, as their author lines name them.

    `known` is how many posts the pieces hold already.
    """
    marked: list[Piece] = []
    posts: list[Post] = []
    for piece in pieces:
        at = max(0, len(piece.words) - _LONGEST)
        found = _AUTHOR.search(piece.words, at) if piece.zone == "body" and "@" in piece.words[at:] else None
        if not found or not _is_author_line(piece, found):
            marked.append(piece)
            continue
        number = known + len(posts)
        line = piece
        if found.start():
            body, line = cut(piece, piece.start + found.start())
            marked.append(body)
        first = _first(marked, glued=found.start() > 0)
        for place in range(first, len(marked)):
            own = (
                marked[place]
                if marked[place].zone == "residue"
                else told(marked[place], "tweet", "a pasted post")
            )
            marked[place] = replace(own, post=number)
        marked.append(replace(line, zone="credit", post=number, why="the author line of a pasted post"))
        posts.append(_post(found))
    return tuple(marked), tuple(posts)


def _is_author_line(piece: Piece, found: re.Match[str]) -> bool:
    """A line of its own, or an end of line behind a dash; after the handle nothing but a date."""
    rest = found["rest"]
    days = find(rest)
    left = rest if not days else rest[: days[0].start] + rest[days[-1].end :]
    return bool(found["dash"] or not found.start()) and not re.search(r"[^\W\d_]{4,}", left)


def _post(found: re.Match[str]) -> Post:
    days = [day for day in find(found["rest"]) if day.year]
    date = days[0].date() if days else None
    author = re.sub(r"^(?:د|أ|م)\.\s*", "", found["author"].strip())
    return Post(author=author, handle=found["handle"], date=date.isoformat() if date else None)


def _first(marked: list[Piece], glued: bool) -> int:
    """The index of the post's first piece, when its author line comes after the pieces in `marked`."""
    at = len(marked)
    size = 0
    while at > 0:
        piece = marked[at - 1]
        same_line = marked[at].glued if at < len(marked) else glued
        size += len(piece.words) + 1
        if piece.post is not None or piece.zone not in ("body", "residue"):
            break
        if piece.zone == "residue" and piece.why not in LINKS:
            break
        if not same_line:
            last = marked[-1].words
            nearest = at == len(marked)
            if size > LIMIT + _SLACK or _leads_in(piece.words) or (not nearest and _tells(piece.words)):
                break
            if _latin(piece.words) != _latin(last) and piece.zone == "body":
                break
        at -= 1
    return at


def _latin(words: str) -> bool:
    return len(_LATIN.findall(words)) > arabic_letters(words)


def _leads_in(words: str) -> bool:
    """Whether a line goes on with the report or leads in to the post: «وقالت … .», «وكتب على حسابه:»."""
    return words.endswith(":") or (words.startswith(("و", "ف", "كما ")) and stops(words))


def _tells(words: str) -> bool:
    """Whether a line tells what somebody said or posted."""
    return bool(_REPORTS.search(plain(words)))
