"""Which of several entities of one name an article means: by what else it names and the words around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musnad import edtf
from musnad.annotate.names.resolve.index import Index
from musnad.annotate.names.resolve.spelling import words
from musnad.arabic.fold import fold
from musnad.model import Article, Entity, Mention

MARGIN = 1.0  # by so much the best must lead the next; else the name is left open
_NEAR = 60  # code points before and after a name in which a title or word of context speaks for it
_WORD = re.compile(r"\w+")


class Setting(NamedTuple):
    """What an article names: how often each place, or the country of a nationality, and each entity."""

    article: Article
    places: Counter[str]
    entities: Counter[str]


def setting(article: Article, known: Iterable[tuple[Mention, Sequence[str]]], index: Index) -> Setting:
    """The setting of an article, from the names in it that can be only one thing."""
    places: Counter[str] = Counter()
    entities: Counter[str] = Counter()
    for _, ids in known:
        if len(ids) == 1:
            entities[ids[0]] += 1
            places.update(_around(index.entities[ids[0]], index))
    return Setting(article, places, entities)


def best(mention: Mention, ids: Sequence[str], here: Setting, index: Index) -> tuple[str, bool]:
    """The likeliest of some entities for a name, and whether the others stay open."""
    text = here.article.text
    near = _folded(
        text[max(0, mention.start - _NEAR) : mention.start] + " " + text[mention.end : mention.end + _NEAR]
    )
    scores = {id_: _score(index.entities[id_], mention, near, here, index) for id_ in ids}
    first, second, *_ = sorted(ids, key=lambda id_: (-scores[id_], ids.index(id_)))
    return first, scores[first] - scores[second] < MARGIN


def _score(entity: Entity, mention: Mention, near: frozenset[str], here: Setting, index: Index) -> float:
    around = _around(entity, index) - {entity.id}
    score = sum(1 + min(here.places[id_], 4) / 4 for id_ in around if here.places[id_])
    score += min(here.entities[entity.id], 1) * 2
    titles = [title for title in entity.titles if _folded(title.name) <= near]
    score += 3 * bool(titles) + any(_holds(title.during, here.article.date_published) for title in titles)
    telling = entity.context if entity.type != "place" or entity.id in index.records else ()
    score += 2 * bool(near & {fold(word) for word in telling})  # of a listed town they only say «a place»
    # A word of the preferred name that the mention leaves out stands somewhere in the article.
    missing = [word for word in words(entity.name_ar) if word not in words(mention.text)]
    score += 2 * (entity.type == "person" and bool(missing) and set(missing) <= _folded(here.article.text))
    return score + (entity.id in index.records) + (entity.id in index.first)


def _around(entity: Entity, index: Index) -> set[str]:
    """An entity's id and those of its country and of all it is a part of."""
    found: set[str] = set()
    waiting = [entity.id]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            known = index.entities.get(id_)
            waiting += [other for other in (known.country, known.part_of) if other] if known else []
    return found


def _holds(during: str | None, date: str | None) -> bool:
    """Whether an interval reaches into a date, both EDTF."""
    span, day = (edtf.days(value) if value else None for value in (during, date))
    return span is not None and day is not None and span[0] <= day[1] and day[0] <= span[1]


def _folded(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
