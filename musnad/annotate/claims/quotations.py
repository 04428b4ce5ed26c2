"""Quotations that no cue of their paragraph introduces: somebody goes on speaking."""

from __future__ import annotations

from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.reports import Report

_LONG = 6  # words


def loose(p: Passage, taken: bytearray) -> list[Report]:
    """Quoted speech outside the contents already taken (a 1 for each of their tokens).

    It is a whole sentence in quotes, or stands after a colon.
    Its source is whoever spoke before; headlines and captions are left alone.
    """
    if p.block.zone not in ("body", "quote", "appended"):
        return []
    found = []
    for quote in p.opened.values():
        end = min(quote.end, len(p.tokens))
        start = quote.start + 1
        if p.count_words(start, end) < _LONG or taken.find(1, start, end) >= 0:
            continue
        colon = quote.start > 0 and p.keys[quote.start - 1] == ":"
        if not (colon or (_starts(p, quote.start) and _ends(p, end))):
            continue
        while end > start and p.tokens[end - 1].kind == "sign":
            end -= 1
        found.append(Report((quote.start, quote.start), None, "loose", start, None, quote, end=end))
    return found


def _starts(p: Passage, at: int) -> bool:
    return all(p.tokens[k].kind == "sign" for k in range(p.first[at], at))


def _ends(p: Passage, at: int) -> bool:
    return at >= len(p.tokens) or all(p.tokens[k].kind == "sign" for k in range(at, p.last[at]))
