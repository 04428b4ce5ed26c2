"""The year of a day named without one: by its weekday, by other dates, by who held which title then."""

from __future__ import annotations

import datetime
import re

from musnad import edtf
from musnad.ingest.days import Day
from musnad.ingest.plain import plain
from musnad.model import Entity

_FIRST, _LAST = 1990, 2060  # years in which news was kept as files, and as far as one looks ahead


class Years:
    """What an article knows of its own year."""

    def __init__(self, named: set[int], text: str, entities: tuple[Entity, ...]) -> None:
        """`named` are the years of its full dates, `text` its words, `entities` the archive's records."""
        self._named = named
        folded = plain(text)
        self._times = [
            days
            for entity in entities
            for title in entity.titles
            if title.during and (days := edtf.days(title.during))
            if any(_holds(folded, title.name, name) for name in (entity.name_ar, *entity.aliases))
        ]

    def date(self, day: Day) -> datetime.date | None:
        """The date of a day in its own year, or in the only year that fits what the article knows."""
        if day.year:
            return day.date()
        if day.weekday is None:
            return None
        dates = [
            date
            for year in range(_FIRST, _LAST)
            if (date := day.date(year)) and date.weekday() == day.weekday
        ]
        near = [date for date in dates if date.year in self._named]
        held = [
            date
            for date in dates
            if self._times and all(first <= date <= last for first, last in self._times)
        ]
        return next((some[0] for some in (near, held) if len(some) == 1), None)


def _holds(text: str, title: str, name: str) -> bool:
    """Whether the text calls somebody by title and name, «الرئيس الأميركي دونالد ترامب»."""
    return bool(
        re.search(
            rf"(?<!\w){re.escape(plain(title))}\s+(?:\w+\s+){{0,2}}{re.escape(plain(name))}(?!\w)", text
        )
    )
