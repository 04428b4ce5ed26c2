"""Cues behind what they attribute, without quotation marks: «ستطرح ملفات عدة على القمة، تقول الصحيفة»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.grammar import conjoined, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report, speech

_WORDS = 4  # of a clause before the cue at least
_LONGEST = 90  # tokens of such a clause at most
_REACH = 20  # tokens of a relative clause behind which أن may stand


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
    first = max(p.first[i], i - _LONGEST)
    start = next((k + 1 for k in range(i - 1, first - 1, -1) if p.keys[k] == ":"), first)
    quote = p.opened.get(i + 1)
    if quote is not None and speech(p, quote):
        return None
    if p.keys[i - 1] in cues.listed("verb_follows") or i == start:
        return None
    if p.keys[i - 1] in cues.listed("joint") | cues.listed("subjunctive") | cues.listed("negations"):
        return None
    before = i - 2 if p.keys[i - 1] in COMMAS else i - 1
    end = noun_phrase(p, i + 1, p.last[i])
    if p.within[before] is not None:
        return None
    words = p.count_words(start, i)
    if words < _WORDS:
        return _inside(p, start, i, end)
    if words < 2 * _WORDS and not any(sources.main_verb(p, k) for k in range(start, i)):
        return None
    ended = end >= p.last[i] or p.keys[end] in ".؟!…"
    form = cues.forms()[p.keys[i]]._replace(modality="assert")
    more = form.tense == "present" and human(p, i + 1) and not ended and _more_of_it(p, end)
    source = sources.trimmed(p, i + 1, end) if end > i + 1 and (ended or more) else None
    if source is None:
        return None
    return Report((i, i + 1), form, "behind", start, source, None, end=i, asides=(i + 1, end))


def _inside(p: Passage, start: int, i: int, end: int) -> Report | None:
    """«هذا العدد، تقول الصحيفة، هو الأكبر»: the cue stands behind the subject of its clause."""
    last = p.last[i]
    subject = start == p.first[i] and not p.preposition(start) and not verb(p.keys[start])
    after = end + 1 if end < last and p.keys[end] in COMMAS else end
    told = after < last and (verb(p.keys[after]) or p.keys[after] in cues.listed("copulas"))
    if not subject or end == i + 1 or not told or not human(p, i + 1) or p.keys[after] in cues.that():
        return None
    source = sources.trimmed(p, i + 1, end)
    form = cues.forms()[p.keys[i]]._replace(modality="assert")
    if source is None or form.tense != "present":
        return None
    return Report((i, i + 1), form, "within", start, source, None, end=last, asides=(i + 1, end))


def _more_of_it(p: Passage, at: int) -> bool:
    """Whether no words of the source's follow it: a comma, or more about the source."""
    describes = p.keys[at] in cues.listed("which")
    near = range(at, min(at + (_REACH if describes else 3), p.last[at]))
    if any(p.keys[k] in cues.that() or k in p.opened or p.keys[k] == ":" for k in near):
        return False
    joined = p.keys[at][0] == "و" and conjoined(p.keys[at]) and verb(p.keys[at])
    return joined or describes or p.keys[at] in COMMAS or p.keys[at] in cues.listed("copulas")
