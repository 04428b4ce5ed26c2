"""Readers of years, other units and stretches: what a matched expression of the grammar means."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.calendar import point_at, stretch, unit_at
from musnad.annotate.dates.reading import Point, Reading, told_year
from musnad.arabic import months

_HALF_SEASON = datetime.timedelta(days=60)  # after which a season can be «last winter»

# What may stand before a figure that is a year, without the word «year».
_BEFORE_YEARS = {
    *("since", "in", "until", "between", "early", "after", "ago", "of", "word", "thing"),
    *("several", "counted", "quarter", "half", "first", "asof"),
}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def year(reading: Reading) -> Point | None:
    """A year after its word: «عام 2014», «سنة 1438هـ», «عام 500 قبل الميلاد»."""
    number, era = reading.number("y") or 0, reading.value("era", "era")
    if era == "hijri":
        return _hijri_year(number)
    if era == "bc":
        return Point(None)
    return Point(f"{number:04d}") if 100 <= number <= 2200 else None


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
    earliest = 1700 if "since" in before else 1900
    return (
        Point(f"{number}")
        if earliest <= number <= 2060 and follows and not in_name and not _counts(reading, number)
        else None
    )


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


def season(reading: Reading) -> Point | None:
    """A season of a year: «صيف 2016», «الشتاء الماضي», «هذا الصيف»."""
    code, year, today = reading.value("s", "season"), told_year(reading), reading.today
    if year:
        return Point(f"{year.number:04d}-{code}", year.anchor, "season")
    if not today or reading.has("yrel"):
        return Point(None, rule="season")
    direction = reading.direction("mrel") or 0
    here = today.year - (
        code == 24 and today.month <= 2 and direction == 0
    )  # January's winter began the year before
    if direction:
        starts = [(found[0], value) for value in _seasons(here, code) if (found := edtf.days(value))]
        over = [value for start, value in starts if start + _HALF_SEASON < today]
        coming = [value for start, value in starts if start > today]
        return reading.relative(next(iter(over[::-1] if direction < 0 else coming), None), "season")
    return reading.relative(f"{here:04d}-{code}", "season")


def _seasons(year: int, code: int) -> list[str]:
    return [f"{year + n:04d}-{code}" for n in (-2, -1, 0, 1)]


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
