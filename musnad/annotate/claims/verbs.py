"""Reports made by a verb or participle: what it takes, its source, and the place where its content starts."""

from __future__ import annotations

from musnad.annotate.claims import (
    according,
    clauses,
    cues,
    feelings,
    nouns,
    objects,
    pairs,
    sources,
    subjects,
    usage,
)
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import conjoined, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, aside, noun_phrase
from musnad.annotate.claims.reports import Report, speech
from musnad.annotate.claims.sources import Range
from musnad.annotate.claims.spoken import spoken

_GAP = 45  # tokens from a cue to its content at most


def find(p: Passage) -> list[Report]:
    """The reports whose cue is a verb or participle outside quotations, in order."""
    forms = cues.forms()
    found = []
    for i, key in enumerate(p.keys):
        form = forms.get(key)
        if form is None or p.within[i] is not None or not usage.usable(p, i, form):
            continue
        report = _match(p, i, form)
        if report is None:
            continue
        returned = report.frame == "that" and report.source is None and usage.purpose(p, i, form)
        report = report._replace(source=usage.returned(p, i)) if returned else report
        if report.source is None and usage.nobody(p, i, form, report.frame):
            continue
        if (
            "strict" in form.frames
            and form.tense == "past"
            and key.endswith(form.lemma)
            and report.source is not None
            and not _plain_source(p, report.source)
        ):
            continue
        agrees = (p.keys[i - 1] == "التي") == form.feminine  # «التدخلات التي قال إن …» is of somebody else
        if p.keys[i - 1] in cues.listed("which") and agrees and report.source is None:
            report = report._replace(agentless=True)
        if usage.purpose(p, i, form) and (report.frame != "that" or report.source is None):
            continue
        led = report.source is not None and sources.past_asides(p, p.first[i], i) == i  # «من جهته، عبر …»
        if not led and usage.homograph(p, i, form) and report.frame not in ("that", "quote", "colon"):
            continue
        found.append(feelings.felt(p, report))
    return found


def _plain_source(p: Passage, source: Range) -> bool:
    """Whether a source can speak and is no list: «وبين الضحايا شرطي عرض أن» tells who was among them."""
    told = any(p.keys[k] in cues.listed("relative") or verb(p.keys[k]) for k in range(*source))
    many = p.keys[source[0]].startswith("ال") and p.keys[source[0]].endswith("ون")  # no «عبر» is before these
    return (many or human(p, source[0])) and not told


