"""Whether what stands in quotation marks after a cue is what it says."""

from __future__ import annotations

from musnad.annotate.claims import clauses, cues
from musnad.annotate.claims.grammar import verb
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.quotes import Quote
from musnad.annotate.claims.reports import replied, speech
from musnad.annotate.claims.sources import Range


def spoken(p: Passage, cue: Range, at: int, quote: Quote, limit: int, weak: bool) -> bool:
    """Whether a quotation after a cue is what it says, and no name or scare quotes on the way."""
    short = replied(p, quote)
    if p.preposition(at - 1) or not (short or speech(p, quote)) or _named_later(p, quote, limit):
        return False
    if short:
        return True
    if at == cue[1] or p.keys[at - 1] == ":":
        return True
    acts = at - 1 > cue[1] and verb(p.keys[at - 1]) and not p.is_role(at - 1)  # «قال يواكيم "…"»
    return not acts and p.count_words(quote.start, quote.end) >= (6 if weak else 3)


def _named_later(p: Passage, quote: Quote, limit: int) -> bool:
    """Whether a quotation is only a name, since the content follows it: «وقالت "القدس العربي" إن»."""
    if not quote.closed or p.count_words(quote.start, quote.end) > 5:
        return quote.closed and _titled(p, quote)
    for after in range(quote.end + 1, limit):
        if p.keys[after] in cues.that():
            return not clauses.governed(p, after)
        if p.keys[after] in cues.forms() or p.opened.get(after) is not None:
            return False
    return False


def _titled(p: Passage, quote: Quote) -> bool:
    """Whether a longer quotation is the title of something: «في ندوة حول "دور المدن …" أن»."""
    about = p.keys[quote.start - 1] in cues.listed("concerning_what") | cues.listed("entitled")
    return about and quote.end + 1 < len(p.keys) and p.keys[quote.end + 1] in cues.that()
