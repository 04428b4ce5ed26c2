"""What the archive calls an article and those that brought it: on its pages, in citations and in exports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from musnad.model import Archive, Article, Entity, Story

_OPENING = 8  # blocks in which the words of a title are looked for
_TITLE = 72  # code points of an opening that stands for a title
_NAMED = 3  # names that a story without a title is called by


def title(article: Article) -> str:
    """What the archive calls an article: its headline, or where the source has none the first words.

    These end at the last comma or the like that leaves at least half of what fits, else between two words.
    """
    if not headless(article) or len(article.title) <= _TITLE:
        return article.title
    start = article.title[: _TITLE + 1]
    clauses = [match.start() for match in re.finditer(r"[،؛:.,;](?=\s)", start)]
    if clauses and clauses[-1] >= _TITLE // 2:
        return start[: clauses[-1]]
    return start[: start.rfind(" ")] if " " in start else start


def headless(article: Article) -> bool:
    """Whether the source has no headline, so that the title is words of its opening.

    A title that the text does not begin with was told of the article: it is a headline, and stays whole.
    """
    if any(block.zone == "headline" for block in article.blocks):
        return False
    own = (block for block in article.blocks if block.zone != "residue")
    first = " ".join(article.text[block.start : block.end] for block in islice(own, _OPENING))
    return " ".join(article.title.split()) in " ".join(first.split())


def carriers(article: Article) -> tuple[str, ...]:
    """The steps by which an article came, ids or names: agencies, credited publisher, outlet."""
    keys = (*article.agencies, article.credit, article.outlet)
    return tuple(dict.fromkeys(key for key in keys if key))


def name(archive: Archive, key: str) -> str:
    """What a carrier or author is called: by its authority record, else as it is given."""
    entity = archive.entities.get(key)
    return entity.name_ar if entity else key


def telling(story: Story, entities: Mapping[str, Entity]) -> list[str]:
    """The ids of the few names that a story without a title is called by; a place is among them if it has
    one.
    """
    found = list(story.entities[:_NAMED])
    kinds = [entities[key].type for key in story.entities]
    if "place" not in kinds[:_NAMED] and "place" in kinds:
        found[-1] = story.entities[kinds.index("place")]
    return found


def in_both(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """The Arabic names of bodies and places with their English one, as far as records have it."""
    for entity in entities:
        if entity.name_en and entity.type != "person":
            for name in (entity.name_ar, *entity.aliases):
                yield name, entity.name_en
