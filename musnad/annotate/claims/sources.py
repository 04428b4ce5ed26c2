"""The noun phrase that a report names as its source: after the cue, or before it as the clause's subject."""

from __future__ import annotations

from musnad.annotate.claims import cues, persons
from musnad.annotate.claims.grammar import conjoined, glued, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, aside, noun_phrase
from musnad.model import Span

Range = tuple[int, int]

_REACH = 80  # tokens before a cue among which its clause begins


def between(p: Passage, start: int, end: int) -> Range | None:
    """The source among the tokens between a cue and its content; None where there is none.

    Phrases of time, place, channel and addressee before and after it are left out.
    """
    at = past_asides(p, start, end)
    if at < end and p.keys[at].startswith("لل") and p.names[at] is None:  # «صرح للتلفزيون الرسمي»
        at = past_asides(p, max(at + 1, noun_phrase(p, at, end)), end)
    if at >= end or p.preposition(at) or p.keys[at] in cues.listed("because"):
        return None
    return trimmed(p, at, _named_after(p, at, _end(p, at, end), end))


def _named_after(p: Passage, start: int, stop: int, end: int) -> int:
    """Past a person's name between commas after a long title: «المذيع المنضم إلى القناة، فلان، أن»."""
    others = any(p.person(k) for k in range(start, stop)) and persons.named(p, (start, stop)) is None
    if not p.is_role(start) or (any(p.names[start:stop]) and not others):
        return stop
    for k in range(stop, min(end, stop + 12)):
        if p.keys[k - 1] in COMMAS and p.person(k):
            return p.through[k]
        if p.dates[k] is not None or main_verb(p, k):
            break
    return stop


def starting(p: Passage, at: int, end: int) -> Range | None:
    """The source that starts right at a token, as after «وفقا لـ»; None where no word is left."""
    return trimmed(p, at, _end(p, at, end))


def past_asides(p: Passage, at: int, end: int) -> int:
    """The first token from `at` on that no phrase of time, place, channel or addressee covers, or `end`."""
    while at < end:
        if p.tokens[at].kind == "sign" and at not in p.opened and p.keys[at] not in "(#":
            at += 1
            continue
        after = aside(p, at, False, False)
        if after == at:
            return at
        at = after
    return end


def trimmed(p: Passage, at: int, stop: int) -> Range | None:
    """A stretch without the signs at its end; None where no word is left."""
    while stop > at and p.tokens[stop - 1].kind == "sign" and p.keys[stop - 1] in "،,:؛.-–—":
        stop -= 1
    alone = stop - at == 1 and p.keys[at] in cues.listed("demonstratives")
    return (at, stop) if p.count_words(at, stop) and not alone else None


def span(p: Passage, source: Range, after_preposition: bool) -> Span:
    """The letters of a source: without quotation marks around the whole of it, or the ل of «وفقا لـ»."""
    first, last = source
    quote = p.opened.get(first)
    if quote is not None and quote.end == last - 1 and last - first > 2:
        first, last = first + 1, last - 1
    if after_preposition and p.keys[first] in cues.listed("of") and last - first > 1:
        first += 1
    start, end = p.tokens[first].start, p.tokens[last - 1].end
    name = p.names[first]
    if after_preposition and name is not None:
        start = max(start, name.start)
    elif after_preposition and glued(p.keys[first]):
        start += 1
    return Span(start, end, p.text[start:end])


def _end(p: Passage, start: int, end: int) -> int:
    """Where a source's noun phrase ends: at an aside, or at a comma that no apposition follows."""
    at = start
    person = named = role = relative = another = False
    while at < end:
        quote = p.opened.get(at)
        if quote is not None and quote.closed and quote.end < end:
            named = True
            at = quote.end + 1
            continue
        key = p.keys[at]
        relative = relative or key in cues.listed("which")
        within = relative and key in cues.listed("aside_words")  # «اللائحة التي صادق عليها المستشار»
        if at > start and not within and aside(p, at, role, named) != at:
            return at
        if key in COMMAS or key in "-–":
            spoken_for = another and at + 1 < end and p.person(at + 1)  # «محامي فلان، فلان»
            after = at + 1 if spoken_for else _apposed(p, at + 1, end, person, named, named or role)
            if after is None:
                return at
            role = role or p.is_role(after)
            at = after
            continue
        name = p.names[at]
        if name is not None:
            person = person or name.type == "person"
            another = name.type == "person" and persons.of_another(p, start, at)
            named, role = True, role and not (name.type == "person" or p.keys[at - 1] in cues.listed("in"))
            at = p.through[at]
            continue
        if named and key in cues.listed("own_words"):  # «اختتم الوزير كلمته»
            return at
        if key in cues.roles() and (at == start or named or not role):
            role = True
        at += 1
    return at


