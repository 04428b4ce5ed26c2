"""The steps of a proposal, in order: each tells some pieces apart, and the later lean on the earlier."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby

from musnad import ids
from musnad.arabic.script import is_arabic
from musnad.arabic.sentences import split as sentences
from musnad.ingest import appended, credits, datelines, dating, headings, origin, posts, residue
from musnad.ingest.dialect import BANNED
from musnad.ingest.pieces import Draft, Piece, Pieces
from musnad.ingest.proposal import Evidence, Proposal
from musnad.ingest.sources import known_sources
from musnad.model import Article, Block, Entity, Format, Source

_LONGEST_TITLE = 500  # signs
_TITLES = ("headline", "body", "subhead", "tweet", "quote", "caption", "appended")


def compose(draft: Draft, source: Source, entities: tuple[Entity, ...], today: datetime.date) -> Proposal:
    """The article that a draft's pieces make, with what its words say of its title, origin and dates."""
    sources = known_sources(entities)
    pieces = residue.mark(draft.pieces)
    pieces, found = posts.mark(pieces, len(draft.posts))
    pieces = credits.mark(pieces, sources)
    pieces = headings.mark(pieces)
    pieces = datelines.mark(pieces, sources, entities)
    pieces = appended.mark(pieces)
    all_posts = (*draft.posts, *found)
    came = origin.read(pieces, sources)
    dated = dating.read(pieces, found, entities, today)
    title, title_evidence = _title(pieces)
    text, blocks, formats = _blocks(pieces, draft.formats)
    article = Article(
        id=ids.of_article(source.sha256),
        title=title,
        text=text,
        blocks=blocks,
        source=source,
        formats=formats,
        posts=all_posts,
        authors=came.authors,
        outlet=came.outlet,
        agencies=came.agencies,
        credit=came.credit,
        url=came.url,
        date_published=dated.published,
        date_modified=dated.modified,
        language="ar" if is_arabic(text) else "und",
    )
    evidence = (title_evidence, *came.evidence, *dated.evidence, *_zones(pieces))
    return Proposal(article=article, evidence=evidence)


def _title(pieces: Pieces) -> tuple[str, Evidence]:
    """The headline, or where there is none the first sentence."""
    shown = [piece for piece in pieces if _shown(piece)]
    piece = min(shown, key=lambda one: _TITLES.index(one.zone) if one.zone in _TITLES else len(_TITLES))
    words = _shown(piece)
    if piece.zone == "headline":
        return words, Evidence(field="title", words="", line=piece.line, reason=f"line {piece.line}")
    words = words[:_LONGEST_TITLE]
    start, end = (sentences(words) or [(0, len(words))])[0]
    why = f"no headline; the first sentence, line {piece.line}"
    return words[start:end], Evidence(field="title", words="", line=piece.line, reason=why)


def _shown(piece: Piece) -> str:
    """A piece's words without what no page can show."""
    return BANNED.sub("", piece.words).strip()


def _blocks(pieces: Pieces, formats: tuple[Format, ...]) -> tuple[str, tuple[Block, ...], tuple[Format, ...]]:
    """The article's text, its blocks, and the draft's inline markup moved to where its words stand now."""
    words: list[str] = []
    blocks: list[Block] = []
    moved: list[Format] = []
    waiting = list(reversed(formats))
    at = 0
    for piece in pieces:
        shown = _shown(piece)
        if not shown:
            continue
        end = at + len(shown)
        glued = piece.glued and bool(at)
        blocks.append(Block(start=at, end=end, zone=piece.zone, post=piece.post, continues=glued))
        while waiting and waiting[-1].start < piece.end:
            one = waiting.pop()
            first, last = max(one.start, piece.start), min(one.end, piece.end)
            if first < last:
                start = at + first - piece.start
                moved.append(Format(start=start, end=start + last - first, tag=one.tag, href=one.href))
        words.append(shown)
        at = end + 1
    return "\n".join(words), tuple(blocks), tuple(moved)


def _zones(pieces: Pieces) -> Iterator[Evidence]:
    """Why lines are taken for what they are, one entry for lines in a row that are the same."""
    for (zone, why), group in groupby(pieces, key=lambda piece: (piece.zone, piece.why)):
        some = list(group)
        first, last = some[0].line, some[-1].line
        if why:
            where = f"line {first}" if first == last else f"lines {first} to {last}"
            yield Evidence(field=where, words="", line=first, reason=f"{zone}, {why}")
