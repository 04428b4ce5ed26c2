"""Headline, decks and subheads: lines that read like titles, told apart by the article's own habits."""

from __future__ import annotations

import re

from musnad.ingest.pieces import Piece, Pieces, like_headline, stops, told

_SUBHEAD = 90  # signs
_DECK = 220
_LONG = 200  # a paragraph, by any outlet's habit
_ITEM = re.compile(r"[-*•–—]|\d+\s*[-.)]")
_TO_NEXT = ("و", "ف")


def mark(pieces: Pieces) -> Pieces:
    """The pieces with the headline, the decks under it, and subheads told apart."""
    body = [n for n, piece in enumerate(pieces) if piece.zone == "body"]
    marked = list(pieces)
    if len(body) < 2:
        return pieces
    titled = any(piece.zone == "headline" for piece in pieces)
    section = not titled and len(body) > 2 and _is_section(*(marked[n] for n in body[:3]))
    if section:
        marked[body[0]] = told(marked[body[0]], "residue", "a section's name above the headline")
    first, *rest = body[section:]
    if not titled and _is_headline(marked[first], [marked[n] for n in rest[:3]]):
        marked[first] = told(marked[first], "headline", "a first line without a stop, before longer ones")
    strict = not _stops_habitually([marked[n] for n in rest])
    if marked[first].zone == "headline" and not strict:
        while len(rest) > 2 and _is_deck(marked[rest[0]], marked[rest[1]]):
            marked[rest[0]] = told(marked[rest[0]], "subhead", "a line without a stop under the headline")
            rest = rest[1:]
    for before, at, after in zip(rest, rest[1:], rest[2:], strict=False):
        if _is_subhead(marked[before], marked[at], marked[after], strict):
            marked[at] = told(marked[at], "subhead", "a short line without a stop between paragraphs")
    return tuple(marked)


def _is_section(line: Piece, headline: Piece, following: Piece) -> bool:
    """Whether a word or two stand above a line that is a headline by itself, «الشرق الأوسط»."""
    words = line.words
    short = len(words.split()) <= 2 and words[-1] not in ".:؟!…" and len(headline.words.split()) >= 5
    return short and _is_headline(headline, [following])


def _is_headline(line: Piece, following: list[Piece]) -> bool:
    words = line.words
    if len(words) > 160 or len(words.split()) < 2 or _one_stop(words) or words[-1] in ":،,؛;":
        return False
    if re.search(r"[.؟!]\s+\S+\s+\S+", words) and len(words) > 110:
        return False
    return any(len(one.words) > len(words) or stops(one.words) for one in following)


def _is_deck(line: Piece, following: Piece) -> bool:
    words = line.words
    return (
        len(words) <= _DECK
        and len(words.split()) > 1
        and not stops(words)
        and words[-1] not in ":،,؛;"
        and (len(following.words) > len(words) or stops(following.words))
    )


def _is_subhead(before: Piece, line: Piece, after: Piece, strict: bool) -> bool:
    """`strict` is for articles whose paragraphs do not end in stops: there a subhead is much shorter."""
    words = line.words
    return (
        like_headline(words, _SUBHEAD // 2 if strict else _SUBHEAD)
        and not _ITEM.match(words)
        and not words.startswith(_TO_NEXT)
        and (strict or stops(before.words) or before.words[-1] in ')»”"')
        and before.zone == "body"
        and len(after.words) > 1.5 * len(words)
        and (strict or stops(after.words) or len(after.words) > _LONG)
    )


def _stops_habitually(pieces: list[Piece]) -> bool:
    long = [piece for piece in pieces if len(piece.words) > 80]
    return 2 * sum(stops(piece.words) for piece in long) >= len(long)


def _one_stop(words: str) -> bool:
    """Whether words end in a full stop; dots of suspense are a title's too."""
    return words.rstrip("\"'»”’)").endswith(".") and not words.rstrip("\"'»”’)").endswith("..")