def _apposed(p: Passage, at: int, end: int, person: bool, named: bool, headed: bool) -> int | None:
    """Past a comma inside a source, before a name, a title, a relative clause or an age; None for its end."""
    if at >= end:
        return None
    key = p.keys[at]
    if p.person(at):
        return None if person else at
    if not headed:
        return at if p.is_role(at) else None
    if not person and not p.is_role(at) and _unknown_name(p, at, end):
        return at
    if key in cues.listed("who_is") and p.is_role(at + 1):
        return at
    if key in cues.roles() or key in cues.listed("relative") or key.removeprefix("و") in cues.roles():
        return at
    aged = p.tokens[at].kind == "number" and at + 1 < end and p.keys[at + 1] in cues.listed("years")
    return at + 2 if aged else None


def _unknown_name(p: Passage, at: int, end: int) -> bool:
    """Whether up to four words between commas after a title are a name that no list knows."""
    stop = next((k for k in range(at, min(at + 6, end)) if p.keys[k] in COMMAS), end)
    if not at < stop <= at + 4:
        return False
    plain = all(p.tokens[k].kind == "word" and not verb(p.keys[k]) for k in range(at, stop))
    return plain and not p.preposition(at) and aside(p, at, False, False) == at


def before(p: Passage, cue: int) -> Range | None:
    """The subject that stands before a cue in its clause («الجيش أعلن أن»); None where there is none."""
    start, end = max(p.first[cue], cue - _REACH), cue
    if p.keys[cue][0] == "و" and p.keys[cue][1:] in cues.forms():  # «، وأعلن»: it starts its clause
        return None
    if cue > p.first[cue] and p.keys[cue - 1] in cues.listed("and_he"):
        return None
    while end > start and p.keys[end - 1] in cues.listed("auxiliary"):
        end -= 1
    at = _clause_start(p, start, end)
    if p.block.zone == "headline":
        at = _joined(p, at, end)  # «انهيار الليرة ووزير المالية يدعو إلى …»
    if at >= end:
        return None
    opened = end < cue or at > start
    first = p.keys[at]
    acting = verb(first) and p.names[at] is None
    if acting or first in cues.listed("prepositions") or aside(p, at, False, False) != at:
        return None
    stop = _end(p, at, end)
    settled = end < cue and p.keys[end] in cues.listed("already")  # «كانت منظمات تعمل هناك قد قدرت»
    if (acts(p, at, stop) and not settled) or not _closed(p, stop, end):
        return None
    known = p.is_role(at) or first.startswith("ال") or p.opened.get(at) is not None
    if not (known or opened or any(p.names[k] is not None for k in range(at, stop))):
        return None
    if conjoined(first) and p.names[at] is None and not p.is_role(at) and first[1:] not in cues.roles():
        return None
    return trimmed(p, at, stop)


def _joined(p: Passage, start: int, end: int) -> int:
    """Where before a headline's cue و joins a name or role that is all of its subject, or the start."""
    for k in range(end - 1, max(start, end - 6), -1):
        name, key = p.names[k], p.keys[k]
        named = name is not None and name.start == p.tokens[k].start + 1 and key[0] == "و"
        if named or (key[0] == "و" and key[1:] in cues.roles() and key not in cues.words("initials")):
            return k if noun_phrase(p, k, end) == end else start
    return start


def acts(p: Passage, start: int, end: int) -> bool:
    """Whether a verb stands in a stretch, outside names, quotations and relative clauses."""
    for k in range(start, end):
        if p.keys[k] in cues.listed("relative"):
            return False
        free = p.within[k] is None and p.names[k] is None and not p.is_role(k)
        if k > start and free and main_verb(p, k):
            return not _withholds(p, k)
    return False


def _withholds(p: Passage, at: int) -> bool:
    """Whether a verb only says that a source keeps its name: «مسؤول طلب عدم ذكر اسمه»."""
    stem = p.keys[at].removesuffix("وا").removesuffix("ت")
    return stem in cues.listed("withholding") and p.keys[at + 1] in cues.listed("unnamed")


def _closed(p: Passage, stop: int, end: int) -> bool:
    """Whether only a parenthesis of time, place or the like stands between the subject and the cue."""
    at = stop
    while at < end:
        if p.keys[at] in COMMAS:
            at += 1
            continue
        after = aside(p, at, False, True)
        if after == at or after > end + 1:
            return False
        at = after
    return True


def _clause_start(p: Passage, start: int, end: int) -> int:
    """The first token of the clause that ends at a token: after the last opener before it."""
    at = k = start
    last_comma = max((m for m in range(start, end) if p.keys[m] in COMMAS), default=-1)
    while k < end:
        quote = p.within[k]
        if quote is not None:
            k = quote.end + 1
            continue
        size = 1 if p.keys[k] in cues.that() else p.phrase(k, "openers")
        if not size and p.keys[k][0] == "و" and conjoined(p.keys[k]):
            size = int((p.keys[k][1:],) in cues.opening("openers").get(p.keys[k][1:], ()))
        describes = k > at or k <= last_comma
        if size and p.keys[k] in cues.listed("relative") and describes:
            k += size  # a relative clause of the subject
        elif size:
            at = k = k + size
        else:
            k += 1
    return at


def main_verb(p: Passage, at: int) -> bool:
    key = p.keys[at]
    noun = key in cues.listed("aside") or p.keys[at - 1] in cues.listed("one_of")
    return verb(key) and not p.is_role(at) and not noun
