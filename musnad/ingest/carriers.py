"""Outlets and agencies that front matter names in words, known by the records whose names they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from musnad.arabic.fold import fold
from musnad.model import Article, Entity


def joined(articles: Iterable[Article], entities: Iterable[Entity]) -> tuple[Article, ...]:
    """The articles with the id of a record wherever a carrier was given as one of its names.

    A record counts if it has a role of outlet, agency or platform. A name that two records bear, or none,
    stays a name: a source of its own.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.role:
            for name in (entity.name_ar, entity.name_en, *entity.aliases, *entity.ambiguous):
                bearers[_key(name or "")].add(entity.id)
    ids = {name: next(iter(known)) for name, known in bearers.items() if name and len(known) == 1}
    return tuple(_known(article, ids) for article in articles)


def _known(article: Article, ids: Mapping[str, str]) -> Article:
    def named(carrier: str) -> str:
        return ids.get(_key(carrier), carrier)

    outlet = named(article.outlet) if article.outlet else article.outlet
    credit = named(article.credit) if article.credit else article.credit
    agencies = tuple(named(agency) for agency in article.agencies)
    if (outlet, credit, agencies) == (article.outlet, article.credit, article.agencies):
        return article
    return replace(article, outlet=outlet, credit=credit, agencies=agencies)


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().split())
