"""Marks that overlap as elements that nest: each cut where another one ends, its pieces told to be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.model import Value


class Mark(Value, frozen=True):
    """A stretch of a text in code points, under the name it has in the file."""

    start: int
    end: int
    key: str


class Piece(Value, frozen=True):
    """One element's part of a mark: the `number`th of `of`, counted from 1, and the pieces inside it."""

    start: int
    end: int
    key: str
    inside: tuple[Piece, ...] = ()
    number: int = 1
    of: int = 1


def nested(marks: Iterable[Mark], stretches: Iterable[tuple[int, int]]) -> list[tuple[Piece, ...]]:
    """For each stretch (paragraph) of a text the marks as pieces that nest, the longer around the shorter.

    What reaches over the end of its surroundings goes on after it as a further piece. Marks outside all
    stretches, and the line feeds between these, are in no piece.
    """
    waiting = sorted(marks, key=_order, reverse=True)
    found = []
    for start, end in stretches:
        inside: list[Mark] = []
        rest: list[Mark] = []
        while waiting and waiting[-1].start < end:
            mark = waiting.pop()
            if max(mark.start, start) < min(mark.end, end):
                inside.append(Mark(max(mark.start, start), min(mark.end, end), mark.key))
            if mark.end > end:
                rest.append(Mark(end, mark.end, mark.key))
        waiting += sorted(rest, key=_order, reverse=True)
        found.append(tuple(_nest(inside)))
    return _numbered(found)


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.key


def _nest(marks: list[Mark]) -> Iterator[Piece]:
    """Marks of one stretch as pieces side by side."""
    waiting = sorted(marks, key=_order)
    while waiting:
        outer, *others = waiting
        inside, waiting = [], []
        for mark in others:
            if mark.start < outer.end:
                inside.append(Mark(mark.start, min(mark.end, outer.end), mark.key))
            if mark.end > outer.end:
                waiting.append(Mark(max(mark.start, outer.end), mark.end, mark.key))
        waiting.sort(key=_order)
        yield Piece(outer.start, outer.end, outer.key, tuple(_nest(inside)))


def _numbered(found: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """The same pieces, each told which of its mark's it is."""
    totals: dict[str, int] = {}
    for piece in _all(piece for pieces in found for piece in pieces):
        totals[piece.key] = totals.get(piece.key, 0) + 1
    seen: dict[str, int] = {}

    def number(piece: Piece) -> Piece:
        seen[piece.key] = own = seen.get(piece.key, 0) + 1
        inside = tuple(map(number, piece.inside))
        return Piece(piece.start, piece.end, piece.key, inside, own, totals[piece.key])

    return [tuple(map(number, pieces)) for pieces in found]


def _all(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _all(piece.inside)
