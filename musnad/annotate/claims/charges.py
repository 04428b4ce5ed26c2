"""Accusations by a noun or participle: «بتهمة الفساد», «اتهام فلان بالتجسس», «مزاعم عن …», «المتهم بقتله»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, conjoined, participle, verb, verbal_noun
from musnad.annotate.claims.nouns import glued
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range

_REACH = 14  # tokens from the noun to what somebody is accused of
_FORM = Form("اتهام", "accuse", frozenset(), "noun", False, False, False)


def find(p: Passage) -> list[Report]:
    """The accusations of a passage that no verb makes, in order; whoever makes them is rarely named."""
    found = []
    for i, key in enumerate(p.keys):
        if p.names[i] is not None or p.within[i] is not None or p.keys[i - 1] in cues.listed("negations"):
            continue
        report = None
        if key in cues.listed("on_charge"):
            report = _on_charge(p, i)
        elif key in cues.listed("charges") or key in cues.listed("accused"):
            report = _of(p, i, key in cues.listed("accused"))
        if report is not None:
            found.append(report)
    return found


def _on_charge(p: Passage, i: int) -> Report | None:
    """«بتهمة تمويل الإرهاب», «بتهم تتعلق بالفساد»: the deed follows as a bare noun, or after ب."""
    if _known_of(p, i):
        return None
    at = i + 1
    limit = p.last[i]
    while at < limit and p.keys[at] in cues.listed("concerning"):
        at += 1
    if (
        at >= limit
        or (p.tokens[at].kind == "sign" and at not in p.opened)
        or p.preposition(at)
        or verb(p.keys[at])
    ):
        return None
    trim = 1 if at > i + 1 and glued(p, at) else 0
    report = _report(p, (i, i + 1), at, None, trim)
    word = p.keys[at].startswith("ال") and p.names[at] is None
    if word and p.keys[i][0] == "ب" and not _convicted(p, i) and (at + 1 >= limit or _apart(p, at + 1)):
        return None  # «تحاكم بتهمة الإرهاب»: what the case is called
    if report is not None and word and _besides(p, at + 1):
        return report._replace(end=at + 1)  # «تهمة الاغتصاب لفلان», «بتهمة السرقة أيضا»
    return report


def _known_of(p: Passage, i: int) -> bool:
    """Whether a charge only tells who somebody is, or when: «الموقوف بتهمة», «سجنه بتهمة», «نجا من تهمة»."""
    before = p.keys[i - 1]
    owned = (
        verbal_noun(before)
        and before.endswith(("ه", "ها", "هم"))
        and before not in cues.words("verbal_nouns")
    )
    told = participle(before) and before not in cues.roles()
    return before == "من" or told or owned


def _convicted(p: Passage, i: int) -> bool:
    """Whether a court's verdict stands before a charge: «أدانت المحكمة فلانا بتهمة الرشوة»."""
    forms = (cues.forms().get(key) for key in p.keys[p.first[i] : i])
    return any(form is not None and "convicts" in form.frames for form in forms)


def _apart(p: Passage, at: int) -> bool:
    """Whether nothing at a token tells more of the deed before it."""
    return p.tokens[at].kind == "sign" or conjoined(p.keys[at]) or _besides(p, at)


def _besides(p: Passage, at: int) -> bool:
    """Whether behind a deed told in a word comes when, or whom the charge is laid at."""
    if at >= len(p.keys):
        return False
    key = p.keys[at]
    dated = p.dates[at] is not None or (key in cues.listed("in") and at + 1 < len(p.keys) and p.dates[at + 1])
    whom = key[:1] == "ل" and p.names[at] is not None
    return bool(dated) or whom or key in cues.listed("aside_words")


def _of(p: Passage, i: int, accused: bool) -> Report | None:
    """«اتهامات لموسكو بالتدخل», «مزاعم عن فساد», «المتهم بالقتل»: the deed follows a preposition."""
    limit = min(p.last[i], i + (_REACH if not accused else 4))
    for at in range(i + 1, limit):
        key = p.keys[at]
        if key in cues.that() and key[0] == "ب" and at + 1 < p.last[i]:
            return _report(p, (i, i + 1), at + 1, _accuser(p, i, at), 0)
        if key in cues.that() or key in COMMAS or key in ":.؛":
            return None
        quote = p.opened.get(at)
        if quote is not None and at == i + 1 and not accused and key not in cues.listed("charges_named"):
            return _report(p, (i, i + 1), at, None, 0)
        if p.names[at] is not None or p.within[at] is not None:
            continue
        about = key in cues.listed("concerning_what") and not accused
        if about and at + 1 < limit and p.names[at + 1] is None and verbal_noun(p.keys[at + 1]):
            return _report(p, (i, at + 1 if at == i + 1 else i + 1), at + 1, _accuser(p, i, at), 0)
        if glued(p, at) and key not in cues.listed("not_content") | cues.listed("cases"):
            start, trim = (at + 1, 0) if key.rstrip("ـ") == "ب" else (at, 1)
            return _report(p, (i, i + 1), start, None if accused else _accuser(p, i, at), trim)
        if verb(key) and not p.is_role(at) and not adjective(key):
            return None
    return None


def _accuser(p: Passage, i: int, at: int) -> Range | None:
    """Who accuses, if two are named: «اتهامات واشنطن لموسكو بـ…»; alone it is the accused."""
    whom = next((k for k in range(i + 2, at) if _addressed(p, k)), None)
    if whom is None:
        return None
    source = sources.between(p, i + 1, whom)
    return source if source is not None and human(p, source[0]) else None


def _addressed(p: Passage, at: int) -> bool:
    """Whether ل before a name, a role or an article opens whom the charge is laid at."""
    key, name = p.keys[at], p.names[at]
    own = name is not None and name.start == p.tokens[at].start
    return key[0] == "ل" and not own and (name is not None or key.startswith("لل") or key[1:] in cues.roles())


def _report(p: Passage, cue: Range, start: int, source: Range | None, trim: int) -> Report | None:
    if start >= p.last[cue[0]]:
        return None
    quote = p.opened.get(start)
    return Report(cue, _FORM, "charge", start, source, quote, trim=trim, agentless=source is None)
