"""Who said what: claims with content, cue, source, kind, modality, speaker and channel."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

import msgspec

from musnad.annotate import according, channels, content, cues, posts, reports, speakers
from musnad.annotate.knowledge import Knowledge
from musnad.annotate.passage import Passage, read
from musnad.annotate.reports import Report
from musnad.annotate.sources import Range
from musnad.annotate.speakers import Memory, Said
from musnad.arabic.fold import fold
from musnad.model import Annotations, Article, Block, Claim, Entity, Mention, Modality, Span, Voice

_SKIPPED = frozenset({"residue", "dateline", "credit", "byline"})
_CROCKFORD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz")


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's claims; names, dates and figures in it help to tell who speaks and when."""
    known = {entity.id: entity for entity in knowledge.entities}
    everywhere = channels.of_article(article, found.mentions, known)
    claims: list[Claim] = []
    memory, last = Memory(), None
    for block, mentions in _by_block(article, found.mentions):
        if block.zone in _SKIPPED:
            continue
        passage = read(article.text, block, mentions)
        if block.post is not None:
            claims += [
                _everywhere(c, everywhere)
                for c in posts.claims(article, passage, list(found.mentions), known)
            ]
            memory, last = memory._replace(last=None), None
            continue
        if block.zone == "appended" and last is not None:
            last = None
        new, memory, last = _paragraph(passage, memory, last, known)
        memory = memory._replace(
            bodies=memory.bodies + tuple(m for m in mentions if m.type == "organization")
        )
        claims += new if block.zone == "appended" else [_everywhere(c, everywhere) for c in new]
    return msgspec.structs.replace(found, claims=_numbered(article, claims))


def _by_block(article: Article, mentions: tuple[Mention, ...]) -> Iterable[tuple[Block, list[Mention]]]:
    at = 0
    ordered = sorted(mentions, key=lambda m: m.start)
    for block in article.blocks:
        while at < len(ordered) and ordered[at].start < block.start:
            at += 1
        inside = []
        while at < len(ordered) and ordered[at].start < block.end:
            if ordered[at].end <= block.end:
                inside.append(ordered[at])
            at += 1
        yield block, inside


def _everywhere(claim: Claim, everywhere: tuple[Voice, ...]) -> Claim:
    """The claim with the article's own channels after its own; a speaker is no channel of his."""
    spoken = claim.speaker.entity
    own = [v for v in (*claim.via, *everywhere) if spoken is None or v.entity != spoken]
    return msgspec.structs.replace(claim, via=channels.distinct(own))


def _paragraph(
    p: Passage, memory: Memory, last: Claim | None, known: dict[str, Entity]
) -> tuple[list[Claim], Memory, Claim | None]:
    """The claims of one paragraph in order, and what is known of speakers after it."""
    met = [*reports.find(p), *according.find(p)]
    if p.block.zone in ("headline", "subhead"):
        title = according.headline(p)
        met += [title] if title else []
    met.sort(key=lambda r: (r.cue[0], r.start))
    met = _merged(met)
    resumptions = frozenset(_resumption(p, r) for r in met if _resumes(p, r))
    claims: list[Claim] = []
    taken: list[Range] = []
    for report in met:
        if any(a <= report.cue[0] < b for a, b in taken):
            continue
        bounds = content.extent(p, report, resumptions)
        if bounds is None or any(a < bounds[0][1] and bounds[0][0] < b for a, b in taken):
            continue
        span, kind = bounds
        speaker, memory = _speaker(p, report, memory, last, known)
        via = channels.of_report(p, report.asides, report.source, known)
        inherits = report.source is None or (
            report.form is not None and report.form.lemma in cues.listed("continues")
        )
        if not via and inherits and last is not None and last.speaker == speaker:
            via = last.via
        said = _said(p, report, last if report.source is None else None)
        last = Claim(
            id="",
            content=_span(p, span),
            kind=kind,
            modality=_modality(p, report, span),
            by="claims",
            source=_span(p, report.source) if report.source else None,
            cue=_span(p, report.cue) if report.cue[1] > report.cue[0] else None,
            speaker=speaker,
            via=via,
            said=said,
        )
        taken.append(span)
        claims.append(last)
    return claims, memory, last


