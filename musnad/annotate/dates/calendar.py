"""Calendar arithmetic of date expressions: from a day, an offset and a unit to EDTF.

None stands for a day that there is not.
"""

from __future__ import annotations

import calendar
import datetime
from typing import Literal

from musnad import edtf
from musnad.arabic import months
from musnad.arabic.months import Month

Unit = Literal["hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Lean = Literal[-1, 0, 1, 2]  # the sentence: looks back, tells nothing, is in the present, looks ahead

DAY = datetime.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_PRECISION = {"week": "day", "quarter": "month", "decade": "year", "century": "year"}


def shift(day: datetime.date, unit: str, count: int) -> datetime.date:
    """The day that lies so many units after (before, if negative), at a shorter month's end if need be.

    Raises OverflowError outside the years 1 to 9999.
    """
    if unit == "hour":
        return day + DAY * (-(-abs(count) // 24) * (1 if count > 0 else -1))
    if unit in _DAYS:
        return day + DAY * (count * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    if not 1 <= year <= 9999:
        raise OverflowError(count)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_at(day: datetime.date, unit: str, count: int = 0) -> str:
    """The calendar unit so many units from the one a day is in: «last week» is unit "week", count -1."""
    there = shift(day.replace(day=1) if unit in _MONTHS else day, unit, count)
    if unit == "week":
        monday = there - DAY * there.weekday()
        return f"{monday}/{monday + DAY * 6}"
    if unit == "quarter":
        return quarter(there.year, (there.month + 2) // 3)
    if unit in ("day", "hour"):
        return there.isoformat()
    whole = {"month": 7, "year": 4, "decade": 3, "century": 2}[unit]
    return there.isoformat()[:whole] + {"decade": "X", "century": "XX"}.get(unit, "")


def point_at(day: datetime.date, unit: str, count: int) -> str:
    """As `unit_at`, but a day for weeks («two weeks ago»), a year for decades and centuries."""
    return unit_at(shift(day, unit, count), _PRECISION.get(unit, unit))


def stretch(day: datetime.date, unit: str, count: int) -> str:
    """From a day so many units on or back: «the last three years» is count -3."""
    there = shift(day, unit, count)
    return f"{min(day, there)}/{max(day, there)}"


def quarter(year: int, number: int) -> str:
    """The three months of a quarter, 1 to 4, of a year."""
    return f"{year:04d}-{number * 3 - 2:02d}/{year:04d}-{number * 3:02d}"


def half(year: int, number: int) -> str:
    """The six months of the first or second half of a year."""
    return f"{year:04d}-{number * 6 - 5:02d}/{year:04d}-{number * 6:02d}"


def half_month(whole: str, number: int) -> str:
    """The first fifteen days of a month, or the others; of what is no month the whole."""
    found = edtf.days(whole)
    if len(whole) == 7 and found and whole[5:] <= "12":
        return f"{whole}-01/{whole}-15" if number == 1 else f"{whole}-16/{found[1]}"
    return whole


def first_units(whole: str, unit: str, count: int) -> str | None:
    """The first so many months of a year («the first nine months of 2018»), or days or weeks of a month."""
    found = edtf.days(whole)
    if not found or count < 1 or unit not in ("month", "week", "day"):
        return None
    last = shift(found[0], unit, count) - DAY
    if last > found[1]:
        return None
    if unit == "month":
        return f"{found[0].isoformat()[:7]}/{last.isoformat()[:7]}"
    return f"{found[0]}/{last}"


def weekday(day: datetime.date, wanted: int, lean: Lean) -> str:
    """The day with that weekday (Monday 0) that a sentence means: the last one, unless it looks ahead.

    What would lie six days back is rather tomorrow where nothing says otherwise, and with a verb in the
    present what would lie four days back or more is still to come.
    """
    back = (day.weekday() - wanted) % 7
    least = {2: 1, 1: 4, 0: 6, -1: 7}[lean]  # days back from which the coming one is meant
    return (day + DAY * (7 - back if back >= least else -back)).isoformat()


def next_weekday(day: datetime.date, wanted: int, direction: int) -> str:
    """The first day with that weekday (Monday 0) after a day (direction 1), or the last before it (-1).

    Direction 2 and -2 are a week further.
    """
    sign = 1 if direction > 0 else -1
    away = (sign * (wanted - day.weekday()) - 1) % 7 + 1 + 7 * (abs(direction) - 1)
    return (day + DAY * (away * sign)).isoformat()


def weekday_near(day: datetime.date, wanted: int) -> datetime.date:
    """The day with that weekday nearest to a day, at most three days away."""
    return day + DAY * ((wanted - day.weekday() + 3) % 7 - 3)


def weekday_on(day: datetime.date, wanted: int, number: int) -> str | None:
    """The nearest day with that weekday and number in its month («Saturday 12»), a month away at most."""
    near = (day + DAY * (away * sign) for away in range(32) for sign in (-1, 1))
    return next((str(found) for found in near if found.day == number and found.weekday() == wanted), None)


def month_day(year: int, month: Month, day: int | None) -> str | None:
    """A month of a year, or a day of it."""
    if month.calendar == "hijri":
        found = months.hijri_days(year, month.number, day)
        if not found:
            return None
        return found[0].isoformat() if day else f"{found[0]}/{found[1]}"
    value = f"{year:04d}-{month.number:02d}" + (f"-{day:02d}" if day else "")
    return value if edtf.days(value) else None


def in_some_year(anchor: datetime.date, month: Month, day: int | None, lean: Lean) -> str | None:
    """A month, or a day of it, of the year that lies nearest to a day, given which way the sentence looks."""
    here = months.hijri_year(anchor) if month.calendar == "hijri" else anchor.year
    values = [month_day(year, month, day) for year in (here - 1, here, here + 1)] if here else []
    known = [(_away(anchor, value, lean), value) for value in values if value]
    return min(known)[1] if known else None


def in_next_year(anchor: datetime.date, month: Month, day: int | None, direction: int) -> str | None:
    """The first such month, or day of it, after a day (direction 1), or the last before it (-1).

    A month without a day is another than the day's own.
    """
    here = months.hijri_year(anchor) if month.calendar == "hijri" else anchor.year
    years = range(here - 4, here + 5) if here else ()  # a leap day may lie four years away
    values = [value for year in years if (value := month_day(year, month, day))]
    spans = [(edtf.days(value), value) for value in values]
    if direction < 0:
        return next((value for span, value in reversed(spans) if span and span[1] < anchor), None)
    return next((value for span, value in spans if span and span[0] > anchor), None)


def _away(anchor: datetime.date, value: str, lean: Lean) -> float:
    """How far a value lies from a day; the side the sentence does not look to counts three times.

    What lies ahead counts twice where the sentence tells nothing: news is of the past.
    """
    found = edtf.days(value)
    assert found
    first, last = found
    if first <= anchor <= last:
        return 0.0
    away = (first - anchor).days if first > anchor else (anchor - last).days
    if first > anchor:
        return away * {-1: 3.0, 0: 2.0}.get(lean, 1.0)
    return away * (3.0 if lean == 2 else 1.0)
