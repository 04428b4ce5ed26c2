"""Reports: a cue with its source and the place where its content starts."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate import cues, sources
from musnad.annotate.cues import Form
from musnad.annotate.passage import Passage
from musnad.annotate.quotes import Quote
from musnad.annotate.sources import Range
from musnad.arabic.fold import fold

_GAP = 45


class Report(NamedTuple):
    """A cue and what it takes, by tokens.

    `start` is where the content starts; `quote` the quotation it starts with, if any. `frame` is what led
    to it: that, quote, colon, whether, noun (a nominal content), label, passive, according, question, post.
    `end` is set where the content's end is known already.
    """

    cue: Range
    form: Form | None
    frame: str
    start: int
    source: Range | None = None
    quote: Quote | None = None
    end: int | None = None
    agentless: bool = False
    asides: Range | None = None  # where dates and channels of the report may stand


def speech(p: Passage, quote: Quote) -> bool:
    """Whether a quotation holds speech, not a name or a nickname: three words, or it ends the sentence."""
    count = p.count_words(quote.start, quote.end)
    if count < 1:
        return False
    inner = p.names[quote.start + 1] if quote.start + 1 < len(p.names) else None
    if inner is not None and inner.end >= p.tokens[quote.end - 1].end:
        return False
    return count >= 3 or quote.end + 2 >= p.last[min(quote.start, len(p.last) - 1)]


def find(p: Passage) -> list[Report]:
    """The reports whose cue is a verb or participle outside quotations, in order."""
    forms = cues.forms()
    found = []
    for i, key in enumerate(p.keys):
        form = forms.get(key)
        if form is None or p.within[i] is not None or not _usable(p, i, form):
            continue
        report = _match(p, i, form)
        if report is not None:
            found.append(report)
    return found


def _usable(p: Passage, i: int, form: Form) -> bool:
    """Whether a word that looks like a cue can be one here: not denied, not a mere wish, not a name."""
    before = p.keys[i - 1] if i else ""
    if p.names[i] is not None or before in cues.listed("negations"):
        return False
    if form.tense == "present" and before in cues.listed("subjunctive"):
        return i >= 2 and p.keys[i - 2] in (fold("قبل"), fold("بعد"))
    if "initial" in form.frames and form.tense == "past" and i > p.first[i]:
        return p.keys[i][0] in "وف" or before in "،,"
    return True


def _match(p: Passage, i: int, form: Form) -> Report | None:
    """The report of the cue at a token, by what it takes: the first of its frames met after it."""
    limit = min(p.last[i], i + _GAP)
    cue_end = i + 1
    if cue_end < limit and p.keys[cue_end] in cues.listed("joined"):
        cue_end += 1
    at = cue_end
    while at < limit:
        key = p.keys[at]
        quote = p.opened.get(at)
        if quote is not None:
            if "quote" in form.frames and speech(p, quote) and not _named_later(p, quote, limit):
                return _report(p, (i, cue_end), form, "quote", at, at, quote)
            if not quote.closed:
                break
            at = quote.end + 1
            continue
        if key == ":" and not _clock(p, at):
            return _colon(p, (i, cue_end), form, at) if "quote" in form.frames else None
        if key in cues.that():
            if at > cue_end and p.keys[at - 1] in cues.listed("not_that_after"):
                break
            if "that" in form.frames or (key[0] == "ب" and "ب" in form.frames):
                return _that(p, (i, cue_end), form, at)
            break
        if "whether" in form.frames and key in cues.listed("whether"):
            return _report(p, (i, cue_end), form, "whether", at, at)
        nominal = _preposition(p, i, at, form)
        if nominal is not None:
            return nominal
        other = cues.forms().get(key)
        if (
            other is not None
            and key not in cues.listed("joined")
            and p.names[at] is None
            and not p.is_role(at)
        ):
            relative = p.keys[at - 1] in cues.listed("relative")
            if not relative and (other.tense == "participle" or key[0] in "وف" or p.keys[at - 1] in "،,"):
                break
        at = p.through[at] if p.names[at] is not None else at + 1
    return _bare(p, i, cue_end, form, limit)


def _clock(p: Passage, at: int) -> bool:
    return 0 < at < len(p.tokens) - 1 and p.tokens[at - 1].kind == p.tokens[at + 1].kind == "number"


def _named_later(p: Passage, quote: Quote, limit: int) -> bool:
    """Whether a quotation is only a name, since the content follows it: «وقالت "القدس العربي" إن»."""
    after = quote.end + 1
    while after < limit and p.keys[after] in "،,":
        after += 1
    return (
        quote.closed
        and p.count_words(quote.start, quote.end) <= 5
        and after < limit
        and p.keys[after] in cues.that()
    )


def _report(
    p: Passage, cue: Range, form: Form, frame: str, marker: int, start: int, quote: Quote | None = None
) -> Report | None:
    """A report whose source stands between cue and marker, or before the cue, or nowhere."""
    source = None if form.tense == "participle" else sources.between(p, cue[1], marker)
    if source is None and form.tense != "participle":
        source = sources.before(p, cue[0])
    if start >= len(p.tokens):
        return None
    asides = (cue[1], marker)
    return Report(cue, form, frame, start, source, quote, asides=asides)


def _that(p: Passage, cue: Range, form: Form, at: int) -> Report | None:
    """Content after أن: the particle itself, and a preposition of the cue before it, belong to the frame."""
    marker = at
    if at - 1 == cue[1] and p.keys[at - 1] in cues.listed("prepositions"):
        cue = (cue[0], at)
    elif p.keys[at - 1] in cues.listed("prepositions") and at - 1 > cue[1]:
        marker = at - 1
    start = at + 1
    while start < len(p.tokens) and p.keys[start] in "،,:":
        start += 1
    quote = p.opened.get(start)
    return _report(p, cue, form, "that", marker, start, quote)


def _colon(p: Passage, cue: Range, form: Form, at: int) -> Report | None:
    start = at + 1
    if start < len(p.tokens) and p.keys[start] in "،,:":
        start += 1
    return _report(p, cue, form, "colon", at, start, p.opened.get(start))


def _preposition(p: Passage, i: int, at: int, form: Form) -> Report | None:
    """A nominal content after a preposition that the cue takes."""
    key = p.keys[at]
    cue = (i, i + 1)
    if key in cues.listed("prepositions") and key in form.frames:
        if at + 1 >= p.last[i] or p.keys[at + 1] in cues.that() or p.dates[at + 1] is not None:
            return None
        if key == "عن" and at > i + 1 and (fold("مسؤول") in p.keys[at - 1] or fold("صادر") in p.keys[at - 1]):
            return None
        if key in ("في", "من") and p.keys[at + 1] in cues.listed("channel"):
            return None
        start = _skip_coined(p, at + 1)
        if at == i + 1:
            return _report(p, (i, at + 1), form, "noun", at, start)
        return _report(p, cue, form, "noun", at, start)
    if "ب" in form.frames and key[0] == "ب" and p.names[at] is None:
        bare = key.rstrip("ـ")
        nxt = at + 1 < len(p.tokens) and (p.names[at + 1] is not None or at + 1 in p.opened)
        if bare == "ب" and nxt:
            return _report(p, cue, form, "noun", at, at + 1)
        if key in cues.listed("not_content") or key in cues.words("initials") or len(bare) < 4:
            return None
        if sources.verbal_noun(bare[1:]) or at == i + 1 or bare.startswith("بال"):
            return _report(p, cue, form, "noun", at, at)
    return None


def _skip_coined(p: Passage, at: int) -> int:
    """Past «ما أسماه», «ما وصفه بـ»: the reporter's distance is not content."""
    if p.keys[at] == "ما" and at + 1 < len(p.keys):
        coined = p.keys[at + 1]
        if coined.startswith((fold("اسما"), fold("سما"), fold("وصف"), fold("يسمي"), fold("اعتبر"))):
            return at + 2
    return at


