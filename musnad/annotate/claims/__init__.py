"""Who said what: claims with content, cue, source, kind, modality, speaker and channel."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from musnad.annotate.claims import channels, paragraphs, posts
from musnad.annotate.claims.assembly import State
from musnad.annotate.claims.identity import identified
from musnad.annotate.claims.passage import read
from musnad.annotate.claims.revealed import revealed
from musnad.annotate.knowledge import Knowledge
from musnad.annotate.names.gazetteer.titles import holder
from musnad.model import Annotations, Article, Block, Claim, Mention, Voice

_SKIPPED = frozenset({"residue", "dateline", "credit", "byline"})


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's claims; names, dates and figures in it help to tell who speaks and when."""
    known = channels.known_with(knowledge.entities)
    everywhere = channels.of_article(article, found.mentions, known)
    own = channels.publisher(article.outlet, knowledge.entities)
    claims: list[Claim] = []
    named: dict[Voice, Voice] = {}
    state = State()
    for block, mentions in _by_block(article, found.mentions):
        if block.zone in _SKIPPED:
            continue
        if block.zone == "appended" and not state.appended:  # another hand, who takes up nothing
            named |= revealed(state.memory)
            state = State(appended=True)
        passage = read(article.text, block, mentions)
        if block.post is not None:
            claims += _carried(posts.claims(article, passage, found.mentions, known), everywhere)
            state = state._replace(last=None)
            continue
        new, state = paragraphs.claims(passage, state, known)
        claims += new if state.appended else _carried(new, everywhere)
    named |= revealed(state.memory)
    claims = [msgspec.structs.replace(c, speaker=named.get(c.speaker, c.speaker)) for c in claims]
    claims = [_unpublished(claim, own) for claim in claims]
    claims = [_held(claim, article.date_published, knowledge) for claim in claims]
    return msgspec.structs.replace(found, claims=identified(article, claims))


def _by_block(article: Article, mentions: tuple[Mention, ...]) -> Iterator[tuple[Block, list[Mention]]]:
    """Each block with the mentions inside it."""
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


def _carried(claims: list[Claim], everywhere: tuple[Voice, ...]) -> list[Claim]:
    """The claims with the article's own channels after theirs; a speaker is no channel of his."""

    def chain(claim: Claim) -> tuple[Voice, ...]:
        spoken = claim.speaker.entity
        return channels.distinct(v for v in (*claim.via, *everywhere) if spoken is None or v.entity != spoken)

    return [msgspec.structs.replace(claim, via=chain(claim)) for claim in claims]


def _unpublished(claim: Claim, own: str | None) -> Claim:
    """A claim without the article's own outlet in its chain: the chain leads up to it."""
    if own is None or all(voice.entity != own for voice in claim.via):
        return claim
    return msgspec.structs.replace(claim, via=tuple(voice for voice in claim.via if voice.entity != own))


def _held(claim: Claim, date: str | None, knowledge: Knowledge) -> Claim:
    """A claim whose speaker is named by a title alone, with who held it when the article was written."""
    speaker = claim.speaker
    id_ = holder(speaker.name, date, knowledge.entities) if speaker.name and not speaker.entity else None
    return msgspec.structs.replace(claim, speaker=Voice(id_, speaker.name)) if id_ else claim
