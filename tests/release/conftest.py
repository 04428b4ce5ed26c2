"""A small archive of its own for each test, and its releases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from musnad import annotate, pipeline
from musnad.annotate.claims.identity import identified
from musnad.engine.cache import Cache
from musnad.engine.work import Work
from musnad.model import Annotations, Article, Claim, Mention
from musnad.problems import Problems, errors
from tests.laws.conftest import small

__all__ = ["small"]

Finds = Callable[[Article, Annotations], Annotations]


def build(root: Path, date: str | None = None, finds: Finds | None = None) -> Problems:
    """Build an archive, as a release if a date is given; what is wrong. `finds` alters what is found."""
    found = annotate.annotate
    with pytest.MonkeyPatch.context() as patch, Cache() as cache:
        if finds:
            patch.setattr(annotate, "annotate", lambda article, known: finds(article, found(article, known)))
        built, problems = pipeline.build(root, Work(cache), date)
    assert (built is None) == bool(errors(problems))
    return problems


def otherwise(article: Article, own: Annotations) -> Annotations:
    """What another version of the program could find: of three statements one is not found, one begins a word
    later; of two names that no record has one is another; of seven marks one is not there."""
    claims = [_cut(claim, article) if at % 3 == 1 else claim for at, claim in enumerate(own.claims) if at % 3]
    return structs.replace(
        own,
        claims=identified(article, claims),
        mentions=tuple(_renamed(m, at) for at, m in enumerate(own.mentions, 1) if at % 7),
    )


def _cut(claim: Claim, article: Article) -> Claim:
    start = claim.content.start + claim.content.text.find(" ") + 1
    span = structs.replace(claim.content, start=start, text=article.text[start : claim.content.end])
    return structs.replace(claim, content=span)


def _renamed(mention: Mention, at: int) -> Mention:
    if at % 2 and mention.entity and mention.entity.startswith("n-"):
        return structs.replace(mention, entity=f"n-other{mention.entity[7:]}")
    return mention