def _match(p: Passage, i: int, form: Form) -> Report | None:
    """The report of the cue at a token, by what it takes: the first of its frames met after it."""
    limit = min(p.last[i], i + _GAP)
    cue = (i, i + 2 if i + 1 < limit and p.keys[i + 1] in cues.listed("joined") else i + 1)
    if p.block.zone in ("headline", "subhead") and "quote" not in form.frames and ":" in p.keys[i:limit]:
        return None  # «أنقرة تنتقد واشنطن: …»: the headline's colon opens what is said
    if form.frames & (cues.BARE | cues.PAIRS):
        bare = pairs.find if form.frames & cues.PAIRS else objects.bare_noun
        nominal = bare(p, cue, form, limit)
        if nominal is not None or "that" not in form.frames:
            return nominal
    at = cue[1]
    replying = False
    apart = False  # another clause began: only أن still belongs to the cue
    plain = cue[1]  # from here on nobody else may act
    while at < limit:
        key = p.keys[at]
        aside_ = key in cues.listed("occasions") or (at > cue[1] and according.size(p, at) > 0)
        if p.keys[at - 1] in COMMAS and aside_:  # «، ردا على روايات تقول إن …،», «، بحسب ما نقلت الوكالة،»
            at = plain = next((k for k in range(at, limit) if p.keys[k] in COMMAS or k in p.opened), at)
            key = p.keys[at]
        elif p.keys[at - 1] in COMMAS and key in cues.listed("which"):  # «ودعا فلان، الذي قاد …، إلى»
            at = plain = clauses.closed(p, at, limit)
            key = p.keys[at]
        elif p.keys[at - 1] in COMMAS and p.preposition(at):  # «وأكدت، على صعيد آخر، أن»
            at = clauses.interposed(p, at, limit)
            key = p.keys[at]
        quote = p.opened.get(at)
        if quote is not None:
            weak = "initial" in form.frames
            if "quote" in form.frames and not apart and spoken(p, cue, at, quote, limit, weak):
                return _described(p, cue, form, at) or _report(p, cue, form, "quote", at, at)
            if "ب" in form.frames and quote.closed and nouns.glued_in(p, quote.start + 1):
                return _report(p, cue, form, "quote", at, at)
            if not quote.closed:
                break
            at = quote.end + 1
            continue
        if key == ":" and not _clock(p, at):
            opens = "headline" if p.block.zone == "headline" else "colon"
            return _report(p, cue, form, opens, at, at + 1) if "quote" in form.frames else None
        if key in cues.that():
            return _that(p, cue, form, at)
        if p.tokens[at].text in cues.written("that_not") and "that" in form.frames:
            return _report(p, cue, form, "that", at, at)
        if "whether" in form.frames and key in cues.listed("whether"):
            return _report(p, cue, form, "whether", at, at)
        start = nouns.after_preposition(p, i, at, form)
        if start and not apart and not replying and not sources.acts(p, plain, at):
            adjacent = at == i + 1 and key in cues.listed("prepositions")
            glued = start == at and not key.startswith("لل")
            trim = 1 + len(p.tokens[at].text[1:]) - len(p.tokens[at].text[1:].lstrip("ـ")) if glued else 0
            report = _report(p, (i, at + 1) if adjacent else cue, form, "noun", at, start)
            return report._replace(trim=trim) if report else None
        saying = key in cues.listed("joined")
        if saying and at == cue[1]:
            cue = (cue[0], at + 1)
        elif saying and form.modality == "answer" and not apart:  # «رد على المنتقدين قائلا إن»
            said = _match(p, at, form._replace(modality="assert"))
            begin = sources.before(p, cue[0]) or sources.between(p, cue[1], at)
            return said._replace(source=begin or clauses.antecedent(p, cue[0])) if said else None
        elif _other_cue(p, at) and (not saying or (form.frames & cues.BARE and p.keys[at - 1] in COMMAS)):
            break
        replying = replying or key in cues.listed("occasions")  # «وأكد ردا على التعليقات أن»
        apart = apart or key in ".…" or _next_clause(p, cue[1], at)
        at = p.through[at] if p.names[at] is not None else at + 1
    return _after_quote(p, cue, form, limit)


def _other_cue(p: Passage, at: int) -> bool:
    """Whether another cue of the reporter's starts at a token, so that what follows is its own."""
    other = cues.forms().get(p.keys[at])
    if other is not None and other.tense == "participle" and not usage.usable(p, at, other):
        return False
    if other is None or (other.feminine and other.tense == "participle" and p.keys[at - 1] not in COMMAS):
        return False
    if p.names[at] is not None or p.is_role(at) or p.keys[at] in cues.listed("aside"):
        return False
    if p.keys[at - 1] in cues.listed("relative") or clauses.parenthesis(p, at, other) or usage.called(p, at):
        return False
    return other.tense == "participle" or conjoined(p.keys[at]) or p.keys[at - 1] in COMMAS


def _next_clause(p: Passage, start: int, at: int) -> bool:
    """Whether و and a verb go on with another clause, outside relative clauses and names."""
    if not (conjoined(p.keys[at]) and verb(p.keys[at])) or p.names[at] is not None or p.is_role(at):
        return False
    if usage.called(p, at):
        return False
    return not any(p.keys[k] in cues.listed("which") for k in range(start, at))


def _clock(p: Passage, at: int) -> bool:
    return 0 < at < len(p.tokens) - 1 and p.tokens[at - 1].kind == p.tokens[at + 1].kind == "number"


