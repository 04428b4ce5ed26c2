"""Questions put to a speaker: «ردا على سؤال … عن …»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report

_REACH = 14  # tokens from «سئل» to what is asked


def find(p: Passage) -> list[Report]:
    """The questions of a passage: «سؤال» with what is asked, up to the comma before the answer."""
    found = []
    for i, key in enumerate(p.keys):
        if p.within[i] is not None:
            continue
        report = None
        if key in cues.listed("question"):
            report = _question(p, i)
        elif key in cues.listed("asked"):
            report = _asked(p, i)
        if report is not None:
            found.append(report)
    return found


def _asked(p: Passage, i: int) -> Report | None:
    """«وعندما سئلت إن كان …»: nobody is named who asks; the clause up to the comma is what is asked."""
    start = _past_asked(p, i)
    while start < p.last[i] and p.keys[start] in COMMAS:
        start += 1
    if start >= p.last[i] or p.keys[start] not in cues.listed("asked_what") | cues.listed("about"):
        return None
    about = p.keys[start] in cues.listed("about")
    bare = start == i + 1 and about and p.keys[start] != "عما"
    start += bare
    stops = (k for k in range(start + 1, p.last[i]) if p.within[k] is None and _ends(p, k))
    end = next(stops, p.last[i])
    if p.keys[start] in cues.that() and not bare and p.keys[start][1:2] != "ن":
        return None
    return Report((i, i + 1 + bare), None, "question", start, None, None, end=end) if end > start else None


def _past_asked(p: Passage, i: int) -> int:
    """Past who is asked, and when and where: «وسئل الوزير خلال مؤتمر صحفي عما إذا …»."""
    words = cues.listed("asked_what") | cues.listed("about")
    for k in range(i + 1, min(p.last[i], i + _REACH)):
        if p.keys[k] in words and (k == i + 1 or p.keys[k] != "ما"):
            return k
        if p.keys[k] in cues.forms() or p.keys[k] == ":" or k in p.opened:
            break
    return i + 1


def _ends(p: Passage, at: int) -> bool:
    """Whether what is asked ends at a token: a comma, a colon, a quotation, or the answer's cue."""
    form = cues.forms().get(p.keys[at])
    return p.keys[at] in "،,؟:" or at in p.opened or (form is not None and form.modality == "answer")


def _question(p: Passage, i: int) -> Report | None:
    limit = p.last[i]
    for at in range(i + 1, limit):
        key = p.keys[at]
        if key in COMMAS or key == ":" or key in cues.forms():
            return None
        asks = key in cues.listed("asking")
        if not asks and key not in cues.listed("about"):
            continue
        if p.keys[at - 1] in cues.listed("of_what"):  # «سؤال للنائب عن الحزب»
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
