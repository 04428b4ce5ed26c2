"""Whom a clause that describes is about: «النائب الذي قال إن», «تقارير عدة تحدثت عن»."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import speech
from musnad.annotate.claims.sources import Range

_ASIDE = 8  # tokens of a phrase between commas at most


def antecedent(p: Passage, cue: int) -> Range | None:
    """Whom a relative clause is about, if he can speak: «النائب الذي قال إن»."""
    if cue == 0 or p.keys[cue - 1] not in cues.listed("which") or p.keys[cue] in cues.listed("impersonal"):
        return None
    last = cue - 3 if p.keys[cue - 2] in COMMAS else cue - 2
    head = None
    speakers = cues.listed("documents") | cues.listed("reports") | cues.roles().keys()
    for k in range(last, max(p.first[cue], last - 6) - 1, -1):
        two = p.keys[k].startswith("ال") and p.keys[k + 1].startswith("ال") and not adjective(p.keys[k + 1])
        away = p.keys[k] in cues.listed("aside") | cues.listed("because")
        if away or p.preposition(k) or p.keys[k] in COMMAS or p.dates[k] is not None or (two and k < last):
            break
        if p.names[k] is not None or p.keys[k] in speakers:
            head = k
        elif verb(p.keys[k]):
            break
    if head is None:
        return None
    return sources.trimmed(p, head, cue - 1)


def described(p: Passage, cue: int) -> Range | None:
    """Whom an attributive clause without a relative pronoun is about: «تقارير عدة تحدثت عن», «دول اتهمت»."""
    if p.keys[cue] in cues.listed("impersonal") | cues.listed("expected"):
        return None
    k = cue - 1
    several = cues.listed("several")
    while (
        k > p.first[cue]
        and (adjective(p.keys[k]) or p.keys[k] in several)
        and not p.is_role(k)
        and not p.keys[k].startswith("ال")
    ):
        k -= 1
    if not _speaks(p, k):
        return None
    while k > p.first[cue] and _speaks(p, k - 1):
        k -= 1
    return k, cue


def _speaks(p: Passage, at: int) -> bool:
    """Whether an indefinite head of speakers, or a word that counts them, stands at a token."""
    key = p.keys[at]
    head = key in cues.roles() or key in cues.listed("documents") or key in cues.listed("counts")
    return head and not key.startswith("ال") and p.names[at] is None


def governed(p: Passage, at: int) -> bool:
    """Whether أن at a token belongs to the word before it («بعد أن»), and opens no content of a cue.

    «قال بعد ذلك إن» and «قال من قبل إن» are of the cue.
    """
    if p.keys[at - 1] not in cues.listed("not_that_after"):
        return False
    earlier = p.keys[at - 2] if at > 1 else ""
    if p.keys[at - 1] == "ذلك":
        return earlier not in cues.listed("with_this")
    return not (earlier == "من" and p.tokens[at].text.startswith("إ"))


def closed(p: Passage, at: int, limit: int) -> int:
    """The comma that ends the relative clause at a token, or the token itself if أن comes first."""
    for k in range(at, limit):
        if p.keys[k] in COMMAS:
            return k
        if p.keys[k] in cues.that() or p.keys[k] == ":" or k in p.opened:
            break
    return at


def parenthesis(p: Passage, at: int, other: Form) -> bool:
    """Whether a participle stands between commas before a quotation: «وقال، مشيرا إلى الصورة، "…"»."""
    if other.tense != "participle" or p.keys[at - 1] not in COMMAS:
        return False
    end = next((k for k in range(at, p.last[at]) if p.keys[k] in COMMAS), None)
    quote = p.opened.get(end + 1) if end is not None else None
    return quote is not None and speech(p, quote)


def interposed(p: Passage, at: int, limit: int) -> int:
    """The comma that closes a short phrase between commas behind which أن follows; else the token."""
    close = next((k for k in range(at, min(at + _ASIDE, limit)) if p.keys[k] in COMMAS), None)
    return at if close is None or close + 1 >= limit or p.keys[close + 1] not in cues.that() else close
