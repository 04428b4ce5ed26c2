"""Reports made by a noun of saying: «بعد إعلان الجيش أن …», «رغم تأكيد الشرطة أنه …»."""

from __future__ import annotations

from functools import lru_cache

from musnad.annotate.claims import agents, cues, sources
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import noun_phrase
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range
from musnad.model import Modality

_REACH = 22  # tokens from the noun to أن at most
_MODALITIES: dict[str, Modality] = {
    "نفي": "deny", "اتهام": "accuse", "توقع": "expect", "توقعات": "expect", "تحذير": "expect",
    "تحذيرات": "expect",
}  # fmt: skip


def find(p: Passage) -> list[Report]:
    """The reports of a passage whose cue is a noun of saying with a clause after it, in order."""
    found = []
    for i, key in enumerate(p.keys):
        noun, possessed = _said(key)
        if noun and p.names[i] is None and p.within[i] is None and p.keys[i - 1] not in cues.listed("in"):
            report = _report(p, i, noun, possessed)
            if report is not None:
                found.append(report)
    return found


@lru_cache(maxsize=1 << 14)
def _said(key: str) -> tuple[str, bool]:
    """The noun of saying that a folded word is, and whether a pronoun is written on it; empty for none."""
    bare = key[1:] if key[:1] in ("ب", "ل", "و", "ك") else key
    stems = {key, bare} | {bare.removesuffix(pronoun) for pronoun in ("ه", "ها", "هم")}
    stems |= {stem[:-2] + "اء" for stem in stems if stem.endswith(("اي", "او"))}  # «ادعائها»
    stems |= {stem[:-1] for stem in stems if stem.endswith("ا") and len(stem) > 4}  # «وجهت تحذيرا من أن»
    said = stems & cues.listed("said_nouns")
    return (min(said, key=len), bare not in said) if said else ("", False)


def _teller(p: Passage, i: int, marker: int) -> Range | None:
    """Who says it: after the noun, or after its ل («تصريحات لمسؤولين بأن»)."""
    if i + 1 < marker and p.keys[i + 1][0] == "ل" and noun_phrase(p, i + 1, marker) == marker:
        return i + 1, marker
    return sources.between(p, i + 1, marker)


def _report(p: Passage, i: int, noun: str, possessed: bool) -> Report | None:
    limit = min(p.last[i], i + _REACH)
    for k in range(i + 1, limit):
        key = p.keys[k]
        if key in cues.that() and p.keys[k - 1] in cues.listed("not_that_after"):
            return None
        if key in cues.that():
            marker = k - 1 if p.preposition(k - 1) and k - 1 > i else k
            source = _teller(p, i, marker)
            if (source is None or not human(p, source[0])) and p.keys[i].endswith("ا"):
                source = agents.agent(p, p.first[i], i)  # «وجهت سوريا تحذيرا من أن»
            told = possessed if source is None else human(p, source[0])
            if k + 1 >= p.last[i] or not told:
                return None
            modality = _MODALITIES.get(noun, "assert")
            form = Form(noun, modality, frozenset({"that"}), "noun", False, False, False)
            quote = p.opened.get(k + 1)
            return Report((i, i + 1), form, "that", k + 1, source, quote, asides=(i + 1, marker))
        if key in ":؛" or key in cues.forms() or (p.names[k] is None and not p.is_role(k) and verb(key)):
            return None
    return None
