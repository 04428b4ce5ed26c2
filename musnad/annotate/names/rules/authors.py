"""The names in the author line of a pasted post («— هادي العبدالله Hadi (@HadiAlabdallah)»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.match import Found, Word
from musnad.model import Block, Entity, Post


def authors(
    row: Sequence[Word], block: Block, post: Post, handles: Mapping[str, Entity], text: str
) -> Iterator[Found]:
    """The author's display name, in each of its scripts: the entity whose handle it is, else a new person."""
    start = text.find(post.author, block.start, block.end)
    own = [i for i, word in enumerate(row) if start <= word.start and word.end <= start + len(post.author)]
    known = handles.get((post.handle or "").lower())
    entity, kind = (known.id, known.type) if known else (made_id(post.author, "person"), "person")
    for _, run in groupby(own if start >= 0 else (), key=lambda index: row[index].text.isascii()):
        first, *_, last = [*run] * 2
        order = (True, 0 if known else 4, False, entity)
        yield Found(row[first].start, row[last].end, first, last, kind, entity, "author", order)
