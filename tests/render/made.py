"""Archives made for a test: articles from blocks, annotations from words marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from musnad import crossref
from musnad.model import (
    Annotations,
    Archive,
    Article,
    Block,
    Claim,
    Entity,
    Format,
    Link,
    Mention,
    Post,
    Reason,
    Relation,
    Source,
    Span,
    Voice,
    Zone,
)


def article(blocks: Sequence[tuple[Zone, str]], key: str = "a0000001", **more: object) -> Article:
    """An article of these blocks; `more` are its other fields. `glued` and `posts_of` go by block index."""
    glued = more.pop("glued", ())
    posts_of = more.pop("posts_of", {})
    assert isinstance(glued, tuple)
    assert isinstance(posts_of, dict)
    made = []
    at = 0
    for index, (zone, words) in enumerate(blocks):
        made.append(Block(at, at + len(words), zone, posts_of.get(index), index in glued))
        at += len(words) + 1
    fields = {"title": blocks[0][1], "date_published": "2019-03-20", **more}
    return Article(id=key, text="\n".join(words for _, words in blocks), blocks=tuple(made), **fields)  # type: ignore[arg-type]


def mention(of: Article, words: str, entity: str | None = None, **more: object) -> Mention:
    """The first occurrence of these words as a mention."""
    at = of.text.index(words)
    fields = {"type": "person", "by": "test", **more}
    return Mention(start=at, end=at + len(words), text=words, entity=entity, **fields)  # type: ignore[arg-type]


def claim(
    of: Article, words: str, key: str = "c0000001", speaker: Voice | None = None, **more: object
) -> Claim:
    """The first occurrence of these words as a statement."""
    at = of.text.index(words)
    fields = {"kind": "direct", "modality": "assert", "by": "test", **more}
    return Claim(id=key, content=Span(at, at + len(words), words), speaker=speaker or Voice(), **fields)  # type: ignore[arg-type]


def archive(
    articles: Sequence[Article],
    mentions: Sequence[tuple[Article, Mention]] = (),
    claims: Sequence[tuple[Article, Claim]] = (),
    entities: Sequence[Entity] = (),
) -> Archive:
    """An archive of articles with what is marked in them."""
    found = [
        Annotations(
            one.id,
            tuple(m for a, m in mentions if a is one),
            tuple(c for a, c in claims if a is one),
        )
        for one in articles
    ]
    return crossref.compile(articles, found, entities)[0]


def linked(of: Archive, *links: Link, renderings: Sequence[tuple[str, ...]] = (), **more: object) -> Archive:
    """An archive with these links, and with claims that are one statement; `more` are its other fields."""
    keys = {key for link in links for key in (link.a, link.b)}
    return structs.replace(
        of,
        links={key: tuple(link for link in links if key in (link.a, link.b)) for key in sorted(keys)},
        renderings={key: group for group in renderings for key in group},
        **more,
    )


def link(a: str, b: str, relation: Relation, score: float = 1.0, **more: object) -> Link:
    """A link between two claims."""
    fields = {"by": "links:test", "reason": Reason("test", ()), **more}
    return Link(a=a, b=b, relation=relation, score=score, **fields)  # type: ignore[arg-type]


__all__ = ["Format", "Post", "Source", "archive", "article", "claim", "link", "linked", "mention"]
