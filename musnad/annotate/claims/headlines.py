"""Speakers before a headline's colon: «مسؤول: لا إشارات على …»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.grammar import adjective, conjoined, verb, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.reports import Report, speech

_LONGEST = 14  # tokens before the colon
_CLAUSE = 8  # tokens after it among which a clause shows its verb


def find(p: Passage) -> list[Report]:
    """The statement after a headline's colon, if who stands before it can speak.

    A person, a body, a role speak; a place only where what follows has a verb, as it may be where
    something happened. Before a verb («فلان يحذر: …») the speaker is what stands before that.
    """
    colon = next((k for k, key in enumerate(p.keys) if key == ":" and p.within[k] is None), None)
    if colon is None or colon + 1 >= len(p.keys):
        return []
    begin = max((k + 1 for k in range(colon) if p.keys[k] in ".…|-–—"), default=0)
    acts = next((k for k in range(begin, colon) if verb(p.keys[k]) and p.names[k] is None), colon)
    again = next((k for k in range(acts + 1, colon) if verb(p.keys[k]) and p.names[k] is None), None)
    if again is not None and conjoined(p.keys[acts + 1]):  # «الفريق يحتفل وقائده يقول: …»
        begin, acts = acts + 1, again
    if not begin < colon <= begin + _LONGEST or acts == begin or not _speaks(p, begin, acts, colon):
        return []
    start = colon + 1
    form = cues.forms().get(p.keys[acts]) if acts < colon else None
    if (
        form is not None and "quote" not in form.frames
    ):  # «فلان يرفض الاتهامات: …»: the colon opens what he says
        form = form._replace(modality="assert")
    cue = (acts, acts + 1) if form is not None else (colon, colon)
    source = sources.starting(p, begin, acts) or (begin, acts)
    quote = p.opened.get(start)
    asides = (max(source[1], cue[1]) if acts < colon else source[1], colon)
    return [Report(cue, form, "headline", start, source, quote, asides=asides)]


def _speaks(p: Passage, begin: int, end: int, colon: int) -> bool:
    first, quote = p.names[begin], p.opened.get(colon + 1)
    kind = cues.roles().get(p.keys[begin])
    headed = first is not None or kind is not None
    if headed and any(p.person(k) for k in range(begin, end)):
        return not _wonders(p, colon)
    if first is not None and first.type == "organization":
        return True
    if kind == "person" or (kind is not None and not p.keys[begin].startswith("ال")):
        return True
    if kind == "body" and p.through[begin] == begin + 1 == colon and p.names[begin] is None:
        return _asserts(p, colon + 1) or verbal_noun(p.keys[colon + 1])
    if first is not None and first.type == "place":
        capital = p.keys[begin] in cues.listed("capitals")
        if p.through[begin] == end < colon and p.keys[end] in cues.forms():
            return True  # «أنقرة تنتقد واشنطن: …»
        return p.through[begin] == colon and (
            _own_words(p, colon + 1) or (capital and _asserts(p, colon + 1))
        )
    return quote is not None and speech(p, quote) and (kind is not None or any(p.names[begin:end]))


def _wonders(p: Passage, colon: int) -> bool:
    """Whether the outlet asks who the person is: «فلان: النرجسي الخبيث؟»."""
    asked = p.keys[-1] == "؟" and len(p.keys) <= colon + 5 and p.opened.get(colon + 1) is None
    return asked and not any(verb(key) or key in cues.listed("whether") for key in p.keys[colon + 1 :])


def _own_words(p: Passage, at: int) -> bool:
    """Whether a government speaks for itself: «لدينا أدلة», «سنرد», «يجب ردع …», or is quoted at length."""
    if p.keys[at] in cues.listed("clause_starts") | cues.listed("musts"):
        return True
    for k in range(at, len(p.keys)):
        key = p.keys[k].removeprefix("و")
        first_person = key[:1] == "ن" and "ي" + key[1:] in cues.words("verbs") and not verbal_noun(key)
        future = key[:2] == "سن" and "ي" + key[2:] in cues.words("verbs")
        ours = p.tokens[k].text.endswith("نا") and len(key) > 4 and not adjective(key) and p.names[k] is None
        if key in cues.listed("we") or first_person or future or (ours and (verb(key) or _owned(key))):
            return True
    return False


def _owned(key: str) -> bool:
    """Whether a folded word is a noun that bears «our»: «شعبنا», «دولتنا»."""
    return key.removesuffix("نا") in cues.listed("possessions")


def _asserts(p: Passage, at: int) -> bool:
    """Whether a clause starts at a token: a verb, a negation, a predicate, or a known thing with a verb."""
    key = p.keys[at]
    if at in p.opened or verb(key) or key in cues.listed("clause_starts"):
        return True
    known = key.startswith("ال") or p.names[at] is not None
    rest = range(at + 1, min(at + _CLAUSE, len(p.keys)))
    acts = any(verb(p.keys[k]) and p.names[k] is None for k in rest)
    described = any(p.keys[k] in cues.listed("relative") for k in rest)
    return (known and acts and not described) or (key.endswith("ون") and not known)
