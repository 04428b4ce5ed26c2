"""Reports without a reporting verb: «وفق رويترز», «ورود تقارير عن», «ردا على سؤال», «مسؤول: …»."""

from __future__ import annotations

from musnad.annotate import cues, sources
from musnad.annotate.passage import Passage
from musnad.annotate.reports import Report, speech
from musnad.annotate.sources import Range
from musnad.arabic.fold import fold


def find(p: Passage) -> list[Report]:
    """The reports of a passage that no verb makes, in order of their cues."""
    found: list[Report] = []
    for i in range(len(p.keys)):
        if p.within[i] is not None or p.names[i] is not None:
            continue
        report = _according(p, i) or _relayed(p, i) or _rumour(p, i) or _question(p, i)
        if report is not None:
            found.append(report)
    return found


def size(p: Passage, at: int) -> int:
    """The number of tokens of an according-to cue at a token, with و or ف before it; 0 for none."""
    length = p.phrase(at, "according")
    if not length and p.keys[at][:1] in ("و", "ف") and p.keys[at] not in cues.words("initials"):
        rest = (p.keys[at][1:], *p.keys[at + 1 : at + 4])
        for phrase in cues.opening("according").get(rest[0], ()):
            if rest[: len(phrase)] == phrase:
                return len(phrase)
    return length


def echo(p: Passage, at: int) -> int:
    """The number of tokens of a phrase like «على حد قوله» at a token; 0 for none."""
    return p.phrase(at, "according_echo")


def human(p: Passage, at: int) -> bool:
    """Whether what starts at a token can be a source: a name, a role, a body, a document."""
    if at >= len(p.keys):
        return False
    key = p.keys[at]
    bare = (
        key[1:]
        if key[0] == "ل" and not key.startswith("لل")
        else "ال" + key[2:]
        if key.startswith("لل")
        else key
    )
    heads = {key, bare}
    if p.names[at] is not None or at in p.opened:
        return True
    if key in cues.listed("of") and at + 1 < len(p.keys):
        return human(p, at + 1)
    return bool(heads & (cues.roles().keys() | cues.listed("documents") | cues.listed("generic")))


def _according(p: Passage, i: int) -> Report | None:
    length = size(p, i)
    if not length or echo(p, i):
        return None
    at = i + length
    if at >= p.last[i]:
        return None
    if p.keys[at] in cues.listed("what"):
        at += 1
        if at >= p.last[i]:
            return None
        at += 1
    elif p.keys[at] in cues.forms():
        at += 1
    elif not human(p, at):
        return None
    stop = _source_stop(p, at, p.last[i])
    source = sources.between(p, at, stop)
    if source is None:
        return None
    cue = (i, i + length)
    opens = i == p.first[i] or all(p.tokens[k].kind == "sign" for k in range(p.first[i], i))
    if opens or (p.keys[i][0] == "و" and p.keys[i - 1] in "،,.؛"):
        start = stop
        while start < p.last[i] and p.keys[start] in "،,:":
            start += 1
        if start < p.last[i] and p.keys[start] in (fold("فإن"), fold("إن"), fold("أن"), fold("فقد")):
            start += 1
        if start >= p.last[i]:
            return None
        return Report(cue, None, "according", start, source, p.opened.get(start), asides=(i, stop))
    resumed = _resumes(p, source[1]) if p.keys[at - 1] == fold("عن") else None
    if resumed is not None:  # «نقلا عن فلان، إن»
        return Report(cue, None, "relayed", resumed, source, p.opened.get(resumed), asides=(i, source[1]))
    return Report(cue, None, "before", p.first[i], source, None, end=i, asides=(i, source[1]))


def _resumes(p: Passage, at: int) -> int | None:
    """Where content starts after a source, if the next word is أن: «نقلا عن مسؤول، إن مقاتلي»."""
    limit = min(p.last[at - 1], at + 12)
    for k in range(at, limit):
        if p.keys[k] in cues.that():
            return k + 1
        if p.keys[k] in cues.listed("relay"):
            continue
        if p.tokens[k].kind == "word" and p.keys[k] in cues.forms():
            return None
    return None


def _source_stop(p: Passage, at: int, limit: int) -> int:
    """The end of an according-to phrase: a comma that no name follows, a verb, the sentence's end."""
    k = at
    while k < limit:
        quote = p.opened.get(k)
        if quote is not None and quote.closed and quote.end < limit:
            k = quote.end + 1
            continue
        if p.names[k] is not None:
            k = p.through[k]
            continue
        key = p.keys[k]
        if key in "،,:":
            if k + 1 < limit and (p.person(k + 1) or p.is_role(k + 1)) and _closes_later(p, k + 1, limit):
                k += 1
                continue
            return k
        if key in (fold("فإن"), fold("إن"), fold("أن"), fold("فقد")) or (k > at and sources.verb(key)):
            return k
        k += 1
    return k


