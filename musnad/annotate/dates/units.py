"""Readers of units and stretches told by their distance from another date: what they mean."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.calendar import point_at, stretch, unit_at
from musnad.annotate.dates.reading import Point, Reading

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def unit(reading: Reading) -> Point | None:
    """A week, month, year or longer unit by its distance from the article's: «الأسبوع الماضي»."""
    kind, direction = reading.value("u", "unit"), reading.direction("rel")
    if "general" in reading.before():
        return None
    if reading.has("again") or (reading.has("rel") and direction is None):
        return reading.repeated(_beside(reading.previous, kind, 0))
    if kind == "day":
        return None
    if not reading.today:
        return Point(None, rule="relative")
    if reading.has("rel") and reading.holds("rel", "recent"):
        return reading.relative(stretch(reading.today, kind, -1))
    return reading.relative(unit_at(reading.today, kind, direction or 0))


def bare_unit(reading: Reading) -> Point | None:
    """The article's own week, month or year, where a part of it is spoken of: «نهاية العام»."""
    before = reading.before(2) if "of" in reading.before() else reading.before()
    if not before & {"early", "quarter", "half", "first"} or reading.value("u", "unit") == "day":
        return None
    return unit(reading)


def on_this_day(reading: Reading) -> Point:
    """«نفس اليوم من عام 1932», «مثل هذا اليوم من عام 1967»: of a year, the day named before, or today."""
    year = f"{reading.value('y', 'year'):04d}"
    if not reading.has("again"):
        value = f"{year}{str(reading.today)[4:]}" if reading.today else ""
        return reading.relative(value if edtf.days(value) else None)
    found = _beside(reading.previous, reading.value("u", "unit"), 0)
    value = f"{year}{found[4:]}" if found else ""
    return reading.repeated(value if edtf.days(value) else None)


def beside(reading: Reading) -> Point | None:
    """The unit before or after the date read last: «في اليوم التالي», «مقارنة بالعام السابق»."""
    kind = reading.value("u", "unit")
    if "general" in reading.before() or kind in ("decade", "century"):  # «العقد السابق», a contract
        return None
    return reading.repeated(_beside(reading.previous, kind, reading.value("beside", "beside")))


def _beside(previous: str | None, kind: str, count: int) -> str | None:
    """The unit that holds the date read last, or one so many units on; None where no one unit holds it."""
    found = edtf.days(previous) if previous else None
    if not found or datetime.date.min in found or datetime.date.max in found:
        return None
    if unit_at(found[0], kind) != unit_at(found[1], kind):
        return None
    return unit_at(found[0], kind, count)


def stretch_of(reading: Reading) -> Point | None:
    """So many units up to the article's day, or from it on: «السنوات الثلاث الماضية»."""
    count = 2 if reading.has("both") else reading.value("n", "number")
    kind = reading.value("both", "both") or reading.value("u", "several") or reading.value("u", "counted")
    if not reading.today:
        return Point(None, rule="relative")
    return reading.relative(stretch(reading.today, kind, count * (reading.direction("rel") or -1)))


def ago(reading: Reading) -> Point | None:
    """So many units back from the article's day: «قبل ثلاثة أيام», «قبل عام ونصف»."""
    return _measured(reading, -1)


def from_now(reading: Reading) -> Point | None:
    """So many units on from the article's day: «بعد سنة من الآن»."""
    return _measured(reading, 1)


def since_measured(reading: Reading) -> Point | None:
    """Since so many units back: «منذ 13 عاما»."""
    point = _measured(reading, -1)
    return point._replace(value=f"{point.value}/..", rule="interval") if point and point.value else point


def _measured(reading: Reading, sign: int) -> Point | None:
    kind = reading.value("u", "counted") or reading.value("two", "two") or reading.value("one", "one")
    count = reading.value("n", "number") or (2 if reading.has("two") else 1)
    if kind == "hour" or reading.value("n1", "number") not in (None, 1):
        return None
    if not reading.today:
        return Point(None, rule="relative")
    if not reading.has("and_half"):
        return reading.relative(point_at(reading.today, kind, sign * count))
    if kind not in _MONTHS or kind == "month":
        return None
    return reading.relative(point_at(reading.today, "month", sign * (count * 2 + 1) * _MONTHS[kind] // 2))
