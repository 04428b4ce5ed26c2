"""Reports at second hand: «نقلت رويترز عن فلان قوله», «جاء في البيان», «ورود تقارير عن», «يقال إن»."""

from __future__ import annotations

from musnad.annotate.claims import agents, cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.grammar import conjoined
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range
from musnad.annotate.claims.usage import homograph


def find(p: Passage) -> list[Report]:
    """The reports of a passage by somebody who only passes them on, in order of their cues."""
    found: list[Report] = []
    for i in range(len(p.keys)):
        if p.tokens[i].kind != "word" or p.within[i] is not None or p.names[i] is not None:
            continue
        report = _relay(p, i) or _document(p, i) or _rumour(p, i) or _hearsay(p, i) or _gist(p, i)
        if report is not None:
            found.append(report)
    return found


def _relay(p: Passage, i: int) -> Report | None:
    """«نقلت رويترز عن مسؤول قوله إن …»: the cue is قوله, or نقلت where there is none."""
    key = p.keys[i]
    bare = key[1:] if conjoined(key) else key
    if bare not in cues.listed("relays"):
        return None
    last = p.last[i]
    free = cues.listed("joint") | cues.listed("verb_follows") | cues.listed("auxiliary")
    if key == "نقل" and i > p.first[i] and p.keys[i - 1] not in free | COMMAS:  # «بعد نقل السفارة»
        return None
    link = "الي" if bare.startswith("نسب") else "عن"
    links = {link, "لسان"}  # «نقلت … على لسان فلان»
    about = next((k for k in range(i + 1, min(i + 14, last)) if p.keys[k] in links), None)
    that = next((k for k in range(i + 1, min(i + 20, last)) if p.keys[k] in cues.that()), None)
    if that is not None and (about is None or that < about):
        source = sources.between(p, i + 1, that)
        told = source is not None and human(p, source[0]) and that - source[1] <= 1
        if source is None or not told or that + 1 >= last:
            return None
        return Report(
            (i, i + 1), None, "that", that + 1, source, p.opened.get(that + 1), asides=(i + 1, that)
        )
    if about is None:
        return None
    for k in range(about + 1, min(about + 40, last)):
        quote = p.opened.get(k)
        if p.keys[k] in cues.that() or (quote is not None and p.count_words(quote.start, quote.end) > 3):
            break
        form = cues.forms().get(p.keys[k])
        if form is not None and p.keys[k - 1] not in cues.listed("relative") and not homograph(p, k, form):
            return None
    else:
        return None
    word = next((w for w in range(about + 1, k) if p.keys[w] in cues.listed("relay")), None)
    source = sources.between(p, about + 1, k if word is None else word)
    start = k if k in p.opened else k + 1
    while start < last and p.keys[start] in "،,:":
        start += 1
    if source is None or start >= last:
        return None
    cue = (i, i + 1) if word is None else (word, word + 1)
    carrier = sources.between(p, i + 1, about) or sources.before(p, i)
    frame = "quote" if k in p.opened else "that"
    return Report(cue, None, frame, start, source, p.opened.get(start), asides=(source[1], k), relay=carrier)


def _document(p: Passage, i: int) -> Report | None:
    """«جاء في البيان أن …», «بيانا جاء فيه: …»: a document speaks."""
    key, last = p.keys[i], p.last[i]
    if key not in cues.listed("stands") or i + 2 >= last or p.keys[i + 1] not in cues.listed("therein"):
        return None
    for k in range(i + 2, min(i + 16, last)):
        quote = p.opened.get(k)
        spoken = quote is not None and p.count_words(quote.start, quote.end) >= 3
        if not (spoken or p.keys[k] == ":" or p.keys[k] in cues.that()):
            continue
        start = k if spoken else k + 1
        while start < last and (p.keys[start] in "،,:" or p.keys[start] in cues.that()):
            start += 1
        if start >= last:
            return None
        document = p.keys[i + 1] == "في"
        source = sources.between(p, i + 2, k) if document else None
        cue = (i, i + 2) if source is not None or not document else (i, i + 1)
        frame = "quote" if start in p.opened else "that"
        return Report(cue, None, frame, start, source, p.opened.get(start), asides=(i + 2, k))
    return None


def _rumour(p: Passage, i: int) -> Report | None:
    """«ورود تقارير عن», «أنباء عن»: talk that nobody is named for."""
    if p.keys[i] not in cues.listed("noun_cues") or i + 2 >= p.last[i] or p.keys[i + 1] != "عن":
        return None
    start = i - 1 if i and p.keys[i - 1] in cues.listed("arrival") else i
    if p.keys[i + 2] in cues.that():
        return None
    return Report((start, i + 2), None, "rumour", i + 2)


def _hearsay(p: Passage, i: int) -> Report | None:
    """«يقال إن»: nobody is named, and nobody is meant."""
    if p.keys[i] not in cues.listed("passive") or i + 2 >= p.last[i]:
        return None
    if p.keys[i - 1] in cues.listed("negations") or p.keys[i + 1] not in cues.that():
        return None
    start = i + 2
    return Report((i, i + 1), None, "that", start, None, p.opened.get(start), agentless=True)


def _gist(p: Passage, i: int) -> Report | None:
    """«رسالة مفادها أن»: who sent it is the subject of the sentence."""
    if p.keys[i] not in cues.listed("gist") or i + 2 >= p.last[i] or p.keys[i + 1] not in cues.that():
        return None
    return Report((i, i + 1), None, "that", i + 2, agents.agent(p, p.first[i], i), p.opened.get(i + 2))


def speaker_words(report: Report) -> Range:
    """The words that name the source of a rumour: its cue without the preposition."""
    return report.cue[0], report.cue[1] - 1
