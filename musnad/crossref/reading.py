"""Article -> what comparing it with all others needs, kept from build to build."""

from __future__ import annotations

from musnad.crossref import links
from musnad.model import Annotations, Article, Value


class Reading(Value, frozen=True):
    """An article made ready to be compared: its claims."""

    claims: links.Reading


def read(article: Article, own: Annotations) -> Reading:
    """What all later comparing needs of an article and its annotations."""
    return Reading(claims=links.read(article, own))
