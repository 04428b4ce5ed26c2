"""Names: persons, organizations, places, groups and events, each with the entity it refers to."""

from __future__ import annotations

import msgspec

from musnad.annotate.knowledge import Knowledge
from musnad.annotate.names_lexicon import Trie, lexicon
from musnad.annotate.names_local import local
from musnad.annotate.names_match import Found, choose, match, words
from musnad.model import Annotations, Article, Entity, Mention


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's names added: those of the records, then those the article itself gives."""
    trie = _trie(knowledge.entities)
    rows = [words(article.text, b.start, b.end) for b in article.blocks if b.zone != "residue"]
    first = [list(match(row, trie, article.text)) for row in rows]
    chosen = [choose(candidates) for candidates in first]
    own = local(article.text, rows, chosen)
    if own:
        chosen = [
            choose([*known, *match(row, own, article.text)]) for row, known in zip(rows, first, strict=True)
        ]
    mentions = tuple(_mention(article.text, name) for names in chosen for name in names)
    return msgspec.structs.replace(found, mentions=found.mentions + mentions)


def _mention(text: str, name: Found) -> Mention:
    return Mention(
        start=name.start,
        end=name.end,
        text=text[name.start : name.end],
        type=name.type,
        by=f"names:{name.rule}",
        entity=name.entity,
    )


_tries: dict[int, tuple[tuple[Entity, ...], Trie]] = {}


def _trie(entities: tuple[Entity, ...]) -> Trie:
    """The trie of these records, made once: a build reads every article with the same tuple."""
    kept = _tries.get(id(entities))
    if kept is None or kept[0] is not entities:
        _tries.clear()
        kept = _tries[id(entities)] = (entities, lexicon(entities))
    return kept[1]
