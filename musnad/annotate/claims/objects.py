"""Contents that are bare nouns: «أعلنت تقدمها», «نفى الاتهامات», «انتقدت القرار»."""

from __future__ import annotations

from musnad.annotate.claims import bare, cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, conjoined, verb, verbal_noun
from musnad.annotate.claims.nouns import glued, past_coined
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range

_NEAR = 8  # tokens from a document that tells to أن


def bare_noun(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """Content that is a bare noun, after the subject if one stands there: «أعلنت قسد تقدمها»."""
    at = cue[1]
    subject: Range | None = None
    if form.tense != "participle" and at < limit:
        subject = sources.before(p, cue[0])
        chained = p.block.zone == "headline" and conjoined(p.keys[cue[0]]) and form.tense == "present"
        if subject is None and not form.plural and not chained:
            begin = sources.past_asides(p, at, limit)
            says = bare.says(p, begin, form, limit) and not _tells(p, begin, limit)
            end = begin if says else noun_phrase(p, begin, limit)
            end = _past_relative(p, end, form, limit)
            if end > begin:
                subject, at = sources.trimmed(p, begin, end), end
    if "from" in form.frames:
        at = _past_addressee(p, at, form, limit)
        if at > cue[1] and p.keys[at - 1] in cues.listed("from_them") and _any(p, at, limit):
            return Report(cue, form, "noun", at, subject, p.opened.get(at), asides=(cue[1], at))
    begin, at = at, sources.past_asides(p, at, limit)
    if at >= limit:
        at = _past_channel(p, begin, form, limit)
    at = _past_apposition(p, begin, at, form, limit) if subject else at
    quoted = (
        at == cue[1] and at + 1 < limit and at in p.opened and bare.says(p, at + 1, form, limit)
    )  # «يكشف "مخاوفه" من»
    if at >= limit or not (
        quoted or bare.says(p, at, form, limit) or (at > begin and bare.construct(p, at, form))
    ):
        further = beyond(p, cue, form, limit)
        return further or (thing(p, cue, form, limit) if "thing" in form.frames else None)
    if "documented" in form.frames and not (subject and bare.document(p.keys[subject[0]])):
        return None
    if subject is not None and _told_later(p, at, limit):
        return None
    start = _past_label(p, at)
    return Report(cue, form, "noun", start, subject, p.opened.get(start), asides=(cue[1], at))


def _told_later(p: Passage, at: int, limit: int) -> bool:
    """Whether a definite noun is still of the subject, and what is said follows بأن: «أعلن قسم … بأن»."""
    if not p.keys[at].startswith("ال"):
        return False
    for k in range(at + 1, min(at + _NEAR, limit)):
        if p.keys[k] in cues.that():
            return p.keys[k].startswith("ب")
        if p.keys[k] in COMMAS or (p.within[k] is None and bare.acting(p, k)):
            return False
    return False


def _any(p: Passage, at: int, limit: int) -> bool:
    """Whether any indefinite noun stands at a token, as after «طلب منه»: «فدية مالية»."""
    if at >= limit or p.tokens[at].kind != "word" or p.preposition(at) or p.keys[at] in cues.that():
        return False
    key = p.keys[at]
    return not verb(key) and key not in cues.listed("aside") | cues.listed("aside_words") and not glued(p, at)


def _tells(p: Passage, at: int, limit: int) -> bool:
    """Whether a document at a token tells what follows أن soon: «كشفت وثائق مسربة أمس أن …»."""
    near = range(at + 1, min(at + _NEAR, limit))
    return bare.document(p.keys[at]) and any(p.keys[k] in cues.that() for k in near)


def _past_channel(p: Passage, begin: int, form: Form, limit: int) -> int:
    """Past «في كلمته», «في الوقت نفسه», with what is said right behind it; the end where nothing is."""
    if begin + 2 >= limit or p.keys[begin] not in cues.listed("in") or p.names[begin + 1] is not None:
        return limit
    at = begin + 2
    while at < limit and (p.keys[at] in cues.listed("same") or adjective(p.keys[at])):
        at += 1
    return at if at < limit and bare.says(p, at, form, limit) else limit


def _past_label(p: Passage, at: int) -> int:
    """Past «ما وصفه بـ», «ما اعتبره بأنه»: the reporter's distance is not content."""
    start = past_coined(p, at)
    if start > at and start + 1 < p.last[at] and p.keys[start][0] == "ب":
        own = p.keys[start].rstrip("ـ") == "ب" or p.keys[start] in cues.that()
        return start + 1 if own else start
    return start


def beyond(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """Content that is a bare noun behind a long subject: «أعلن فلان، أحد المؤسسين، استقالته من منصبه»."""
    if form.tense == "participle" or form.plural or not form.frames & {"object", "report"}:
        return None
    described = False
    k = cue[1]
    while k < limit:
        key, quote = p.keys[k], p.opened.get(k)
        if quote is not None and quote.closed:
            k = quote.end + 1
            continue
        if key in cues.that() or key in ":.؛…" or (quote is not None and not quote.closed):
            return None
        if k > cue[1] and _after_subject(p, k) and bare.named(p, k, form):
            subject = sources.between(p, cue[1], k)
            if subject is not None and (human(p, subject[0]) or p.keys[subject[0]].startswith("ال")):
                return Report(cue, form, "noun", k, subject, None, asides=(cue[1], k))
        described = described or key in cues.listed("relative") or "report" in form.frames
        if p.names[k] is None and p.dates[k] is None and not described and bare.acting(p, k):
            return None
        k = p.through[k]
    return None


def _after_subject(p: Passage, at: int) -> bool:
    """Whether the subject may end before a token: with a name, date, comma, bracket or definite word."""
    before = p.keys[at - 1]
    if p.preposition(at - 1) or before in cues.listed("relative"):
        return False
    ended = p.names[at - 1] is not None or p.dates[at - 1] is not None or before in COMMAS or before == ")"
    closed = p.within[at - 1] is not None and p.within[at] is None
    return ended or closed or before.startswith(("ال", "لل")) or adjective(before)


def thing(p: Passage, cue: Range, form: Form, limit: int) -> Report | None:
    """Content that is any noun, behind a subject whose end is plain: «انتقدت المنظمة "الصمت الدولي"»."""
    if form.tense == "present" and "convicts" in form.frames:  # «يدين لـ» owes
        return None
    if any(
        p.within[k] is None and (p.keys[k] in cues.that() or p.keys[k] in form.frames)
        for k in range(cue[1], limit)
    ):
        return None  # what is said follows أن or the cue's preposition
    if form.tense == "participle":
        begin, at, subject = cue[1], cue[1], None
    else:
        subject = sources.before(p, cue[0])
        begin = at = cue[1]
        if subject is None and not form.plural:
            begin = sources.past_asides(p, cue[1], limit)
            at = _past_title(p, noun_phrase(p, begin, limit), limit)
            stop = at - 1 if at > begin and p.preposition(at - 1) else at
            subject = sources.trimmed(p, begin, stop) if stop > begin else None
            if subject is None or not _plain_subject(p, begin, at):
                return None
    at = sources.past_asides(p, at, limit)
    if at >= limit or (form.tense != "participle" and subject is None and not conjoined(p.keys[cue[0]])):
        return None
    key = p.keys[at]
    name = p.names[at]
    joined = conjoined(key) and (name is None or name.start > p.tokens[at].start)
    if joined or (p.is_role(at) and name is None):
        return None
    plain = p.tokens[at].kind == "word" and not bare.acting(p, at) and key[:1] not in ("ل", "ب")
    own = key in cues.words("initials") or p.names[at] is not None or verbal_noun(key)
    if at in p.opened or (not p.preposition(at) and key not in cues.that() and (plain or own)):
        return Report(cue, form, "noun", at, subject, p.opened.get(at), asides=(cue[1], at))
    return None


def _past_title(p: Passage, at: int, limit: int) -> int:
    """Past a title between commas after a name: «فلان، وزير الدولة للشؤون الخارجية، …»."""
    after = at + 1 if at < limit and p.keys[at] in COMMAS else at
    told = after < limit and p.keys[after] in cues.listed("who_is")  # «فلانة، وهي صحفية معروفة، القرار»
    if not (told or p.is_role(after)) or p.keys[after - 1] not in COMMAS:
        return at
    return next((k for k in range(after, min(after + 14, limit)) if p.keys[k] in COMMAS), at)


def _plain_subject(p: Passage, begin: int, end: int) -> bool:
    """Whether a subject surely ends where it seems to: with a name, before a date, a comma or an adverb."""
    if not human(p, begin) and not any(p.names[begin:end]):
        return False
    after = end < len(p.keys) and (p.dates[end] is not None or p.keys[end] in COMMAS or end in p.opened)
    if end == begin + 1 < len(p.keys) and p.keys[begin].startswith("ال") and human(p, begin):
        follower = p.keys[end]
        after = after or (follower.startswith("ال") and not adjective(follower) and p.names[end] is None)
    adverbial = end < len(p.keys) and p.keys[end] in cues.listed("not_content")
    return p.names[end - 1] is not None or after or adverbial or adjective(p.keys[end - 1])


def _past_addressee(p: Passage, at: int, form: Form, limit: int) -> int:
    """Past «من» and who is asked («طلب من السكان مغادرة …»); the end where nothing is asked."""
    if at < limit and p.keys[at] in cues.listed("from_them"):
        return at + 1
    if at >= limit or p.keys[at] != "من":
        return at if bare.says(p, at, form, limit) else limit
    return noun_phrase(p, at + 1, limit)


def _past_relative(p: Passage, at: int, form: Form, limit: int) -> int:
    """Past a relative clause of the subject, up to what can be said: «أكدت الصور التي نشرها دخول …»."""
    if not 0 < at < limit or p.keys[at] not in cues.listed("which"):
        return at
    for k in range(at + 2, min(at + 12, limit)):
        joined = (
            p.within[k] is not None
            or p.preposition(k - 1)
            or p.keys[k - 1] in cues.roles()
            or verb(p.keys[k - 1])
        )
        if p.keys[k] in cues.that() or p.keys[k] in COMMAS:
            return at
        if not joined and bare.says(p, k, form, limit):
            return k
    return at


def _past_apposition(p: Passage, begin: int, at: int, form: Form, limit: int) -> int:
    """Past a name that no list knows, in apposition to the subject: «نفى المدير، فلان الفلاني مسؤوليته»."""
    if at >= limit or p.keys[begin] not in COMMAS or p.preposition(at) or p.keys[at] in cues.that():
        return at
    if bare.says(p, at, form, limit):
        return at
    for k in range(at + 1, min(at + 5, limit)):
        if p.tokens[k].kind != "word" or p.preposition(k) or verb(p.keys[k]) or p.keys[k] in cues.that():
            break
        if bare.says(p, k, form, limit) and not p.keys[k].startswith("ال"):
            return k
    return at
