"""On which day an article came into the archive, as the archive itself tells it; what is new of a name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from musnad import edtf
from musnad.model import Article

_LEAST = 3  # articles of a feed of its own


def arrived(article: Article) -> datetime.date | None:
    """The last day it was changed, downloaded or published, whichever is told first in this order; None where
    none is. A value that means several days is put at the first of them that it names."""
    for value in (article.date_modified, article.date_downloaded, article.date_published):
        days = edtf.days(value) if value else None
        for day in days or ():
            if day not in (datetime.date.min, datetime.date.max):
                return day
    return None


def newest(articles: Iterable[Article]) -> list[tuple[datetime.date, Article]]:
    """The articles whose day is told, the last first; of one day in the order of their ids."""
    dated = [(day, article) for article in articles if (day := arrived(article))]
    return sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id))


def instant(day: datetime.date) -> str:
    """The day's beginning as RFC 3339 has it."""
    return f"{day.isoformat()}T00:00:00Z"


class Followed:
    """Which of an archive's articles the feed of one name or source tells of.

    One that fewer than three articles have has no feed: most names stand in one article alone.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._places = {article.id: place for place, (_, article) in enumerate(newest(articles))}

    def newest(self, articles: Iterable[str]) -> list[str]:
        """Of the articles that a name or source has (ids), those whose day is told, the last first; none
        where it has no feed.
        """
        dated = {key for key in articles if key in self._places}
        return sorted(dated, key=self._places.__getitem__) if len(dated) >= _LEAST else []
