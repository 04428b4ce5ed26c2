"""Readers of years, centuries and what parts or gathers them: what a matched expression means."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.reading import Point, Reading, told_year
from musnad.arabic import months

_HALF_SEASON = datetime.timedelta(days=60)  # after which a season can be «last winter»
_SEASON_BEGUN = datetime.timedelta(days=30)  # until which it can be «next summer»

_NEAR = 5  # years from a text's own, in which a year of four figures without an era is taken as Hijri

# What may stand before a figure that is a year, without the word «year».
_BEFORE_YEARS = {
    *("since", "in", "until", "between", "early", "after", "ago", "of", "word", "thing"),
    *("several", "counted", "quarter", "half", "first", "asof"),
}


def year(reading: Reading) -> Point | None:
    """A year after its word: «عام 2014», «سنة 1438هـ», «عام 500 قبل الميلاد»."""
    number, era = reading.number("y") or 0, reading.value("era", "era")
    if era == "hijri" or (era is None and _around(reading, number)):
        return _hijri_year(number)
    if era == "bc":
        return Point(None)
    return Point(f"{number:04d}") if 100 <= number <= 2200 else None


def _around(reading: Reading, number: int) -> bool:
    """Whether a year is a Hijri one about the text's own: «عام 1439» in 2018."""
    here = months.hijri_year(reading.today) if reading.today else None
    return here is not None and abs(number - here) <= _NEAR


def _hijri_year(year: int) -> Point:
    first, last = months.hijri_days(year, 1), months.hijri_days(year, 12)
    return Point(f"{first[0]}/{last[1]}" if first and last else None, rule="hijri")


def bare_year(reading: Reading) -> Point | None:
    """A figure that is a year by what stands about it: «منذ 2003», «انتخابات 2016»."""
    number, before = reading.value("y", "year"), reading.before()
    if reading.value("era", "era") == "hijri" and 1300 <= number <= 1500:
        return _hijri_year(number)
    in_name = "label" in before or (before & {"word", "thing"} and "label" in reading.before(2))
    follows = before & _BEFORE_YEARS or _follows_year(reading) or ("open" in before and _ends_aside(reading))
    if not follows or in_name or _counts(reading, number):
        return None
    earliest = 1700 if "since" in before else 1900
    return Point(f"{number}") if earliest <= number <= 2060 else None


def _counts(reading: Reading, number: int) -> bool:
    """Whether a figure counts what follows, or is part of a time or fraction; «في 2013 لجنة» is a year."""
    after = reading.after()
    if "in" in reading.before() and number % 50 and "counted" not in after:
        return False
    part = after & {"slash", "colon"} and "number" in reading.after(2)
    return bool(part or "counted" in after or ("thing" in after and "definite" not in after))


def _ends_aside(reading: Reading) -> bool:
    """Whether brackets close after a year, or more years follow."""
    more = "and" in reading.after() and "year" in reading.after(2)
    return more or bool(reading.after() & {"close", "comma"})


def _follows_year(reading: Reading) -> bool:
    """Whether a year stands before, with «and» or a comma between."""
    at = reading.match.start() - 2
    year = reading.lexemes[at].senses.get("year", 0) if at >= 0 else 0
    return bool(reading.before() & {"and", "comma"}) and year >= 1900


def years(reading: Reading) -> Point | None:
    """«2017/2018», «موسم 2017-18», «عامي 2015 و2016»: of those told by «and» only years that follow."""
    first, last = reading.value("y", "year"), reading.value("y2", "number")
    if last < 100:
        last += first // 100 * 100
    if not 1900 <= first < last <= 2100:
        return None
    if reading.has("joined") and (last != first + 1 or "between" in reading.before()):
        return None
    return Point(f"{first}/{last}", rule="interval")


def list_of_years(reading: Reading) -> Point | None:
    """«الأعوام 2014 و2015 و2016»: years that follow each other are one stretch."""
    kind = reading.value("k", "several") or reading.value("k", "counted")
    found = [lexeme.senses["year"] for lexeme in reading.part("list") if "year" in lexeme.senses]
    if kind != "year" or found != list(range(found[0], found[-1] + 1)):
        return None
    return Point(f"{found[0]}/{found[-1]}", rule="interval")


def season(reading: Reading) -> Point | None:
    """A season of a year: «صيف 2016», «الشتاء الماضي», «هذا الصيف»."""
    code, year, today = reading.value("s", "season"), told_year(reading), reading.today
    if year:
        value = _season(year.number, code)
        return Point(value, year.anchor if value else None, "season")
    if not today or reading.has("yrel"):
        return Point(None, rule="season")
    direction = reading.direction("mrel")
    if not direction:
        winter = code == 24 and today.month <= 4  # which began the year before
        return reading.relative(_season(today.year - winter, code), "season")
    known = [value for n in (-2, -1, 0, 1) if (value := _season(today.year + n, code))]
    if direction < 0:
        over = [value for value in known if _start(value) + _HALF_SEASON < today]
        return reading.relative(over[-1] if over else None, "season")
    coming = [value for value in known if _start(value) + _SEASON_BEGUN > today]
    return reading.relative(coming[0] if coming else None, "season")


def _season(year: int, code: int) -> str | None:
    value = f"{year:04d}-{code}"
    return value if edtf.days(value) else None


def _start(value: str) -> datetime.date:
    found = edtf.days(value)
    assert found
    return found[0]


def decade(reading: Reading) -> Point | None:
    """A decade of a century, by default of the twentieth: «ثمانينيات القرن الماضي»."""
    ten, number = reading.value("ten", "decade"), reading.value("rel", "ordinal")
    anchor = None
    if reading.has("u") and reading.value("u", "unit") != "century":
        return None
    if number is None and reading.has("rel"):
        if not reading.today:
            return Point(None, rule="relative")
        number = reading.today.year // 100 + 1 + (reading.direction("rel") or 0)
        anchor = reading.written
    if number is None and ten >= 40:
        number = 20
    if not number:
        return None
    first = f"{(number - 1) * 10 + ten // 10:03d}"
    last = reading.value("ten2", "decade")
    if last is None:
        return Point(f"{first}X", anchor, "relative" if anchor else "absolute")
    if last <= ten:
        return None
    return Point(f"{first}0/{(number - 1) * 10 + last // 10:03d}9", anchor, "interval")


def century(reading: Reading) -> Point | None:
    """A century by its number, or two of them; those before our era have no value."""
    kind = reading.value("u", "unit") or reading.value("u", "both")
    number, second = reading.number("c") or 0, reading.number("c2")
    if kind != "century" or not 1 <= number <= 22:
        return None
    if reading.value("era", "era") in ("bc", "hijri") or number == 1:
        return Point(None)
    if second is None:
        return Point(f"{number - 1:02d}XX")
    return Point(f"{number - 1:02d}00/{second - 1:02d}99", rule="interval") if number < second <= 22 else None
