"""The year of a day named without one: by its weekday, by other dates, by who held which title then."""

from __future__ import annotations

import datetime
import re

from musnad import edtf
from musnad.ingest.days import Day
from musnad.ingest.plain import plain
from musnad.model import Entity

_FIRST = 1990  # news was not kept as files before


class Years:
    """What an article knows of its own year."""

    def __init__(
        self, named: set[int], text: str, entities: tuple[Entity, ...], today: datetime.date
    ) -> None:
        """`named`: the years of its full dates; `text`: its words; `entities`: the archive's records.

        Nothing is published after `today`.
        """
        self._named = named
        self._today = today
        folded = plain(text)
        every = (_times(entity, folded) for entity in entities)
        self._times = [times for times in every if times]

    def date(self, day: Day) -> datetime.date | None:
        """The date of a day in its own year, or in the only year that fits what the article knows."""
        if day.year:
            return day.date()
        if day.weekday is None:
            return None
        every = [date for year in range(_FIRST, self._today.year + 1) if (date := day.date(year))]
        dates = [date for date in every if date.weekday() == day.weekday and date <= self._today]
        near = [date for date in dates if date.year in self._named]
        held = [date for date in dates if self._times and all(_during(date, times) for times in self._times)]
        return next((some[0] for some in (near, held) if len(some) == 1), None)


def _times(entity: Entity, text: str) -> list[edtf.Days]:
    """When somebody held the title the text calls them by, «الرئيس الأميركي دونالد ترامب»."""
    names = "|".join(re.escape(plain(name)) for name in (entity.name_ar, *entity.aliases))
    called = (
        title.during
        for title in entity.titles
        if title.during
        and plain(title.name) in text
        and re.search(rf"(?<!\w){re.escape(plain(title.name))}\s+(?:\w+\s+){{0,2}}(?:{names})(?!\w)", text)
    )
    return [days for during in called if (days := edtf.days(during))]


def _during(date: datetime.date, times: list[edtf.Days]) -> bool:
    return any(first <= date <= last for first, last in times)
