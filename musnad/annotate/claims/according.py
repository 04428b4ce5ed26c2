"""Reports by a preposition or a noun: «وفق رويترز», «نقلا عن مسؤول», «ورود تقارير عن», «يقال إن»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.grammar import conjoined, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range


def find(p: Passage) -> list[Report]:
    """The reports of a passage that no verb with a subject makes, in order of their cues."""
    found: list[Report] = []
    for i in range(len(p.keys)):
        if p.tokens[i].kind != "word" or p.within[i] is not None or p.names[i] is not None:
            continue
        report = _according(p, i) or _relay(p, i) or _document(p, i) or _rumour(p, i) or _hearsay(p, i)
        if report is not None:
            found.append(report)
    return found


def size(p: Passage, at: int) -> int:
    """The number of tokens of an according-to cue at a token, with و or ف before it; 0 for none."""
    length = p.phrase(at, "according")
    if not length and conjoined(p.keys[at]):
        rest = (p.keys[at][1:], *p.keys[at + 1 : at + 4])
        for phrase in cues.opening("according").get(rest[0], ()):
            if rest[: len(phrase)] == phrase:
                return len(phrase)
    return length


def human(p: Passage, at: int) -> bool:
    """Whether what starts at a token can be a source: a name, a role, a body, a document."""
    if at >= len(p.keys):
        return False
    key = p.keys[at]
    if key in cues.listed("of") and at + 1 < len(p.keys):
        return human(p, at + 1)
    quote = p.opened.get(at)
    if p.names[at] is not None or (quote is not None and p.count_words(at, quote.end) <= 2):
        return True
    if quote is not None:
        return any(p.names[at : quote.end])
    heads = {key}
    if key.startswith("لل"):
        heads |= {"ال" + key[2:], "ل" + key[2:]}
    elif key[0] == "ل":
        heads.add(key[1:])
    return bool(heads & (cues.roles().keys() | cues.listed("documents") | cues.listed("generic")))


def _according(p: Passage, i: int) -> Report | None:
    """«وفق رويترز» before its clause, or after it and up to the sentence's or the next clause's end."""
    length = size(p, i)
    first, last = p.first[i], p.last[i]
    if not length or p.phrase(i, "according_echo") or (p.keys[i] == "كما" and i == first):
        return None
    at = i + length
    if at < last and p.keys[at] in cues.listed("wording"):
        at += 1
    if at >= last:
        return None
    verbal = p.keys[at - 1] in cues.forms() and p.keys[at - 1] not in cues.listed("according")
    if p.keys[at] in cues.listed("what") or p.keys[at] in cues.forms():
        at += 2 if p.keys[at] in cues.listed("what") else 1
    elif not verbal and p.keys[i] not in cues.listed("whatever") and not human(p, at):
        return None
    if at >= last:
        return None
    phrase = p.keys[i + length] in cues.listed("what") or p.keys[i + length] in cues.forms()
    cue = (i, at if phrase else i + length)
    at = sources.past_asides(p, at, last)
    stop = _stop(p, at, last)
    source = sources.between(p, at, stop)
    if source is None:
        return None
    if _opens(p, i):
        start = _consequence(p, at, last) or stop
        while start < last and (p.keys[start] in "،,:" or p.keys[start] in cues.listed("so")):
            start += 1
        if start >= last:
            return None
        return Report(cue, None, "according", start, source, p.opened.get(start), asides=(i, stop))
    resumed = _resumes(p, source[1]) if p.keys[at - 1] == "عن" else None
    if resumed is not None:  # «نقلا عن فلان، إن»
        return Report(cue, None, "relayed", resumed, source, p.opened.get(resumed), asides=(i, source[1]))
    end = last if _interrupts(p, first, i, stop) else i
    frame = "inside" if end == last else "before"
    return Report(cue, None, frame, first, source, None, end=end, asides=(i, source[1]))


def _opens(p: Passage, i: int) -> bool:
    """Whether an according-to phrase starts a sentence or a clause, so that its content follows."""
    if all(p.tokens[k].kind == "sign" for k in range(p.first[i], i)):
        return True
    return not p.phrase(i, "according") and p.keys[i - 1] in COMMAS


def _interrupts(p: Passage, first: int, cue: int, stop: int) -> bool:
    """Whether a phrase stands inside its clause: between dashes, or before it was much said."""
    rest = p.count_words(stop, p.last[cue])
    if p.keys[cue - 1] in "-–—":
        return rest > 1
    closed = stop + 1 < p.last[cue] and p.keys[stop] in "،,-–—"
    following = p.keys[stop + 1] if closed else ""
    if following in cues.listed("prepositions") and rest > 2:
        return True
    return p.count_words(first, cue) <= 4 and rest > 4


def _consequence(p: Passage, at: int, limit: int) -> int | None:
    """Where «فإن» says that the content of an according-to phrase begins, after parentheses."""
    for k in range(at, min(at + 35, limit)):
        if p.keys[k] in cues.listed("therefore") and p.within[k] is None:
            return k
    return None


def _resumes(p: Passage, at: int) -> int | None:
    """Where content starts after a source, if أن follows soon: «نقلا عن مسؤول، إن مقاتلي»."""
    for k in range(at, min(p.last[at - 1], at + 12)):
        if p.keys[k] in cues.that():
            return k + 1
        if p.keys[k] in cues.forms() and p.keys[k] not in cues.listed("relay"):
            return None
    return None


def _stop(p: Passage, at: int, limit: int) -> int:
    """The end of an according-to phrase: a comma that no apposition follows, a verb, the sentence's end."""
    k = at
    described = False
    while k < limit:
        described = described or p.keys[k] in cues.listed("which")
        quote = p.opened.get(k)
        if quote is not None and quote.closed and quote.end < limit:
            k = quote.end + 1
            continue
        if p.names[k] is not None:
            k = p.through[k]
            continue
        key = p.keys[k]
        if key in "،,:-–—" and not (k + 1 < limit and (p.person(k + 1) or _title(p, k + 1, limit))):
            return k
        acts = k > at and not described and key not in cues.roles() and verb(key)
        if acts or p.tokens[k].kind == "number" or key in cues.listed("so"):
            return k
        k += 1
    return k


def _title(p: Passage, at: int, limit: int) -> bool:
    """Whether a title in apposition starts at a token: a comma or the sentence's end follows it."""
    if not p.is_role(at):
        return False
    return any(p.keys[k] in COMMAS for k in range(at, min(at + 14, limit))) or limit - at < 12


def _relay(p: Passage, i: int) -> Report | None:
    """«نقلت رويترز عن مسؤول قوله إن …»: the cue is قوله, or نقلت where there is none."""
    key = p.keys[i]
    bare = key[1:] if conjoined(key) else key
    if bare not in cues.listed("relays"):
        return None
    last = p.last[i]
    link = "الي" if bare.startswith("نسب") else "عن"
    about = next((k for k in range(i + 1, min(i + 14, last)) if p.keys[k] == link), None)
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
        if p.keys[k] in cues.forms() and p.keys[k - 1] not in cues.listed("relative"):
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
    return Report(cue, None, "that", start, source, p.opened.get(start), asides=(source[1], k), relay=carrier)


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


def speaker_words(report: Report) -> Range:
    """The words that name the source of a rumour: its cue without the preposition."""
    return report.cue[0], report.cue[1] - 1