def _merged(met: list[Report]) -> list[Report]:
    """Two cues on one content are one report: the relayed one, else the first."""
    kept: list[Report] = []
    for report in met:
        same = next(
            (k for k, other in enumerate(kept) if other.start == report.start and other.frame != "before"),
            None,
        )
        if same is None or report.frame == "before":
            kept.append(report)
        elif report.frame in ("relayed",):
            kept[same] = report._replace(
                asides=(kept[same].cue[1], report.asides[1]) if report.asides else None
            )
    return kept


def _resumption(p: Passage, report: Report) -> int:
    """The token at which the reporter's words begin that hold a report."""
    return report.cue[0]


def _resumes(p: Passage, report: Report) -> bool:
    """Whether a report met within a sentence is the reporter's, and ends the content before it."""
    at = report.cue[0]
    if report.form is None:
        return report.frame != "headline"
    if report.form.tense == "participle" or at == p.first[at]:
        return True
    before = p.keys[at - 1]
    return before in cues.listed("joint") or (
        p.keys[at][0] in "وف" and p.keys[at] not in cues.words("initials")
    )


def _speaker(
    p: Passage, report: Report, memory: Memory, last: Claim | None, known: dict[str, Entity]
) -> tuple[Voice, Memory]:
    if report.frame == "rumour":
        return Voice(None, " ".join(t.text for t in p.tokens[report.cue[0] : report.cue[1] - 1])), memory
    if report.source is not None:
        voice, body = speakers.resolve(p, report.source, memory, known)
        words = tuple(p.keys[k] for k in range(*report.source))
        said = Said(words, voice, body, p.block.start)
        return voice, memory._replace(said=(*memory.said, said), last=voice)
    if report.agentless:
        return Voice(), memory
    if last is not None:
        return last.speaker, memory
    return Voice(), memory


def _said(p: Passage, report: Report, last: Claim | None) -> str | None:
    """The date the text gives for the saying: beside the cue, or before it at the sentence's start."""
    first = p.first[report.cue[0]]
    places = [range(*report.asides)] if report.asides else []
    places.append(range(first, report.cue[0]))
    for place in places:
        for k in place:
            date = p.dates[k]
            if date is not None and isinstance(date.value, str):
                return date.value
    return last.said if last is not None else None


def _modality(p: Passage, report: Report, span: Range) -> Modality:
    """What the cue commits to, or its complement: «إنه يتوقع», «على ضرورة»."""
    if report.frame == "question":
        return "ask"
    own: Modality = report.form.modality if report.form else "assert"
    if own != "assert":
        return own
    inner = cues.forms().get(p.keys[span[0]])
    if (
        inner is not None
        and inner.tense == "present"
        and inner.modality in ("expect", "deny", "doubt", "call")
    ):
        return inner.modality
    if p.keys[span[0]] == fold("ضرورة"):
        return "call"
    return own


def _span(p: Passage, tokens: Range) -> Span:
    start, end = p.tokens[tokens[0]].start, p.tokens[tokens[1] - 1].end
    return Span(start, end, p.text[start:end])


def _numbered(article: Article, claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims in reading order, each with an id of the article's id and its folded words."""
    numbered: list[Claim] = []
    seen: dict[str, int] = {}
    for claim in sorted(claims, key=lambda c: (c.content.start, c.content.end)):
        digest = hashlib.sha256(f"{article.id}\n{fold(claim.content.text)}".encode()).digest()
        name = "c" + base64.b32encode(digest).translate(_CROCKFORD)[:7].decode()
        seen[name] = seen.get(name, 0) + 1
        numbered.append(
            msgspec.structs.replace(claim, id=name if seen[name] == 1 else f"{name}-{seen[name]}")
        )
    return tuple(numbered)
