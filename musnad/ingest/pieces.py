"""A raw text cut into pieces: lines, then parts of lines, each with the zone it is taken for and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from musnad.arabic.fold import fold
from musnad.model import Format, Post, Value, Zone

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
STOPS = ".!؟?…"
_CLOSERS = "\"'»”’)]}"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Piece(Value, frozen=True):
    """A stretch of the text, without white space at its edges: code points `start` to `end` of line `line`.

    `why` says what it was taken for its zone by. `glued`: no line break stands before it.
    """

    start: int
    end: int
    line: int
    words: str
    zone: Zone = "body"
    why: str = ""
    glued: bool = False
    post: int | None = None


Pieces = tuple[Piece, ...]


class Draft(Value, frozen=True):
    """A raw text, or the words of a Markdown body, in pieces, with what the Markdown said of them."""

    pieces: Pieces
    formats: tuple[Format, ...] = ()
    posts: tuple[Post, ...] = ()


def lines(text: str, start: int = 0) -> Pieces:
    """The lines of a raw text from `start` on that have a sign in them, each a piece of body."""
    return tuple(_lines(text, start))


def _lines(text: str, start: int) -> Iterator[Piece]:
    number = len(LINE_END.findall(text, 0, start)) + 1
    at = start
    for end in (*LINE_END.finditer(text, start), None):
        stop = end.start() if end else len(text)
        first, last = strip(text, at, stop)
        if first < last:
            yield Piece(start=first, end=last, line=number, words=text[first:last])
        number += 1
        at = end.end() if end else stop


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of the text without the white space and byte order marks at its edges."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_BLANK))
    return first, max(first, start + len(words.rstrip(_BLANK)))


_BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\ufeff"


def told(piece: Piece, zone: Zone, why: str) -> Piece:
    """A piece as of a zone, and why."""
    return replace(piece, zone=zone, why=why)


def cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """A piece as two, the second glued to the first; `at` is the raw offset between them."""
    first_end = piece.start + len(piece.words[: at - piece.start].rstrip())
    rest = piece.words[at - piece.start :]
    second_start = piece.end - len(rest.lstrip())
    first = replace(piece, end=first_end, words=piece.words[: first_end - piece.start])
    second = replace(piece, start=second_start, words=rest.lstrip(), glued=True)
    return first, second


def stops(words: str) -> bool:
    """Whether words end like a sentence: with a stop, perhaps in closing marks."""
    return words.rstrip(_CLOSERS + " ")[-1:] in tuple(STOPS) and bool(words)


def bare(words: str) -> str:
    """Words folded, with one space between them and no marks at their edges, for comparing with phrases."""
    return _EDGES.sub("", " ".join(fold(words).split()))


def like_headline(words: str, most: int = 160) -> bool:
    """Whether a line reads like a title: some words, not many, and no stop or comma at the end."""
    return len(words.split()) >= 2 and len(words) <= most and not stops(words) and words[-1] not in ":،,؛;-–"


def context(words: str, start: int, end: int, more: int = 12) -> str:
    """A stretch of words with the whole words around it, about `more` signs on either side."""
    first = words.rfind(" ", 0, max(start - more, 0)) + 1 if start > more else 0
    last = words.find(" ", min(end + more // 2, len(words)))
    return words[first : last if last >= 0 else len(words)]
