"""Dates as EDTF (ISO 8601-2), the part of levels 0 to 2 that news needs.

Year, month, day, season (21-24), time of day and zone; `~` `?` `%` after a date; intervals with open ends
(`2011-03/..`); one of a range (`[2019-03-11..2019-03-17]`); unspecified digits of a year (`201X`).
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

Days = tuple[datetime.date, datetime.date]

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[~?%]?",
    re.ASCII,
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the first month of each, northern hemisphere


@lru_cache(maxsize=65536)
def days(value: str) -> Days | None:
    """The first and last day an EDTF value can mean, or None where it is no EDTF we know.

    An open end is `datetime.date.min` or `datetime.date.max`.
    """
    if value.startswith("[") and value.endswith("]") and ".." in value:
        value = "/".join(part or ".." for part in value[1:-1].split(".."))
    start, slash, end = value.partition("/")
    if not slash:
        return _one(value)
    first = (datetime.date.min,) * 2 if start in ("..", "") else _one(start)
    last = (datetime.date.max,) * 2 if end in ("..", "") else _one(end)
    if not first or not last or (start in ("..", "") and end in ("..", "")) or first[0] > last[1]:
        return None
    return first[0], last[1]


def _one(value: str) -> Days | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = found["year"], int(found["month"] or 0), int(found["day"] or 0)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year < 1 or (month and "X" in year):
        return None
    try:
        if month in _SEASONS and not day:
            start = _SEASONS[month]
            end_year, end_month = (first_year + (start == 12), (start + 1) % 12 + 1)
            return datetime.date(first_year, start, 1), _month_end(end_year, end_month)
        if day:
            date = datetime.date(first_year, month, day)
            return date, date
        if found["month"]:
            return datetime.date(first_year, month, 1), _month_end(first_year, month)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return datetime.date(first_year, 1, 1), datetime.date(last_year, 12, 31)


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def single_day(value: str | None) -> datetime.date | None:
    """The day a value means, where it means one day (qualified or not), else None."""
    found = days(value) if value else None
    return found[0] if found and found[0] == found[1] else None