def _report(p: Passage, cue: Range, form: Form, frame: str, marker: int, start: int) -> Report | None:
    """A report whose source stands between cue and marker, or before the cue, or nowhere."""
    while start < len(p.tokens) and (
        p.keys[start] in "،,:" or (frame == "colon" and p.keys[start] in cues.that())
    ):
        start += 1
    if start + 1 < len(p.tokens) and frame == "that" and p.keys[start] in cues.that():
        start += 1  # «إن أن»
    if start >= len(p.tokens):
        return None
    passed = subjects.passed_on(p, cue, form, marker, start)
    if passed is not None:
        return passed
    subject = subjects.of(p, cue, form, frame, marker)
    if subject.agentless and "label" in form.frames:  # «يُعتبر»: a classification
        return None
    asides = (cue[1], marker)
    opened = p.opened.get(start)
    return Report(
        cue, form, frame, start, subject.source, opened,
        asides=asides, agentless=subject.agentless, relay=subject.relay,
    )  # fmt: skip


def _described(p: Passage, cue: Range, form: Form, at: int) -> Report | None:
    """«اعتبر الوزير القرار "ظالما"»: what is described stands between the source and a quotation."""
    if "label" not in form.frames or at == cue[1]:
        return None
    begin = sources.past_asides(p, cue[1], at)
    end = noun_phrase(p, begin, at)
    if form.tense == "participle":  # «معتبرا هذه المطالب "غير مقبولة"»
        whole = begin == cue[1] and p.keys[at - 1] not in COMMAS and (end == at or at - begin < 4)
        return Report(cue, form, "label", begin, asides=(cue[1], begin)) if whole else None
    if not begin < end < at or sources.past_asides(p, end, at) != end or p.keys[end] in ":،,":
        return None
    subject = sources.trimmed(p, begin, end)
    return Report(cue, form, "label", end, subject, asides=(cue[1], end))


def _that(p: Passage, cue: Range, form: Form, at: int) -> Report | None:
    """Content after أن: the particle itself, and a preposition of the cue before it, belong to the frame."""
    if not ("that" in form.frames or (p.keys[at][0] == "ب" and "ب" in form.frames)):
        return None
    before = p.keys[at - 1]
    if at > cue[1] and (clauses.governed(p, at) or not _plain(p, cue[1], at)):
        return None
    if before in cues.listed("prepositions") and at - 1 > cue[1] and before not in form.frames:
        return None
    marker = at
    if before in cues.listed("prepositions") and at - 1 >= cue[1]:
        if at - 1 == cue[1]:
            cue = (cue[0], at)
        marker = at - 1
    return _report(p, cue, form, "that", marker, at + 1)


def _plain(p: Passage, start: int, marker: int) -> bool:
    """Whether the last of a cue's commas before أن closes a parenthesis, and opens no new clause."""
    commas = [k for k in range(start, marker) if p.keys[k] in COMMAS and p.within[k] is None]
    if len(commas) % 2 == 0 or commas[-1] + 1 >= marker:
        return True
    after = commas[-1] + 1
    named = p.names[after] is not None or after in p.opened or p.tokens[after].kind == "number"
    role = p.is_role(after) or p.keys[after].removeprefix("و") in cues.roles()
    described = p.keys[after] in cues.listed("relative") | cues.listed("who_is")
    return named or role or described or aside(p, after, False, False) != after


def _after_quote(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """A cue after the quotation it attributes: «"…"، قال الوزير»."""
    if "quote" not in form.frames or form.tense == "participle":
        return None
    start = p.first[cue[0]]
    quote = p.opened.get(start)
    if quote is None or not quote.closed or not speech(p, quote):
        return None
    gap = range(quote.end + 1, cue[0])
    if any(p.tokens[k].kind == "word" and p.keys[k] not in cues.listed("thus") for k in gap):
        return None
    source = sources.between(p, cue[1], limit)
    return Report(cue, form, "quote", start, source, quote, asides=(cue[1], limit))
