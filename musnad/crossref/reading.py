"""Article -> what comparing it with all others needs, kept from build to build."""

from __future__ import annotations

from musnad.crossref import copies, links
from musnad.crossref.counts import Counted, counts
from musnad.model import Annotations, Article, Value


class Reading(Value, frozen=True):
    """An article made ready to be compared: its claims, its figures, its sentences."""

    claims: links.Reading
    figures: tuple[Counted, ...]
    passages: copies.Passages


def read(article: Article, own: Annotations) -> Reading:
    """What all later comparing needs of an article and its annotations."""
    figures = counts(article, own)
    return Reading(
        claims=links.read(article, own, figures),
        figures=figures,
        passages=copies.read(article, own),
    )