def _closes_later(p: Passage, at: int, limit: int) -> bool:
    return (
        any(p.keys[k] in "،,:" or p.keys[k] == fold("فإن") for k in range(at, min(at + 14, limit)))
        or limit - at < 12
    )


def _relayed(p: Passage, i: int) -> Report | None:
    """«نقلت رويترز عن مسؤول قوله إن»: قوله is the cue, who spoke stands between عن and it."""
    if p.keys[i] not in cues.listed("relay"):
        return None
    first = p.first[i]
    about = next((k for k in range(i - 1, first, -1) if p.keys[k] in (fold("عن"), fold("إلى"))), None)
    start = i + 1
    while start < p.last[i] and p.keys[start] in "،,:":
        start += 1
    if start >= p.last[i]:
        return None
    if p.keys[start] in cues.that():
        start += 1
        frame = "that"
    elif p.opened.get(start) is not None:
        frame = "quote"
    else:
        return None
    while start < p.last[i] and p.keys[start] in "،,:":
        start += 1
    source = sources.between(p, about + 1, i) if about is not None else None
    if start >= len(p.keys):
        return None
    return Report((i, i + 1), None, frame, start, source, p.opened.get(start), asides=(first, i))


def _rumour(p: Passage, i: int) -> Report | None:
    """«ورود تقارير عن», «أنباء عن»: talk that nobody is named for."""
    if p.keys[i] not in cues.listed("noun_cues") or i + 2 >= p.last[i]:
        return None
    start = i - 1 if i and p.keys[i - 1] in (fold("ورود"), fold("وجود")) else i
    if p.keys[i + 1] == fold("عن") and p.keys[i + 2] not in cues.that():
        return Report((start, i + 2), None, "rumour", i + 2)
    return None


def _question(p: Passage, i: int) -> Report | None:
    """«ردا على سؤال من الصحافيين هل …»: the question, up to the comma before its answer."""
    if p.keys[i] not in cues.listed("question"):
        return None
    limit = p.last[i]
    at = i + 1
    while at < limit:
        key = p.keys[at]
        asks = key == fold("هل") or key in (fold("عما"), fold("لماذا"), fold("كيف"))
        about = key in (fold("عن"), fold("حول"), fold("بشأن"))
        if asks or about:
            start = at if asks and key != fold("عما") else at + 1
            end = next((k for k in range(start, limit) if p.keys[k] in "،,؟:" and p.within[k] is None), None)
            if end is None or end <= start:
                return None
            source = None
            if at > i + 1 and p.keys[i + 1] in (fold("من"), fold("طرحه"), fold("وجهه")):
                source = sources.between(p, i + 2, at)
            elif at > i + 1:
                source = _asker(p, i + 1, at)
            return Report((i, i + 1), None, "question", start, source, None, end=end, asides=(i + 1, at))
        if key in "،,:" or key in cues.forms():
            return None
        at += 1
    return None


def _asker(p: Passage, start: int, end: int) -> Range | None:
    """«سؤال لرويترز»: who asks, after ل."""
    key = p.keys[start]
    if key.startswith("ل"):
        return (start, sources.noun_phrase(p, start, end))
    return None


def headline(p: Passage) -> Report | None:
    """A headline's speaker before a colon: «مسؤول: لا إشارات على …»."""
    colon = next((k for k, key in enumerate(p.keys) if key == ":" and p.within[k] is None), None)
    if colon is None or not 0 < colon <= 14 or colon + 1 >= len(p.keys):
        return None
    if any(key in cues.forms() for key in p.keys[:colon]):
        return None
    start = colon + 1
    quote = p.opened.get(start)
    first = p.names[0]
    known = first is not None and first.type in ("person", "organization")
    capital = first is not None and first.type == "place" and p.through[0] == colon and _asserts(p, start)
    role = (p.keys[0] in cues.roles() and not p.keys[0].startswith("ال")) or any(
        p.person(k) for k in range(colon)
    )
    says = quote is not None and speech(p, quote)
    if not (known or capital or role or (says and any(p.names[k] is not None for k in range(colon)))):
        return None
    return Report((colon, colon), None, "headline", start, (0, colon), quote)


def _asserts(p: Passage, at: int) -> bool:
    """Whether a clause with a verb or a negation starts at a token."""
    key = p.keys[at]
    return (
        at in p.opened
        or sources.verb(key)
        or key in map(fold, ("لا", "لن", "لم", "ليس", "ليست", "نحن", "سن", "على"))
    )
