"""Cues behind what they attribute, without quotation marks: «ستطرح ملفات عدة على القمة، تقول الصحيفة»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report

_WORDS = 4  # of a clause before the cue at least


def find(p: Passage) -> list[Report]:
    """The reports whose cue comes after its clause and before its source, in order («…، تقول الصحيفة»)."""
    found = []
    for i, key in enumerate(p.keys):
        if key in cues.listed("behind") and p.within[i] is None and p.names[i] is None:
            report = _report(p, i)
            if report is not None:
                found.append(report)
    return found


def _report(p: Passage, i: int) -> Report | None:
    start = next((k + 1 for k in range(i - 1, p.first[i] - 1, -1) if p.keys[k] == ":"), p.first[i])
    if p.count_words(start, i) < _WORDS or p.keys[i - 1] in cues.listed("verb_follows"):
        return None
    if p.keys[i - 1] in cues.listed("joint") | cues.listed("subjunctive") | cues.listed("negations"):
        return None
    before = i - 2 if p.keys[i - 1] in COMMAS else i - 1
    if p.within[before] is not None or not any(sources.main_verb(p, k) for k in range(start, i)):
        return None
    end = noun_phrase(p, i + 1, p.last[i])
    ended = end >= p.last[i] or p.keys[end] in ".؟!…"
    if end == i + 1 or not (ended or (human(p, i + 1) and _more_of_it(p, end))):
        return None
    source = sources.trimmed(p, i + 1, end)
    form = cues.forms()[p.keys[i]]._replace(modality="assert")
    return Report((i, i + 1), form, "behind", start, source, None, end=i, asides=(i, end))


def _more_of_it(p: Passage, at: int) -> bool:
    """Whether no words of the source's follow it: a comma, or more about the source."""
    near = range(at, min(at + 3, p.last[at]))
    if any(p.keys[k] in cues.that() or k in p.opened or p.keys[k] == ":" for k in near):
        return False
    return p.keys[at] in COMMAS or p.keys[at] in cues.listed("which")
