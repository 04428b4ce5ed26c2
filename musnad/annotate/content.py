"""Where the content of a report begins and ends, and how it is rendered."""

from __future__ import annotations

from musnad.annotate import according, cues, sources
from musnad.annotate.passage import Passage
from musnad.annotate.reports import Report, speech
from musnad.annotate.sources import Range
from musnad.arabic.fold import fold
from musnad.model import ClaimKind

_OUTSIDE = frozenset("،,.:؛;!؟?…-–—")


def extent(p: Passage, report: Report, resumptions: frozenset[int]) -> tuple[Range, ClaimKind] | None:
    """The tokens of a report's content and its kind; None where nothing is left.

    `resumptions` are the tokens at which another report of the reporter's own starts.
    """
    if report.frame == "question" and report.end is not None:
        return _trimmed(p, report.start, report.end, "indirect")
    if report.frame == "before" and report.end is not None:
        return _trimmed(p, _after_conjunction(p, report.start), report.end, "according_to")
    quote = report.quote
    if quote is not None and report.frame in ("quote", "colon", "headline") and speech(p, quote):
        return _trimmed(p, quote.start + 1, quote.end, "direct")
    nominal = report.frame in ("noun", "label", "rumour")
    if report.frame == "colon":
        end = _colon_end(p, report.start, resumptions)
        return _trimmed(p, report.start, end, "direct")
    end = _clause_end(p, report, resumptions, nominal)
    if quote is not None and not nominal and speech(p, quote) and _nothing_left(p, quote.end + 1, end):
        kind: ClaimKind = "according_to" if report.frame in ("according", "relayed") else "direct"
        return _trimmed(p, quote.start + 1, quote.end, kind)
    if report.frame in ("according", "relayed", "rumour"):
        return _trimmed(p, report.start, end, "according_to")
    found = _trimmed(p, report.start, end, "indirect")
    return (found[0], "mixed") if found and _quotes_inside(p, found[0]) else found


def _trimmed(p: Passage, start: int, end: int, kind: ClaimKind) -> tuple[Range, ClaimKind] | None:
    while start < end and p.keys[start] in _OUTSIDE:
        start += 1
    while end > start and p.keys[end - 1] in _OUTSIDE:
        end -= 1
    return ((start, end), kind) if end > start else None


def _after_conjunction(p: Passage, at: int) -> int:
    return at


def _nothing_left(p: Passage, start: int, end: int) -> bool:
    return all(p.tokens[k].kind == "sign" for k in range(start, min(end, len(p.tokens))))


def _quotes_inside(p: Passage, content: Range) -> bool:
    """Whether part of the content is quoted: two words or more that are not a name."""
    for quote in p.quotes:
        if content[0] <= quote.start and quote.end <= content[1] and quote.closed:
            name = p.names[quote.start + 1] if quote.end > quote.start + 1 else None
            whole = name is not None and name.end >= p.tokens[quote.end - 1].end
            if p.count_words(quote.start, quote.end) >= 2 and not whole:
                return True
    return False


def _colon_end(p: Passage, start: int, resumptions: frozenset[int]) -> int:
    """Unquoted speech after a colon goes on to the next report or the paragraph's end."""
    return min((k for k in resumptions if k > start), default=len(p.tokens))


def _clause_end(p: Passage, report: Report, resumptions: frozenset[int], nominal: bool) -> int:
    """The token where an indirect content ends: at the reporter's next words, or with the sentence."""
    start = report.start
    limit = p.last[start]
    at = start
    while at < limit:
        quote = p.within[at]
        if quote is not None:
            at = quote.end + 1
            continue
        key = p.keys[at]
        if at > start and at in resumptions:
            return at
        if at > start and key == "(" and at - 1 > start:
            pass
        if key in "،,؛-–" and at > start:
            nxt = at + 1
            if nxt < limit and (p.phrase(nxt, "resume")):
                return at
            if nominal and nxt < limit and not _goes_on(p, nxt):
                return at
        if at > start and according.echo(p, at):
            return at
        at += 1
    return limit


def _goes_on(p: Passage, at: int) -> bool:
    """Whether a nominal content goes on after a comma: with a preposition, or another noun joined by و."""
    key = p.keys[at]
    if key in cues.listed("joins") or (p.within[at] is not None and p.keys[at] == "و"):
        return True
    if key[0] in "لب" and key not in cues.words("initials") and not sources.verb(key) and len(key) > 3:
        return key not in (
            fold("لكن"),
            fold("لكنه"),
            fold("لكنها"),
            fold("بينما"),
            fold("لافتا"),
            fold("لأن"),
            fold("ليكون"),
        )
    if key[0] == "و" and key not in cues.words("initials"):
        bare = key[1:]
        if (
            bare in cues.forms()
            or sources.verb(bare)
            or bare
            in (
                fold("هو"),
                fold("هي"),
                fold("ذلك"),
                fold("كان"),
                fold("كانت"),
                fold("قد"),
                fold("لم"),
                fold("لا"),
            )
        ):
            return False
        return sources.verbal_noun(bare) or bare in cues.listed("joins")
    return False
