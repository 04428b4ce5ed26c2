"""Names: persons, organizations, places, groups and events, each with the entity it refers to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

import msgspec

from musnad.annotate.knowledge import Knowledge, for_records
from musnad.annotate.names.lexicon import NO_NAME
from musnad.annotate.names.line import line
from musnad.annotate.names.match import Found, choose, match, words
from musnad.annotate.names.resolve import resolve
from musnad.annotate.names.resolve.index import index
from musnad.annotate.names.rules import guesses
from musnad.annotate.names.rules.authors import authors
from musnad.annotate.names.rules.local import local
from musnad.annotate.names.tagger.unlisted import spread, unlisted, without
from musnad.model import Annotations, Article, Entity, Mention

_DOTLESS = " فى "  # an article that writes so writes ى for ي elsewhere too


def annotate(article: Article, knowledge: Knowledge, found: Annotations) -> Annotations:
    """`found` with the article's names added: those of the records, then those the article itself gives.

    What was taken for a date and lies in a name («إكسبو 2020», «ماي» after «تيريزا ماي») is none.
    """
    trie = index(knowledge.entities).trie
    handles = _handles(knowledge.entities)
    text = article.text
    dotless = _DOTLESS in text
    blocks = [block for block in article.blocks if block.zone != "residue"]
    rows = [words(text, block.start, block.end) for block in blocks]
    candidates = [list(match(row, trie, text, dotless)) for row in rows]
    dates = [(mention.start, mention.end) for mention in found.mentions if mention.type == "date"]
    for block, row, names in zip(blocks, rows, candidates, strict=True):
        here = line(row, names, text)
        names += [name for name in guesses(here) if not _touches(name, dates)]
        more = [name for name in unlisted(row, text, names) if not _touches(name, dates)]
        names[:] = [*without(names, more), *more]
        if block.zone == "credit" and block.post is not None:
            names += authors(row, block, article.posts[block.post], handles, text)
    chosen = [choose(names) for names in candidates]
    own = local(article, rows, chosen)
    spread(own, text, chain.from_iterable(chosen))
    if own:
        for row, names in zip(rows, candidates, strict=True):
            names += match(row, own, text, dotless)
        chosen = [choose(names) for names in candidates]
    mentions = [_mention(text, name) for names in chosen for name in names if name.rule != NO_NAME]
    mentions = resolve(article, knowledge.entities, mentions)
    others = [one for one in found.mentions if not (one.type == "date" and _within(one, mentions))]
    return msgspec.structs.replace(found, mentions=(*others, *mentions))


def _within(date: Mention, names: Sequence[Mention]) -> bool:
    """Whether a date lies in a name; the names are in the order of the text and apart."""
    at = bisect_right(names, date.start, key=lambda name: name.start) - 1
    return at >= 0 and date.end <= names[at].end


def _touches(name: Found, spans: Sequence[tuple[int, int]]) -> bool:
    return any(name.start < end and start < name.end for start, end in spans)


def _mention(text: str, name: Found) -> Mention:
    words = text[name.start : name.end]
    by = f"names:{name.rule}"
    return Mention(name.start, name.end, words, name.type, by=by, entity=name.entity, score=name.score)


@for_records
def _handles(entities: tuple[Entity, ...]) -> dict[str, Entity]:
    """Who writes under which handle."""
    ordered = sorted(entities, key=lambda entity: entity.id, reverse=True)
    return {handle.lstrip("@").lower(): entity for entity in ordered for handle in entity.handles}
