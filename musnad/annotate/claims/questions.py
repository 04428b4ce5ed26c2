"""Questions put to a speaker: «ردا على سؤال … عن …»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report


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
        end = next((k for k in range(start, limit) if p.keys[k] in "،,؟:" and p.within[k] is None), limit)
        if end <= start:
            return None
        source = None
        if at > i + 1 and p.keys[i + 1] in cues.listed("asked_by"):
            source = sources.between(p, i + 2, at)
        elif at > i + 1 and p.keys[i + 1].startswith("ل"):
            source = (i + 1, noun_phrase(p, i + 1, at))
        return Report((i, i + 1), None, "question", start, source, None, end=end, asides=(i + 1, at))
    return None
