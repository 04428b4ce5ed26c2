"""Where the content of a report begins and ends, and how it is rendered."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.feelings import stem
from musnad.annotate.claims.grammar import adjective, conjoined, participle, verb, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.quotes import Quote
from musnad.annotate.claims.reports import Report, replied, speech
from musnad.annotate.claims.sources import Range
from musnad.model import ClaimKind, Span

_PHRASE = 4  # words of a quotation that is more than a name
_OUTSIDE = frozenset("،,.:؛;!؟?…-–—")
_BEHIND = frozenset(
    {"before", "behind", "within", "inside"}
)  # the content stands before its cue, or around it
_ACCORDING = frozenset({"before", "inside", "according", "relayed", "rumour"})


def extent(p: Passage, report: Report, resumptions: bytearray) -> tuple[Range, ClaimKind] | None:
    """The tokens of a report's content and its kind; None where nothing is left.

    `resumptions` has a 1 for each token at which another report of the reporter's own starts.
    """
    according = report.frame in _ACCORDING
    if report.end is not None:
        edge = report.end - 1 - (p.keys[report.end - 1] in COMMAS)
        last = p.within[edge] if report.frame == "before" else None  # «… "الظروف لا تسمح" بحسب الوزيرة»
        adjacent = edge == report.end - 1
        apart = last is not None and (adjacent or not _verbal(p, report.start, last.start))
        if last is not None and apart and speech(p, last) and last.start > report.start:
            return _trimmed(p, last.start + 1, last.end, "according_to")
        start = _past_conjunctions(p, report.start) if report.frame in _BEHIND else report.start
        end = before(resumptions, report.cue[1] + 1, report.end)
        end = _without_leftover(p, start, end)
        return _trimmed(p, start, end, "according_to" if according else "indirect")
    quote = report.quote
    spoken = quote is not None and (replied(p, quote) or speech(p, quote))
    if quote is not None and report.frame in ("quote", "colon", "headline") and spoken:
        more = _quoted_on(p, quote, resumptions) if report.frame == "quote" else None
        if more is not None:
            return _trimmed(p, quote.start, more, "mixed")
        return _trimmed(p, quote.start + 1, quote.end, "direct")
    if report.frame == "colon":
        end = before(resumptions, report.start + 1, len(p.tokens))
        return _trimmed(p, report.start, end, "direct")
    end = _clause_end(p, report, resumptions)
    if quote is not None and speech(p, quote) and (_only_signs(p, quote.end + 1, end) or _quitted(p, quote)):
        return _trimmed(p, quote.start + 1, quote.end, "according_to" if according else "direct")
    found = _trimmed(p, report.start, end, "according_to" if according else "indirect")
    if found is None or according:
        return found
    return found[0], "mixed" if _quotes_inside(p, found[0]) else "indirect"


def _verbal(p: Passage, start: int, end: int) -> bool:
    """Whether a clause with a verb of its own stands in a stretch, so that a quotation is only part of it."""
    return any(verb(p.keys[k]) and p.names[k] is None and p.within[k] is None for k in range(start, end))


def before(marks: bytearray, start: int, end: int) -> int:
    """The first marked token of a stretch, or its end."""
    at = marks.find(1, start, end)
    return at if at >= 0 else end


def _quoted_on(p: Passage, quote: Quote, resumptions: bytearray) -> int | None:
    """The end of a quotation that the reporter only paraphrases in its middle: «"…" في المدينة "…"»."""
    if not quote.closed or quote.end + 1 >= p.last[quote.end] or p.tokens[quote.end + 1].kind != "word":
        return None
    end = None
    for k in range(quote.end + 1, p.last[quote.end]):
        if resumptions[k] or p.keys[k] in cues.forms():
            break
        more = p.opened.get(k)
        if more is not None and more.closed and p.count_words(more.start, more.end) >= _PHRASE:
            end = more.end + 1
    return end


def span(p: Passage, tokens: Range, report: Report) -> Span:
    """The letters of a content: without ب of the cue, or the و that joins the reporter's sentence."""
    start, end = p.tokens[tokens[0]].start, p.tokens[tokens[1] - 1].end
    if report.frame in _BEHIND:
        start += p.keys[tokens[0]][0] == "و" and conjoined(p.keys[tokens[0]])
    elif tokens[0] == report.start and report.trim < len(p.tokens[tokens[0]].text):
        start += report.trim
    return Span(start, end, p.text[start:end])


def _trimmed(p: Passage, start: int, end: int, kind: ClaimKind) -> tuple[Range, ClaimKind] | None:
    while start < end and p.keys[start] in _OUTSIDE:
        start += 1
    opened = p.opened.get(start)
    if opened is not None and opened.end + 1 < end and start + 2 < end and p.keys[start + 1] in cues.that():
        start += 2  # «طلبت "أن يعلن …" وأن يتخذ …»
    while end > start and (p.keys[end - 1] in _OUTSIDE or _stray(p, start, end)):
        end -= 1
    return ((start, end), kind) if end > start else None


def _stray(p: Passage, start: int, end: int) -> bool:
    """Whether a content ends with a quotation mark that nothing inside it opened."""
    if p.keys[end - 1] not in '"“”«»':
        return False
    quote = p.within[end - 1]
    return quote is None or quote.start < start or quote.start == end - 1


def _past_conjunctions(p: Passage, at: int) -> int:
    """Past «لكن», «غير أن», «كما» that join a sentence to the one before."""
    size = p.phrase(at, "conjunctions")
    return at + size if size else at


def _only_signs(p: Passage, start: int, end: int) -> bool:
    return all(p.tokens[k].kind == "sign" for k in range(start, min(end, len(p.tokens))))


