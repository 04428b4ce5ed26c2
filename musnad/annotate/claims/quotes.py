"""Quotation marks: which open, which close, and what lies between them."""

from __future__ import annotations

from typing import NamedTuple

from musnad.arabic.tokens import Token

_OPEN, _CLOSE = "«‹“„‟‘", "»›”’"
_MARKS = frozenset(_OPEN + _CLOSE + '"')
_FAMILY = {**dict.fromkeys("«»", "«"), **dict.fromkeys("‹›", "‹"), **dict.fromkeys("‘’", "‘")}
_BEFORE_OPEN = frozenset("([{:،؛,;-–—/")
_AFTER_CLOSE = frozenset(")]}:،؛,;.!؟?…-–—/")


class Quote(NamedTuple):
    """A quotation by its tokens: `start` is the opening mark, `end` the closing one.

    A quotation never closed ends with the paragraph: `end` is then the number of tokens, `closed` False.
    """

    start: int
    end: int
    closed: bool
    depth: int


def pair(text: str, tokens: list[Token]) -> list[Quote]:
    """The quotations of a paragraph, by their start; the nested ones have a depth above 0.

    A mark opens or closes by what it touches: a word after it, or a word before it. Straight and curly
    marks count as one kind, since news sites mix and reverse them. Where an open quotation meets a mark
    that looks like an opening one, the number of marks left says whether it is nested or misplaced.
    """
    marks = [i for i, token in enumerate(tokens) if token.text in _MARKS]
    left = {family: sum(_family(tokens[i]) == family for i in marks) for family in {"«", "‹", "‘", '"'}}
    open_: list[int] = []
    found: list[Quote] = []
    for i in marks:
        family = _family(tokens[i])
        left[family] -= 1
        look = _look(text, tokens[i])
        on_top = bool(open_) and _family(tokens[open_[-1]]) == family
        below = next((k for k in reversed(range(len(open_))) if _family(tokens[open_[k]]) == family), None)
        if on_top and not (look == "open" and (family != '"' or left[family] % 2)):
            found.append(Quote(open_.pop(), i, True, len(open_)))
        elif below is not None and look == "close":
            del open_[below + 1 :]
            found.append(Quote(open_.pop(), i, True, len(open_)))
        elif look != "close":
            open_.append(i)
    found += [Quote(i, len(tokens), False, depth) for depth, i in enumerate(open_)]
    return sorted(found)


def _family(token: Token) -> str:
    return _FAMILY.get(token.text, '"')


def _look(text: str, token: Token) -> str:
    """How a mark looks by its neighbours: open, close, or either."""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    free_before = not before or before.isspace() or before in _BEFORE_OPEN
    free_after = not after or after.isspace() or after in _AFTER_CLOSE
    if token.text in "‘’" and not free_before and not free_after:
        return "close"
    proclitic = token.start >= 1 and _proclitic_before(text, token.start)
    opens = (free_before or proclitic) and not free_after
    closes = free_after and not free_before
    if opens or (proclitic and token.text in "«‹“"):
        return "open"
    if closes:
        return "close"
    return "open" if token.text in _OPEN else "close" if token.text in _CLOSE else "either"


def _proclitic_before(text: str, end: int) -> bool:
    """Whether a bare proclitic (و، ب، لـ) is glued to the mark."""
    start = end
    while start and (text[start - 1].isalpha() or text[start - 1] == "ـ"):
        start -= 1
    return text[start:end].rstrip("ـ") in {"و", "ف", "ب", "ك", "ل", "وب", "ول", "فل", "وك", "ال", "بال", "لل"}
