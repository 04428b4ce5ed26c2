"""On which day an article came into the archive, as the archive itself tells it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from musnad import edtf
from musnad.model import Article


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
