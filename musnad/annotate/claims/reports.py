"""Reports: what attributes a content, who is its source, and where the content starts."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate.claims import cues
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.quotes import Quote
from musnad.annotate.claims.sources import Range


class Report(NamedTuple):
    """A cue and what it takes, by tokens.

    `start` is where the content starts, `trim` how many letters of that token are not content (ب), `quote`
    the quotation it starts with, `end` where it ends if that is known already. `frame` is what led to it:
    that, quote, colon, whether, noun, label, according, before and behind (the content is what precedes,
    according to somebody or told by a verb), inside and within (it is what stands around), relayed, rumour,
    charge, question, headline.
    """

    cue: Range
    form: Form | None
    frame: str
    start: int
    source: Range | None = None
    quote: Quote | None = None
    end: int | None = None
    trim: int = 0
    agentless: bool = False
    asides: Range | None = None  # where dates and channels of the report may stand
    relay: Range | None = None  # who relays: «نقلت رويترز عن …»


def speech(p: Passage, quote: Quote) -> bool:
    """Whether a quotation holds speech, not a name or a nickname: three words, or it ends the sentence."""
    count = p.count_words(quote.start, quote.end)
    if count < 1:
        return False
    inner = p.names[quote.start + 1]
    if inner is not None and inner.end >= p.tokens[quote.end - 1].end:
        return False
    return count >= 3 or quote.end + 2 >= p.last[quote.start]


def replied(p: Passage, quote: Quote) -> bool:
    """Whether a quotation starts with the word of a short answer: «أجابت "نعم"»."""
    return quote.start + 1 < min(quote.end, len(p.keys)) and p.keys[quote.start + 1] in cues.listed("replies")