def _bare(p: Passage, i: int, cue_end: int, form: Form, limit: int) -> Report | None:
    """Content that is a bare noun («أعلنت تقدمها»), or that stands before the cue («"…"، قال فلان»)."""
    if form.frames & {"object", "count", "report", "label", "responsibility", "cause"}:
        report = _object(p, i, cue_end, form, limit)
        if report is not None:
            return report
    if "quote" in form.frames and form.tense != "participle":
        return _after_quote(p, i, cue_end, form, limit)
    return None


def _object(p: Passage, i: int, at: int, form: Form, limit: int) -> Report | None:
    subject: Range | None = None
    if form.tense != "participle" and at < limit:
        subject = sources.before(p, i)
        if subject is None and not _says(p, at, form):
            end = sources.noun_phrase(p, at, limit)
            if end > at:
                subject = (at, end)
                at = end
    while at < limit and (p.keys[at] in "،," or (p.dates[at] is not None) or sources.aside(p, at, True)):
        if p.dates[at] is not None:
            at = p.through[at]
        elif p.keys[at] in "،,":
            at += 1
        else:
            at = next((k for k in range(at + 1, limit) if p.keys[k] in "،,"), limit)
    if at >= limit or p.keys[at] in cues.forms() or not _says(p, at, form):
        return None
    return Report((i, i + 1), form, "label" if _two(form) else "noun", at, subject, asides=(i + 1, at))


def _two(form: Form) -> bool:
    return bool(form.frames & {"label", "responsibility", "cause"})


def _says(p: Passage, at: int, form: Form) -> bool:
    """Whether what stands at a token can be the bare content of a cue."""
    key = p.keys[at]
    if "report" in form.frames:
        return key in cues.listed("reports")
    if "count" in form.frames:
        return p.quantities[at] is not None or key in (
            fold("مقتل"),
            fold("إصابة"),
            fold("وفاة"),
            fold("سقوط"),
        )
    if "object" in form.frames:
        role = p.is_role(at) or p.names[at] is not None
        return key in cues.listed("reports") or (not role and sources.verbal_noun(key))
    rest = range(at, min(p.last[at], at + 14))
    if "responsibility" in form.frames:
        return any(fold("مسؤولية") in p.keys[k] for k in rest)
    if "cause" in form.frames:
        return any(p.keys[k] == fold("إلى") for k in rest)
    return any(p.keys[k].startswith("ب") and (p.keys[k] in cues.that() or k + 1 in p.opened) for k in rest)


def _after_quote(p: Passage, i: int, cue_end: int, form: Form, limit: int) -> Report | None:
    """A cue after the quotation it attributes: «"…"، قال الوزير»."""
    start = p.first[i]
    quote = p.opened.get(start)
    if quote is None or not quote.closed or not speech(p, quote):
        return None
    if any(
        p.tokens[k].kind == "word" and p.keys[k] not in (fold("كما"), fold("هكذا"), fold("بهذا"))
        for k in range(quote.end + 1, i)
    ):
        return None
    source = sources.between(p, cue_end, limit)
    return Report((i, cue_end), form, "quote", start, source, quote, asides=(cue_end, limit))
