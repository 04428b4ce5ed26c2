"""Sentences: where a paragraph may be cut for snippets and sentence addresses.

Arabic has no capital letters, and news copy often has no space after a stop («البلاد.وقال»), so a stop is
weighed by the words around it. Commas and semicolons never end a sentence; two dots or more are a pause; a
question or call that closes inside quotation marks or brackets belongs to the sentence around it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_STOP = re.compile(r"(?P<stops>[.؟?!…۔]+)(?P<closers>(?:\s?[»”’)\]}\"'])*)|\n")
_BACK = re.compile(r"(?P<figure>\d+)|(?P<word>[^\W\d_]*)(?P<joined>\.)?(?:\s*(?P<number>\d))?")  # to the left
_AFTER = re.compile(r"(?P<space>\s*)(?:(?P<word>[\u0620-\u064a\u0671-\u06d3]+)|(?P<sign>\S)|$)")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_NEAR = 2000  # how far back a quotation mark may have been opened; keeps long lines of stops fast
_PAUSES = tuple("،؛,;:.؟?!…")
_OPENING = tuple("([{«“")
_INSIDE = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@cache
def _exceptions() -> tuple[frozenset[str], frozenset[str]]:
    """Words that follow, and words that precede, a stop without a space inside a sentence."""
    data = tomllib.loads(resources.files("musnad.arabic").joinpath("data/sentences.toml").read_text("utf-8"))
    return frozenset(data["domains"]), frozenset(data["initials"])


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph: spans of code points, in order, without the white space around them.

    Every sign that is not white space is in exactly one of them. A line feed always ends one.
    """
    cuts = [0]
    for stop in _STOP.finditer(text):
        if (end := _end(text, cuts[-1], stop)) is not None:
            cuts.append(end)
    pieces = [
        _INSIDE.search(text, start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]
    return [piece.span() for piece in pieces if piece]


def _end(text: str, start: int, stop: re.Match[str]) -> int | None:
    """Where the sentence that began at `start` ends with this stop; None where it goes on."""
    stops, end = stop["stops"], stop.end()
    if stops is None:
        return end
    quote = stop["closers"].find('"')
    near = max(start, stop.start() - _NEAR)
    if quote >= 0 and text.count('"', near, stop.start()) % 2 == 0:
        end = stop.start("closers") + quote  # none is open: this straight mark opens the next sentence
    after = _AFTER.match(text, end)
    before = text[max(start, stop.start() - 40) : stop.start()]
    if after is None or after["sign"] in _PAUSES or before.rstrip().endswith(_OPENING):
        return None
    if stops in (".", "۔"):
        ends = _ends(before, after)
    else:
        ends = bool(stops.strip(".…")) and end == stop.end("stops") and not _address(after)
    return end if ends else None


def _address(after: re.Match[str]) -> bool:
    """Whether what follows a stop is joined to it as in numbers, addresses and Latin names."""
    sign = after["sign"] or ""
    return not after["space"] and (sign.isalnum() or sign in tuple("_@#/%=&-"))


def _ends(before: str, after: re.Match[str]) -> bool:
    """Whether a single full stop between these words ends a sentence."""
    last = _BACK.match(_MARKS.sub("", before)[::-1])
    if last is None or _address(after):
        return False
    domains, initials = _exceptions()
    glued = bool(after["word"]) and not after["space"]
    if glued and (len(after["word"]) < 3 or after["word"] in domains):
        return False
    if last["figure"]:
        return last["figure"][::-1] != before.strip()  # else it numbers an item of a list
    word, joined = last["word"][::-1], bool(last["joined"])
    initial = len(word) < 3 or word in initials
    if glued:
        return not (initial or joined)
    if initial and joined:
        return (after["word"] or "و").startswith("و")
    if len(word) == 1:
        return bool(last["number"])
    return not "a" <= (after["sign"] or "") <= "z"
