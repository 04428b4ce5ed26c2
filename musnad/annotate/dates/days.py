"""Readers of days by their weekday or their distance from the day of writing."""

from __future__ import annotations

import datetime
from itertools import islice

from musnad import edtf
from musnad.annotate.dates.calendar import (
    DAY,
    next_weekday,
    shift,
    unit_at,
    weekday,
    weekday_near,
    weekday_on,
)
from musnad.annotate.dates.reading import Point, Reading
from musnad.annotate.dates.tense import lean
from musnad.annotate.dates.written import calendar_day, with_time

_NEAR = 6  # lexemes before a weekday within which a past verb is about it
_NOWADAYS = 4  # lexemes before «اليوم» within which a verb of becoming makes it «nowadays»


def offset(reading: Reading) -> Point | None:
    """«اليوم», «مساء أمس», «غدا الثلاثاء»: a date told beside it has the last word, then a weekday."""
    distance, wanted = reading.value("o", "offset"), reading.value("w", "weekday")
    if distance == 0 and reading.match.end() - reading.match.start() == 1 and _is_nowadays(reading):
        return None
    point = calendar_day(reading)
    if not point:
        told = shift(reading.today, "day", distance) if reading.today else None
        told = weekday_near(told, wanted) if told and wanted is not None else told
        point = reading.relative(str(told) if told else None, "today" if distance == 0 else "relative")
    return with_time(reading, point)


def _is_nowadays(reading: Reading) -> bool:
    """Whether a bare «اليوم» is no day of the calendar: «أصبح اليوم», «اليوم الواحد», «نهاية اليوم»."""
    if "unit" not in reading.lexemes[reading.match.start()].senses:  # «هذا المساء»
        return False
    become = any("become" in reading.lexemes[at].senses for at in islice(reading.clause(), _NOWADAYS))
    told = reading.before() & {"early", "in", "after"} or reading.after() & {"of_day", "ordinal", "become"}
    return become or bool(told)


def weekday_of(reading: Reading) -> Point | None:
    """A weekday: by the date told with it, by «last» or «next», or by the tense of its sentence."""
    if "every" in reading.before() or ("days" in reading.before() and not reading.after() & {"and", "comma"}):
        return None  # «أيام الجمعة», each one
    point = calendar_day(reading)
    if not point:
        point = reading.relative(_weekday(reading), "weekday")
        if reading.has("wn") and reading.today and not point.value:
            return None
    return with_time(reading, point)


def _weekday(reading: Reading) -> str | None:
    wanted, today = reading.value("w", "weekday"), reading.today
    if not today:
        return None
    if reading.has("wn"):
        return weekday_on(today, wanted, reading.value("wn", "number"))
    if reading.has("wu"):
        found = edtf.days(unit_at(today, "week", reading.direction("wurel") or 0))
        return str(found[0] + DAY * wanted) if found else None
    if direction := reading.direction("wrel"):
        return next_weekday(today, wanted, direction)
    return weekday(today, wanted, lean(reading, past_within=_NEAR))


def tonight(reading: Reading) -> Point | None:
    """The night of the day of writing."""
    return reading.relative(str(reading.today) if reading.today else None, "today")


def night(reading: Reading) -> Point | None:
    """The night between two weekdays: «ليل الخميس الجمعة»."""
    first = _weekday(reading)
    if not first:
        return Point(None, rule="weekday")
    following = datetime.date.fromisoformat(first) + DAY
    if following.weekday() != reading.value("w2", "weekday"):
        return None
    return reading.relative(f"{first}/{following}", "weekday")
