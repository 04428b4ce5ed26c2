"""Reports by a preposition: «وفق رويترز», «بحسب المصادر», «نقلا عن مسؤول»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.grammar import conjoined, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report

_REACH = 60  # tokens behind an according-to phrase among which another one counts
_OWNED = ("نا", "هم", "ها", "ه")  # «مراسلنا»، «محاميهم»، «مصادره»


def find(p: Passage) -> list[Report]:
    """The according-to phrases of a passage, in order."""
    found: list[Report] = []
    for i in range(len(p.keys)):
        if p.tokens[i].kind != "word" or p.within[i] is not None or p.names[i] is not None:
            continue
        report = _according(p, i)
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


def another(p: Passage, start: int, end: int) -> bool:
    """Whether an according-to phrase stands among the last tokens of a stretch."""
    near = range(max(start, end - _REACH), end)
    return any(p.within[k] is None and size(p, k) > 0 for k in near)


def human(p: Passage, at: int) -> bool:
    """Whether what starts at a token can be a source: a name, a role, a body, a document."""
    if at >= len(p.keys):
        return False
    key = p.keys[at]
    if (key in cues.listed("of") or key.removeprefix("ل") in cues.listed("pointers")) and at + 1 < len(
        p.keys
    ):
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
    heads |= {head.removesuffix(ending) for head in heads for ending in _OWNED if len(head) > len(ending) + 2}
    listed = cues.listed("documents") | cues.listed("accounts") | cues.listed("generic")
    heads |= {head[2:] for head in heads if head.startswith("ال")} & cues.listed("accounts")  # «للإحصائية»
    return bool(heads & (cues.roles().keys() | listed))


def _according(p: Passage, i: int) -> Report | None:
    """«وفق رويترز» before its clause, or after it and up to the sentence's or the next clause's end."""
    length = size(p, i)
    first, last = p.first[i], p.last[i]
    if not length or p.phrase(i, "according_echo") or (p.keys[i] == "كما" and i == first):
        return None
    tongue = length > 1 and p.keys[i + length - 1] == "لسان"
    if tongue and any(p.keys[k].removeprefix("و") in cues.listed("relays") for k in range(first, i)):
        return None
    at = i + length
    if at < last and p.keys[at] in cues.listed("wording"):
        at += 1
    if at >= last:
        return None
    verbal = p.keys[at - 1] in cues.forms() and p.keys[at - 1] not in cues.listed("according")
    if p.keys[at] in cues.listed("what") or p.keys[at] in cues.forms():
        at += 2 if p.keys[at] in cues.listed("what") else 1
    elif not verbal and p.keys[i] not in cues.listed("whatever") and not (human(p, at) or _tells(p, i, at)):
        return None
    if at >= last:
        return None
    phrase = p.keys[i + length] in cues.listed("what") or p.keys[i + length] in cues.forms()
    if phrase and p.keys[at] in cues.listed("therein") and p.keys[at - 1] in cues.listed("standing"):
        at += 1  # «بحسب ما جاء في البيان»
    cue = (i, at if phrase else i + length)
    while at < last and (
        p.keys[at] in COMMAS or p.dates[at] is not None or p.keys[at] in cues.listed("aside_words")
    ):
        at = p.through[at]
    if at >= last:
        return None
    stop = _stop(p, at, last)
    source = None if p.preposition(at) else sources.starting(p, at, stop)
    if source is None or _own(p, i, source):
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
    alone = not another(p, stop, min(last, stop + _REACH))
    end = last if _interrupts(p, first, i, stop) and alone else i
    frame = "inside" if end == last else "before"
    return Report(cue, None, frame, first, source, None, end=end, asides=(i, source[1]))


def _tells(p: Passage, i: int, at: int) -> bool:
    """Whether «فإن» shows that what no list knows is a source: «وحسب الجزء الثاني، فإن»."""
    return _opens(p, i) and _consequence(p, at, p.last[i]) is not None


def _opens(p: Passage, i: int) -> bool:
    """Whether an according-to phrase starts a sentence or a clause, so that its content follows."""
    if all(p.tokens[k].kind == "sign" for k in range(p.first[i], i)):
        return True
    return not p.phrase(i, "according") and p.keys[i - 1] in COMMAS


def _interrupts(p: Passage, first: int, cue: int, stop: int) -> bool:
    """Whether a phrase stands inside its clause: between dashes, or before it was much said."""
    rest = p.count_words(stop, min(p.last[cue], stop + _REACH))
    after = stop + 1 if stop < p.last[cue] and p.tokens[stop].kind == "sign" else stop
    if after < p.last[cue] and conjoined(p.keys[after]):
        return False  # another clause
    if p.keys[cue - 1] in "-–—":
        return rest > 1
    closed = stop + 1 < p.last[cue] and p.keys[stop] in "،,-–—"
    following = p.keys[stop + 1] if closed else ""
    if following in cues.listed("prepositions") and rest > 2:
        return True
    return p.count_words(first, min(cue, first + _REACH)) <= 4 and rest > 4


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


def _own(p: Passage, i: int, source: sources.Range) -> bool:
    """Whether the phrase is of who stands before a headline's colon: «فلان: لن نفاوض وفق "الشروط"»."""
    told = p.block.zone == "headline" and ":" in p.keys[:i]
    return told and not any(p.names[slice(*source)]) and p.keys[source[0]] not in cues.roles()
