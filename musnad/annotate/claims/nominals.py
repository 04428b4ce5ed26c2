"""Reports made by a noun of saying with a nominal content: «إعلان الجيش عن تقدمه», «المطالبة برفع الحصار»."""

from __future__ import annotations

from musnad.annotate.claims import agents, cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import verb, verbal_noun
from musnad.annotate.claims.nouns import glued
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range

_REACH = 9  # tokens from the noun to the preposition of its content


def find(p: Passage) -> list[Report]:
    """The reports of a passage whose cue is a noun of saying with a preposition, in order."""
    found = []
    for i, key in enumerate(p.keys):
        if p.names[i] is not None or p.within[i] is not None:
            continue
        noun = cues.nouns().get(key)
        if noun is not None and p.keys[i - 1] not in cues.listed("negations"):
            report = _report(p, i, noun)
            if report is not None:
                found.append(report)
    return found


def _report(p: Passage, i: int, form: Form) -> Report | None:
    for at in range(i + 1, min(p.last[i], i + _REACH)):
        key = p.keys[at]
        if key in COMMAS or key in ":؛.(" or key in cues.that() or key in cues.forms() or at in p.opened:
            return None
        start = _content(p, i, at, form)
        if start is not None:
            return _of(p, i, at, start, form)
        if p.names[at] is None and not p.is_role(at) and (verb(key) or p.preposition(at)):
            return None
        at = p.through[at] if p.names[at] is not None else at
    return None


def _content(p: Passage, i: int, at: int, form: Form) -> int | None:
    """Where the content starts whose preposition, one the noun takes, is at a token."""
    key = p.keys[at]
    if key in form.frames and p.preposition(at):
        after = p.keys[at + 1] if at + 1 < p.last[i] else ""
        told = after not in cues.listed("demonstratives") | cues.listed("not_said")
        return at + 1 if after and told and p.names[at + 1] is None and verbal_noun(after) else None
    if "ب" in form.frames and glued(p, at):
        if key.rstrip("ـ") == "ب":
            return at + 1
        return at if verbal_noun(key[1:]) and key not in cues.listed("not_content") else None
    if "ل" in form.frames and key[0] == "ل" and p.names[at] is None and key not in cues.words("initials"):
        bare = "ال" + key[2:] if key.startswith("لل") else key[1:]
        return at if verbal_noun(bare) and not p.is_role(at) and at > i else None
    return None


def _of(p: Passage, i: int, at: int, start: int, form: Form) -> Report | None:
    source = sources.between(p, i + 1, at)
    if source is not None and not human(p, source[0]):
        source = None
    if source is None and p.keys[i].startswith(("لل", "بال")):  # «تظاهروا للمطالبة بـ…», «ردت بالتنديد بـ…»
        source = agents.agent(p, p.first[i], i)
    if source is None and "sourced" in form.frames:
        return None
    adjacent = at == i + 1 and p.preposition(at)
    cue: Range = (i, at + 1 if adjacent else i + 1)
    trim = 1 if start == at and p.keys[at][0] in "بل" else 0
    quote = p.opened.get(start)
    return Report(cue, form, "noun", start, source, quote, trim=trim, agentless=source is None)
