"""Claims of pasted posts: each paragraph of a tweet that says something is one, by its author line."""

from __future__ import annotations

import re

from musnad.annotate.claims.channels import by_name, voice
from musnad.annotate.claims.grammar import verb
from musnad.annotate.claims.passage import Passage
from musnad.model import Article, Block, Claim, Entity, Mention, Span, Voice

_AUTHOR = re.compile(r"^[\s—–-]*(?P<name>.+?\(\s*@\w+\s*\))")
_EDGE = " \t\u00a0.،,؛;:!؟?…"


def claims(
    article: Article, p: Passage, mentions: tuple[Mention, ...], known: dict[str, Entity]
) -> list[Claim]:
    """The claim of one paragraph of a post, if it says something; its id is left empty."""
    index = p.block.post
    if index is None or not _says(p):
        return []
    post = article.posts[index]
    line = next((b for b in article.blocks if b.post == index and b.zone == "credit"), None)
    content = _content(article, p.block)
    asks = "؟" in article.text[content.end : p.block.end] or "?" in article.text[content.end : p.block.end]
    return [
        Claim(
            id="",
            content=content,
            kind="tweet",
            modality="ask" if asks else "assert",
            by="claims:post",
            source=_source(article, line),
            speaker=_speaker(article, line, mentions, known) or Voice(None, post.author),
            via=(by_name(post.platform, known),),
            said=post.date,
        )
    ]


def _says(p: Passage) -> bool:
    """Whether a paragraph is more than a label, a name or a link: three words, or a verb."""
    words = [k for k, token in enumerate(p.tokens) if token.kind == "word"]
    return len(words) >= 3 or any(verb(p.keys[k]) for k in words)


def _content(article: Article, block: Block) -> Span:
    words = article.text[block.start : block.end]
    start = len(words) - len(words.lstrip())
    end = max(start + 1, len(words.rstrip(_EDGE)))
    return Span(block.start + start, block.start + end, words[start:end])


def _source(article: Article, line: Block | None) -> Span | None:
    if line is None:
        return None
    words = article.text[line.start : line.end]
    match = _AUTHOR.match(words)
    if match is None:
        return None
    start, end = line.start + match.start("name"), line.start + match.end("name")
    return Span(start, end, article.text[start:end])


def _speaker(
    article: Article, line: Block | None, mentions: tuple[Mention, ...], known: dict[str, Entity]
) -> Voice | None:
    """The author line's name, or the record that has the post's handle."""
    if line is None:
        return None
    index = line.post if line.post is not None else -1
    handle = (article.posts[index].handle or "").lstrip("@").lower()
    for entity in known.values():
        if handle and handle in {h.lstrip("@").lower() for h in entity.handles}:
            return Voice(entity.id, entity.name_ar)
    for name in mentions:
        if (
            name.entity
            and line.start <= name.start
            and name.end <= line.end
            and name.type in ("person", "organization")
        ):
            return voice(name, known)
    return None
