"""Contents of two parts: «وصف الهجوم بأنه جبان», «حمل الحكومة مسؤولية الأزمة», «قدر الخسائر بمليون»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import conjoined, verb
from musnad.annotate.claims.nouns import glued
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range

_NEAR = 5  # tokens from «وصفه» to «بالجبان» at most
_REACH = 16  # tokens from the first part to the second at most


def find(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """The report of a cue that takes two complements; both are its content."""
    if form.tense == "participle":
        return _report(p, cue, form, None, sources.past_asides(p, cue[1], limit), limit)
    if form.pronoun:
        return _of_pronoun(p, cue, form, limit)
    subject = sources.before(p, cue[0])
    at = sources.past_asides(p, cue[1], limit)
    if subject is None and not form.plural:
        end = noun_phrase(p, at, limit)
        rest = sources.past_asides(p, end, limit)
        second = _second(p, min(max(end, rest - 1), limit), form, limit)
        if end > at and rest < limit and p.keys[rest][0] != "ب" and second is not None:
            subject, at = sources.trimmed(p, at, end), rest
        elif end > at and rest >= limit and second is not None:  # what is described is lost in an aside
            subject, at = sources.trimmed(p, at, end), second
    return _report(p, cue, form, subject, at, limit)


def _report(p: Passage, cue: Range, form: Form, subject: Range | None, at: int, limit: int) -> Report | None:
    if at >= limit or _second(p, at, form, limit) is None:
        return None
    alone = subject is None and cue[0] == p.first[cue[0]] and form.tense == "past" and not form.plural
    if alone and not conjoined(p.keys[cue[0]]) and "plain" in form.frames:
        return None  # «اعتبرت المدينة مركزا للتجارة»: nobody is named who holds it for one
    if p.keys[at] in cues.listed("which"):
        if subject is None or human(p, subject[0]):
            return None
        at, subject = subject[0], None  # «وصف اللقاء الذي عقد اليوم بأنه ناجح»
    estimates = "measure" in form.frames or form.tense == "present"  # «تعتبر» may only describe
    if estimates and not (subject and human(p, subject[0])):
        return None
    if p.keys[at].rstrip("ـ") == "ب" or p.keys[at] in cues.that():
        at += 1  # «قدرت بمليون عدد النازحين»
    if at >= limit:
        return None
    return Report(cue, form, "label", at, subject, p.opened.get(at), asides=(cue[1], at))


def _of_pronoun(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """The first part is a pronoun on the verb («وصفه النقاد بأنه ممل»): the second is the content."""
    at = _second(p, cue[1], form, limit)
    if at is None:
        return None
    source = sources.between(p, cue[1], at) or sources.before(p, cue[0])
    start = at + 1 if p.keys[at] in cues.that() or p.keys[at].rstrip("ـ") == "ب" else at
    start -= start == at and at - 1 in p.opened  # «اعتبرته "مسيئا" للرئيس»
    if start >= p.last[at]:
        return None
    trim = 1 if start == at and p.keys[at][0] == "ب" else 0
    opened = p.opened.get(start)
    return Report(cue, form, "label", start, source, opened, trim=trim, asides=(cue[1], at))


def _second(p: Passage, at: int, form: Form, limit: int) -> int | None:
    """The token at which the second complement stands, if it does."""
    rest = range(at, min(p.last[at] if at < len(p.last) else 0, at + _REACH, limit))
    for k in rest:
        key = p.keys[k]
        if key in cues.that() and key[0] != "ب":
            return None
        if (
            "responsibility" in form.frames
            and p.within[k] is None
            and key.removeprefix("ال") in cues.listed("blame")
        ):
            return k
        if "cause" in form.frames and key == "الي":
            return k
        if "plain" in form.frames and form.tense != "present" and k > at and _accusative(p, k):
            return None if _clause(p, k, limit) else k
        if key[0] != "ب":
            continue
        figure = k + 1 < len(p.keys) and (p.quantities[k] or p.quantities[k + 1])
        if "measure" in form.frames and figure:
            return k
        plain = k - at < _NEAR and ((form.pronoun and glued(p, k)) or (key.startswith("بال") and glued(p, k)))
        named = key in cues.that() or k + 1 in p.opened or plain
        if "label" in form.frames and named:
            return k
    return None


def _clause(p: Passage, at: int, limit: int) -> bool:
    """Whether أن still follows, so that it opens what is said: «اعتبر الإعلامي المنضم حديثا إلى الحزب أن»."""
    for k in range(at + 1, limit):
        if p.keys[k] in cues.forms() and p.keys[k - 1] in COMMAS:
            return False
        if p.keys[k] in cues.that() and p.within[k] is None:
            return p.keys[k - 1] not in cues.listed("not_that_after") and not conjoined(p.keys[k])
    return False


def _accusative(p: Passage, at: int) -> bool:
    """Whether an indefinite noun in the accusative stands at a token: «اعتبر القرار تحديا»."""
    key = p.keys[at]
    plain = p.names[at] is None and p.dates[at] is None and p.quantities[at] is None
    free = key not in cues.listed("aside_words") | cues.listed("aside") and not p.preposition(at - 1)
    return plain and free and len(key) > 3 and key.endswith("ا") and not verb(key)
