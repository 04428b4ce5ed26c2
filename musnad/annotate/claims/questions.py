"""Questions put to a speaker («ردا على سؤال … عن»), and speakers before a headline's colon."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.grammar import verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report, speech


def find(p: Passage) -> list[Report]:
    """The questions of a passage: «سؤال» with what is asked, up to the comma before the answer."""
    found = []
    for i, key in enumerate(p.keys):
        if key in cues.listed("question") and p.within[i] is None:
            report = _question(p, i)
            if report is not None:
                found.append(report)
    return found


def _question(p: Passage, i: int) -> Report | None:
    limit = p.last[i]
    for at in range(i + 1, limit):
        key = p.keys[at]
        if key in COMMAS or key == ":" or key in cues.forms():
            return None
        asks = key in cues.listed("asking")
        if not asks and key not in cues.listed("about"):
            continue
        start = at if asks else at + 1
        end = next((k for k in range(start, limit) if p.keys[k] in "،,؟:" and p.within[k] is None), None)
        if end is None or end <= start:
            return None
        source = None
        if at > i + 1 and p.keys[i + 1] in cues.listed("asked_by"):
            source = sources.between(p, i + 2, at)
        elif at > i + 1 and p.keys[i + 1].startswith("ل"):
            source = (i + 1, noun_phrase(p, i + 1, at))
        return Report((i, i + 1), None, "question", start, source, None, end=end, asides=(i + 1, at))
    return None


def headline(p: Passage) -> Report | None:
    """A headline's speaker before a colon: «مسؤول: لا إشارات على …»."""
    colon = next((k for k, key in enumerate(p.keys) if key == ":" and p.within[k] is None), None)
    if colon is None or not 0 < colon <= 14 or colon + 1 >= len(p.keys):
        return None
    if any(verb(p.keys[k]) and p.names[k] is None for k in range(colon)):
        return None
    start = colon + 1
    quote = p.opened.get(start)
    first = p.names[0]
    named = any(p.person(k) for k in range(colon)) or (first is not None and first.type == "organization")
    capital = first is not None and first.type == "place" and p.through[0] == colon and _asserts(p, start)
    role = cues.roles().get(p.keys[0]) == "person" or (p.is_role(0) and not p.keys[0].startswith("ال"))
    quoted = quote is not None and speech(p, quote) and any(p.names[k] for k in range(colon))
    if not (named or capital or role or quoted):
        return None
    return Report((colon, colon), None, "headline", start, (0, colon), quote)


def _asserts(p: Passage, at: int) -> bool:
    """Whether a clause with a verb or a negation starts at a token."""
    return at in p.opened or verb(p.keys[at]) or p.keys[at] in cues.listed("clause_starts")
