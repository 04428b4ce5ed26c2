"""Text fragments: the part of a link that leads to words (`#c1:~:text=…`, WICG scroll-to-text-fragment).

A browser finds words only where they begin and end between words; what a mark cuts off a word («ب|الباغوز»)
must be whole here. A few words before them tell them from the same words elsewhere.
"""

from __future__ import annotations

from urllib.parse import quote

_ALL = 10  # words that are written out; of more the first and the last
_ENDS = 5
_BEFORE = 3


def fragment(words: str, before: str = "") -> str:
    """What follows a link's anchor, so that it leads to some words that stand after others in one paragraph.

    «» for no words. Both are whole words.
    """
    found = words.split()
    if not found:
        return ""
    ends = [found] if len(found) <= _ALL else [found[:_ENDS], found[-_ENDS:]]
    context = _part(before.split()[-_BEFORE:])
    return ":~:text=" + (f"{context}-," if context else "") + ",".join(map(_part, ends))


def _part(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
