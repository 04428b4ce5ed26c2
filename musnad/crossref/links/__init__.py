"""Links between claims of different articles: the same statement, agreement, contradiction, later accounts.

`read` takes an article's claims apart; `find` compares those of all articles that may be about one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from musnad.crossref.counts import counts
from musnad.crossref.links.find import find
from musnad.crossref.links.slots import Reading, read
from musnad.model import Annotations, Article, Entity

__all__ = ["Reading", "as_json", "find", "read"]


def as_json(
    articles: Iterable[Article], annotations: Mapping[str, Annotations], entities: Iterable[Entity] = ()
) -> list[dict[str, Any]]:
    """The links between the claims of these articles as plain data."""
    readings = [
        read(article, annotations[article.id], counts(article, annotations[article.id]))
        for article in articles
    ]
    return [
        {
            "a": link.a,
            "b": link.b,
            "relation": link.relation,
            "score": link.score,
            "by": link.by,
            "reason": {"code": link.reason.code, "words": list(link.reason.words)},
        }
        for link in find(readings, entities)
    ]
