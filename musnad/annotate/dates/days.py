"""Readers of days and months: what a matched expression of the grammar means, in EDTF."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.calendar import (
    NAME,
    UNKNOWN,
    in_next_year,
    in_some_year,
    month_day,
    next_weekday,
    shift,
    weekday,
    weekday_near,
)
from musnad.annotate.dates.reading import Reading, told_year
from musnad.arabic.months import Month


def day(reading: Reading) -> str | None:
    """A day: of the calendar, by its weekday, or by its distance from the article's; with a time if told."""
    if reading.has("m") and "named" in reading.before() and told_year(reading) is None:
        return NAME
    value = _calendar_day(reading)
    if value is None:
        wanted = reading.value("w", "weekday")
        value = _offset(reading, wanted) if reading.has("o") else _weekday(reading, wanted)
    return _with_time(reading, value)


def _offset(reading: Reading, wanted: int | None) -> str:
    """«أمس الجمعة»: a weekday told beside it has the last word, within three days."""
    if not reading.anchor:
        return UNKNOWN
    told = shift(reading.anchor, "day", reading.value("o", "offset"))
    return (told if wanted is None else weekday_near(told, wanted)).isoformat()


def _weekday(reading: Reading, wanted: int) -> str:
    if not reading.anchor:
        return UNKNOWN
    direction = reading.direction("wrel")
    if direction:
        return next_weekday(reading.anchor, wanted, direction)
    return weekday(reading.anchor, wanted, reading.lean())


def _calendar_day(reading: Reading) -> str | None:
    """The day of a month, in words or figures, if the expression holds one."""
    for group in ("f", "g"):
        if reading.has(group + "1"):
            parts = [reading.value(f"{group}{n}", "number") for n in (1, 2, 3)]
            return _figures(reading, *(parts if group == "g" else parts[::-1]))
    if dotted := reading.value("dotted", "dotted"):
        return _figures(reading, dotted[2], dotted[1], dotted[0])
    if month := _month_of(reading, "em"):
        return month_day(reading.value("y2", "year"), month, reading.value("d2", "number"))
    if month := _month_of(reading, "m"):
        day = reading.value("d", "number") or reading.value("d", "ordinal")
        return _in_year(reading, month, day) if 1 <= day <= 31 else UNKNOWN
    return None


def _figures(reading: Reading, year: int, month: int, day: int) -> str:
    if reading.value("era", "era") == "hijri":
        return month_day(year, Month(month, "hijri"), day)
    if month > 12 >= day:
        month, day = day, month
    return month_day(year, Month(month, "gregorian"), day)


def _month_of(reading: Reading, group: str) -> Month | None:
    month: Month | None = reading.value(group, "month") or reading.value(group, "maybe_month")
    return month


def _in_year(reading: Reading, month: Month, day: int | None) -> str:
    """A month or day of it, of the year the expression tells or leaves to be guessed."""
    year = told_year(reading)
    if year is not None:
        if month.calendar == "hijri" and year > 1600:
            return in_some_year(datetime.date(year, 7, 1), month, day, 0)
        return month_day(year, month, day)
    if not reading.anchor:
        return UNKNOWN
    direction = reading.direction("mrel")
    if reading.has("yrel") and reading.direction("yrel") is None:
        return UNKNOWN
    if not direction and month.calendar == "hijri":
        return in_some_year(reading.anchor, month, day, 0)
    if direction is None:
        return in_some_year(reading.anchor, month, day, reading.lean())
    if direction == 0:
        return month_day(reading.anchor.year, month, day)
    return in_next_year(reading.anchor, month, day, direction)


def _with_time(reading: Reading, value: str) -> str:
    hour, minute = reading.value("hour", "number"), reading.value("minute", "number")
    if hour is None or not edtf.single_day(value):
        return value
    return f"{value}T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else value


def tonight(reading: Reading) -> str | None:
    """The article's own night."""
    return reading.anchor.isoformat() if reading.anchor else UNKNOWN


def night(reading: Reading) -> str | None:
    """The night between two weekdays: «ليل الخميس الجمعة»."""
    first = _weekday(reading, reading.value("w", "weekday"))
    if first == UNKNOWN:
        return UNKNOWN
    following = datetime.date.fromisoformat(first) + datetime.timedelta(days=1)
    return f"{first}/{following}" if following.weekday() == reading.value("w2", "weekday") else None


def day_of_month(reading: Reading) -> str | None:
    """A day of a month told relatively: «11 من الشهر الجاري», «5 الجاري», «11 منه»."""
    day = reading.value("d", "number") or reading.value("d", "ordinal")
    if not 1 <= day <= 31:
        return None
    if reading.has("ofit"):
        found = edtf.single_day(reading.previous) if reading.previous else None
        return month_day(found.year, Month(found.month, "gregorian"), day) if found else None
    if any(reading.value(group, "unit") not in (None, "month") for group in ("u", "udemo")):
        return None
    if reading.has("urel") and reading.direction("urel") is None:
        found_days = edtf.days(reading.previous) if reading.previous else None
        month = found_days[0] if found_days else None
    elif not reading.anchor:
        month = None
    else:
        month = shift(reading.anchor.replace(day=1), "month", reading.direction("urel") or 0)
    return month_day(month.year, Month(month.month, "gregorian"), day) if month else UNKNOWN


def month(reading: Reading) -> str | None:
    """A month; or two, where the second name is of another month."""
    month = _month_of(reading, "m")
    assert month
    second = _month_of(reading, "m2") or _month_of(reading, "m3")
    told = any(reading.has(group) for group in ("named", "mrel", "y", "yrel", "ydemo")) or second
    sure = "month" in reading.lexemes[reading.match.start("m")].senses and month.calendar == "gregorian"
    if not told and not sure and not reading.before() & {"since", "in", "until", "early"}:
        return None
    value = _in_year(reading, month, None)
    if second and second.number != month.number:
        end = _in_year(reading, second, None)
        if UNKNOWN in (value, end):
            return UNKNOWN
        both = f"{value.split('/')[0]}/{end.split('/')[-1]}"
        return both if edtf.days(both) else value
    return value
