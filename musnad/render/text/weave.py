"""Marks woven into text: HTML whose text is the text, letter for letter.

A mark covers whole orthographic words, since one that ends inside a word breaks the joining of its letters in
some browsers. Marks may nest and overlap: where two cross, the one opened later is closed and opened again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from musnad.render.text.bidi import left_to_right

Range = tuple[int, int]
Attributes = tuple[tuple[str, str], ...]  # names with their values, which weaving escapes


class Mark(NamedTuple):
    """An element round `text[start:end]`. Of two marks the lower `layer` lies outside, then the longer.

    `tag` is the element's name, `attributes` what its start tag carries, `once` what only its first piece
    carries where it has to be cut (an id). With an `href` it is a link instead, unless a link lies inside it.
    """

    start: int
    end: int
    layer: int
    tag: str
    attributes: Attributes = ()
    once: Attributes = ()
    href: str | None = None


class Point(NamedTuple):
    """HTML without text of its own, set at a place in the text: after what ends there, before what begins."""

    at: int
    html: Markup


LTR_LAYER = 9


@lru_cache(maxsize=10_000)  # lists in every language, and of several names, have the same words
def plain(words: str) -> Markup:
    """Words of a source without marks, their left-to-right stretches isolated."""
    if not left_to_right(words, 0, len(words)):
        return Markup(escaped(words))
    return weave(words, 0, len(words), ())


def weave(text: str, start: int, end: int, marks: Iterable[Mark], points: Iterable[Point] = ()) -> Markup:
    """`text[start:end]` as HTML with its marks and points.

    Marks are widened to whole words inside the stretch; those outside it or empty are left out. The text
    content of the result (points aside) equals `text[start:end]`.
    """
    isolates = left_to_right(text, start, end)
    ordered = [Mark(a, b, LTR_LAYER, "bdi", _isolate(text[a:b])) for a, b in isolates]
    for mark in marks:
        a, b = snap(text, mark.start, mark.end, start, end, isolates)
        if a < b:
            ordered.append(mark._replace(start=a, end=b))
    ordered.sort(key=lambda mark: (mark.layer, mark.start, -mark.end))
    ordered = [_linked(mark, ordered[at + 1 :]) for at, mark in enumerate(ordered)]
    pending = [p._replace(at=snap_forward(text, p.at, start, end, isolates)) for p in points]
    pending.sort(key=lambda point: point.at)
    cuts = sorted({start, end, *(at for m in ordered for at in m[:2]), *(p.at for p in pending)})
    out: list[str] = []
    stack: list[Mark] = []
    for left, right in pairwise([*cuts, end]):
        wanted = [mark for mark in ordered if mark.start <= left < mark.end]
        kept = _common(stack, wanted)
        out += [f"</{mark.tag}>" for mark in reversed(stack[kept:])]
        while pending and pending[0].at == left:
            out.append(pending.pop(0).html)
        for mark in wanted[kept:]:
            out.append(_start_tag(mark, mark.start == left))
        stack = wanted
        out.append(escaped(text[left:right]))
    return Markup("".join(out))


def _isolate(words: str) -> Attributes:
    """An isolate's attributes: dates and telephone numbers, which have spaces, stay on one line."""
    return (("dir", "ltr"), ("class", "one")) if re.search(r"\s", words) else (("dir", "ltr"),)


def _start_tag(mark: Mark, first: bool) -> str:
    carried = mark.attributes + mark.once if first else mark.attributes
    return f"<{mark.tag}" + "".join(f' {name}="{escape(value)}"' for name, value in carried) + ">"


def _linked(mark: Mark, inner: Sequence[Mark]) -> Mark:
    """A mark with its link, if it may have one: links do not nest, the inner one is kept. A link to a mark's
    details needs no other word of them."""
    if mark.href is None or any(m.href and m.start < mark.end and mark.start < m.end for m in inner):
        return mark
    others = (one for one in mark.attributes if one != ("aria-details", mark.href.removeprefix("#")))
    return mark._replace(tag="a", attributes=(("href", mark.href), *others))


def _common(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        length += 1
    return length


def escaped(text: str) -> str:
    """Text for HTML. A carriage return is written as a reference: a parser would make it a line feed."""
    return str(escape(text)).replace("\r", "&#13;")


def snap(text: str, start: int, end: int, low: int, high: int, units: Sequence[Range] = ()) -> Range:
    """The span widened to whole words and whole `units` within `low` and `high`; empty if it lies outside."""
    start, end = max(start, low), min(end, high)
    if start >= end:
        return low, low
    while start > low and _inside(text, start, units):
        start -= 1
    return start, snap_forward(text, end, low, high, units)


def snap_forward(text: str, at: int, low: int, high: int, units: Sequence[Range] = ()) -> int:
    """The next place at or after `at` that lies inside no word and no unit."""
    at = min(max(at, low), high)
    while low < at < high and _inside(text, at, units):
        at += 1
    return at


def _inside(text: str, at: int, units: Sequence[Range]) -> bool:
    before, after = text[at - 1], text[at]
    if is_mark(after) or before == "\u200d" or any(a < at < b for a, b in units):
        return True
    return (before.isalnum() or is_mark(before)) and after.isalnum()


def is_mark(letter: str) -> bool:
    """Whether a sign belongs to the one before it: vowel signs, tatweel, joiners, invisible controls."""
    return letter == "\u0640" or unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
