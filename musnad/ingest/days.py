"""Days that a text names with day and month, as far as proposing an article's date needs them.

Gregorian only, in figures, with the month's name in any Arabic set or English, or as a number.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from musnad.arabic import months
from musnad.ingest.plain import plain

WEEKDAYS = {
    "الاثنين": 0, "الثلاثاء": 1, "الثلثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5,
    "الاحد": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_GAP = r"[\s\u200e\u200f\u202a-\u202e،,]*"


class Day(NamedTuple):
    """A day named at code points `start` to `end`, with year and weekday (Monday 0) where it has them."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def date(self, year: int | None = None) -> datetime.date | None:
        """The day in its own year, or in the one given; None where there is no such day."""
        try:
            return datetime.date(year or self.year or 0, self.month, self.day)
        except ValueError:
            return None


def find(text: str) -> list[Day]:
    """Every day the text names with day and month, in order."""
    folded = plain(text)
    found: dict[int, Day] = {}
    for pattern in _patterns():
        for match in pattern.finditer(folded):
            if day := _day(match):
                found.setdefault(match.start(), day)
    return sorted(found.values())


def weekdays(text: str) -> list[tuple[int, int, int]]:
    """The days of the week that the text names: start, end, Monday as 0."""
    return [(m.start(), m.end(), WEEKDAYS[m["weekday"]]) for m in _weekday().finditer(plain(text))]


def _day(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    number = int(groups["last"] or groups["day"])
    month = _month(groups["month"])
    if month and month > 12 and number <= 12:
        month, number = number, month
    year = int(groups["year"]) if groups["year"] else None
    weekday = WEEKDAYS[groups["weekday"]] if groups["weekday"] else None
    day = Day(match.start(), match.end(), number, month or 0, year, weekday)
    return day if day.date(year or 2000) else None


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    month = months.month(word)
    return month.number if month and month.calendar == "gregorian" else None


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبل]?(?P<weekday>{'|'.join(WEEKDAYS)})(?!\w)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = [name for name, month in months.names().items() if month.calendar == "gregorian"]
    name = "|".join(sorted((re.escape(n).replace(r"\ ", r"\s+") for n in names), key=len, reverse=True))
    weekday = rf"(?:(?<!\w)(?P<weekday>{'|'.join(WEEKDAYS)})(?!\w){_GAP}(?:(?:ال)?موافق\s+)?)?"
    day, number = r"(?<![\d/.])(?P<day>\d{1,2})(?!\d)", r"(?P<month>\d{1,2})"
    year, sign = r"(?P<year>(?:19|20)\d\d)(?!\d)", r"\s*[/.\-]\s*"
    named = rf"(?<!\w)(?P<month>{name})(?!\w)"
    other = rf"(?:\s*[/(\-]\s*(?:{name})\s*\)?)?"
    until = r"(?:\s+و?(?:حتي|الي)\s+(?P<last>\d{1,2})\s+منه)?"
    of_year = rf"(?:{_GAP}(?:من\s+)?(?:عام\s+|سنه\s+)?{year})?"
    nothing = r"(?P<last>(?!))?"  # only the first form has a last day
    forms = (
        rf"{day}\s*(?:من\s+(?:شهر\s+)?|-)?\s*(?P<month>{name})(?!\w){other}{of_year}{until}",
        rf"{named}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}{year}{nothing}",
        rf"{day}{sign}{number}{sign}{year}{nothing}",
        rf"(?<!\d){year}{sign}{number}{sign}(?P<day>\d{{1,2}})(?!\d){nothing}",
    )
    return tuple(re.compile(weekday + form) for form in forms)
