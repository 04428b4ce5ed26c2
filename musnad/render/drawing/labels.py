"""Words beside signs: each goes where it covers neither a sign nor another's words, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Side = Literal["right", "left", "above", "below"]
_SIDES: tuple[Side, ...] = ("right", "left", "below", "above")
_PLACES: tuple[tuple[Side, int], ...] = (
    *((side, 0) for side in _SIDES),
    *((side, slope) for slope in (-1, 1) for side in _SIDES[:2]),
)  # a side, and whether the name stands higher or lower there
_GAP = 4


class Box(NamedTuple):
    """A rectangle of the drawing."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """Whether they share any of the drawing."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


class Sign(NamedTuple):
    """A sign to be named: its middle, half its breadth, its name."""

    x: int
    y: int
    half: int
    name: str


class Label(NamedTuple):
    """A name's place: where its line of writing has its left end, middle or right end."""

    x: int
    y: int
    end: Literal["left", "middle", "right"]


def breadth(name: str, size: int) -> int:
    """How wide a name is, about, at a size of letters in units of the drawing: Arabic letters are narrow."""
    narrow = sum(letter in "اأإآلدذرزو.،,ilIjft'" for letter in name)
    marks = sum("\u064b" <= letter <= "\u0652" for letter in name)
    return (size * (55 * (len(name) - marks) - 20 * narrow)) // 100 + 2


def placed(signs: Iterable[Sign], frame: Box, size: int) -> list[Label | None]:
    """For each sign, the weightiest first, where its name stands; None where there is no room for it."""
    signs = list(signs)
    taken = [Box(s.x - s.half, s.y - s.half, s.x + s.half, s.y + s.half) for s in signs]
    found: list[Label | None] = []
    for place, sign in enumerate(signs):
        label = None
        for side, slope in _PLACES:
            box, label = _beside(sign, side, slope, size)
            others = (other for at, other in enumerate(taken) if at != place)
            if box.within(frame) and not any(map(box.meets, others)):
                taken.append(box)
                break
            label = None
        found.append(label)
    return found


def _beside(sign: Sign, side: Side, slope: int, size: int) -> tuple[Box, Label]:
    wide, high = breadth(sign.name, size), size * 3 // 2
    base = size * 2 // 5  # from the middle of the letters down to the line of writing
    if side in ("right", "left"):
        away = sign.half * 7 // 10 if slope else sign.half
        middle = sign.y + slope * (away + high // 4)
        top = middle - high // 2
        if side == "right":
            start = sign.x + away + _GAP
            return Box(start, top, start + wide, top + high), Label(start, middle + base, "left")
        end = sign.x - away - _GAP
        return Box(end - wide, top, end, top + high), Label(end, middle + base, "right")
    left = sign.x - wide // 2
    middle = sign.y + (sign.half + high // 2 if side == "below" else -sign.half - high // 2)
    top = middle - high // 2
    return Box(left, top, left + wide, top + high), Label(sign.x, middle + base, "middle")