def _quitted(p: Passage, quote: Quote) -> bool:
    """Whether right behind a quotation the reporter tells how it was said: «أن "…" مخالفا مستشاره»."""
    after = p.keys[quote.end + 1] if quote.end + 1 < len(p.keys) else ""
    how = after.startswith("م") and after.endswith("ا") and len(after) > 4 and not verbal_noun(after)
    return how and p.count_words(quote.start, quote.end) > _PHRASE


def _quotes_inside(p: Passage, content: Range) -> bool:
    """Whether part of the content is quoted: two words or more that are not a name."""
    for quote in p.quotes:
        if content[0] <= quote.start and quote.end <= content[1] and quote.closed:
            name = p.names[quote.start + 1]
            whole = name is not None and name.end >= p.tokens[quote.end - 1].end
            if p.count_words(quote.start, quote.end) >= 1 and not whole:
                return True
    return False


def _clause_end(p: Passage, report: Report, resumptions: bytearray) -> int:
    """The token where an indirect content ends: at the reporter's next words, or with the sentence."""
    start = at = report.start
    limit = p.last[start]
    told = report.frame == "that" and report.form is not None and report.form.tense == "noun"
    nominal = report.frame in ("noun", "label", "rumour", "charge")
    felt = stem(p.keys[start].removeprefix("ال")) in cues.listed("feelings")
    if felt and any(key in cues.that() for key in p.keys[start + 1 : start + 3]):  # «أملها في أن …، … ستنجح»
        nominal = False
    while at < limit:
        quote = p.within[at]
        if quote is not None:
            at = quote.end + 1
            continue
        if at > start:
            if resumptions[at]:
                return _without_leftover(p, start, at)
            turned = nominal and (p.phrase(at, "stops") or _another_clause(p, start, at))
            colon = p.keys[at] == ":" and p.block.zone in ("headline", "subhead")
            colon = colon or (
                p.keys[at] in "..…|" and report.frame != "headline" and p.block.zone == "headline"
            )
            if p.phrase(at, "according_echo") or turned or colon:
                return _without_leftover(p, start, at)
            if p.keys[at] in COMMAS or p.keys[at] in "-–":
                after = at + 1
                quoted = p.within[at - 1] is not None and p.keys[after : after + 1] == ["ما"]
                over = quoted and after + 1 < limit and verb(p.keys[after + 1])
                over = over or (told and after < limit and verb(p.keys[after]) and p.names[after] is None)
                over = over or (p.within[at - 1] is not None and _elsewhere(p, after, limit))
                if after < limit and (
                    over or p.phrase(after, "resume") or (nominal and not _goes_on(p, after))
                ):
                    return at
        at += 1
    return limit


def _elsewhere(p: Passage, at: int, limit: int) -> bool:
    """Whether after a comma the reporter goes on with something else: «"…"، فيما لم تكشف السلطات …»."""
    if at + 1 >= limit or p.keys[at] not in cues.listed("meanwhile"):
        return False
    return p.keys[at + 1] not in cues.listed("as_for")


def _another_clause(p: Passage, start: int, at: int) -> bool:
    """Whether و and a verb begin the reporter's next clause after a nominal content that has no verb."""
    after = p.keys[at + 1] if at + 1 < len(p.keys) else ""
    if p.keys[at] == "ما" and after and verb(after) and not p.preposition(at - 1):
        return not cues.coined(after) and p.keys[at - 1] != "سيما"  # «ما أثار غضب …», but «رئيس ما يسمى بـ…»
    if not (conjoined(p.keys[at]) and verb(p.keys[at]) and p.names[at] is None) or p.keys[at] == "وبين":
        return False
    described = (p.keys[k] in cues.listed("relative") or verb(p.keys[k]) for k in range(start, at))
    return not verbal_noun(p.keys[at][1:]) and not any(described)


def _without_leftover(p: Passage, start: int, end: int) -> int:
    """The end of a content without «، فيما», «، وذلك» that already belong to what follows."""
    for phrase in cues.phrases("leftover"):
        if tuple(p.keys[max(start, end - len(phrase)) : end]) == phrase:
            return end - len(phrase)
    return end


def _goes_on(p: Passage, at: int) -> bool:
    """Whether a nominal content goes on after a comma: with a preposition, or another noun joined by و."""
    if p.keys[at] == "#" and at + 1 < len(p.keys):
        at += 1
    key = p.keys[at]
    if key in cues.listed("stopping") or p.phrase(at, "after_clauses"):
        return False
    if key == "كما" and at + 1 < len(p.keys) and verb(p.keys[at + 1]):  # «، كما عارض النواب …»
        return False
    if p.person(at) and not conjoined(key):
        return True  # «مقتل رئيس المجلس، فلان»
    if p.person(at - 2) and p.is_role(at):
        return True  # «عقد مع فلان، لاعب الفريق»
    if key.startswith("ال") and p.names[at] is None and (adjective(key) or participle(key)) and not verb(key):
        return True  # «شركة النفط، التابعة لـ…»
    if key in cues.listed("joins") or key in cues.listed("blame"):
        return True
    if key[0] in "لب" and len(key) > 3 and key not in cues.words("initials"):
        return not verb(key)
    if not conjoined(key):
        return False
    bare = key[1:]
    listed = p.keys[at - 1] != "؛" and (bare in cues.that() or (bare[:1] == "ل" and len(bare) > 4))
    if listed and not verb(bare):
        return True  # «، وأنها ستدافع عن نفسها», «، ولمناسبة الذكرى»
    return bare not in cues.forms() and not verb(bare) and (verbal_noun(bare) or bare in cues.listed("joins"))
