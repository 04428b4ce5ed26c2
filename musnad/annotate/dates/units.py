"""Readers of years, other units and stretches: what a matched expression of the grammar means, in EDTF."""

from __future__ import annotations

from musnad import edtf
from musnad.annotate.dates.calendar import UNKNOWN, point_at, quarter, stretch, unit_at
from musnad.annotate.dates.reading import Reading, told_year
from musnad.arabic import months

# What may stand before a figure that is a year, without the word «year».
_BEFORE_YEARS = {"since", "in", "until", "between", "early", "after", "ago", "of", "word", "thing"}


def year(reading: Reading) -> str | None:
    """A year after its word: «عام 2014», «سنة 1438هـ»."""
    number = reading.value("y", "number")
    if reading.value("era", "era") == "hijri":
        return _hijri_year(number)
    return f"{number:04d}" if 100 <= number <= 2200 else None


def _hijri_year(year: int) -> str:
    first, last = months.hijri_days(year, 1), months.hijri_days(year, 12)
    return f"{first[0]}/{last[1]}" if first and last else UNKNOWN


def bare_year(reading: Reading) -> str | None:
    """A figure that is a year by what stands about it: «منذ 2003», «انتخابات 2016»."""
    number, before, after = reading.value("y", "year"), reading.before(), reading.after()
    if reading.value("era", "era") == "hijri" and 1300 <= number <= 1500:
        return _hijri_year(number)
    in_name = "label" in before or (before & {"word", "thing"} and "label" in reading.before(2))
    counts = after & {"slash", "colon", "counted"} or ("thing" in after and "definite" not in after)
    follows = before & _BEFORE_YEARS or ("and" in before and "year" in reading.before(2))
    return f"{number}" if 1900 <= number <= 2060 and follows and not in_name and not counts else None


def years(reading: Reading) -> str | None:
    """«2017/2018»."""
    first, last = reading.value("y", "year"), reading.value("y2", "number")
    if last < 100:
        last += first // 100 * 100
    return f"{first}/{last}" if 1900 <= first < last <= 2100 and last - first < 100 else None


def unit(reading: Reading) -> str | None:
    """A week, month, year or longer unit by its distance from the article's: «الأسبوع الماضي»."""
    kind, direction = reading.value("u", "unit"), reading.direction("rel")
    if "general" in reading.before():
        return None
    if reading.has("again") or (reading.has("rel") and direction is None):
        return _again(reading.previous, kind)
    if kind == "day":
        return None
    if not reading.anchor:
        return UNKNOWN
    if reading.has("rel") and reading.holds("rel", "recent"):
        return stretch(reading.anchor, kind, -1)
    if reading.has("q"):
        return quarter(f"{reading.anchor.year}", reading.value("q", "quarter")) if kind == "year" else None
    return unit_at(reading.anchor, kind, direction or 0)


def _again(previous: str | None, kind: str) -> str:
    """The day, month or year of the date named before: «the same year»."""
    length = {"day": 10, "month": 7, "year": 4}.get(kind)
    found = edtf.days(previous) if previous else None
    if not length or not previous or not found or previous[:length] != found[1].isoformat()[:length]:
        return UNKNOWN
    return previous[:length]


def stretch_of(reading: Reading) -> str | None:
    """So many units up to the article's day, or from it on: «السنوات الثلاث الماضية»."""
    count = 2 if reading.has("both") else reading.value("n", "number")
    kind = reading.value("both", "both") or reading.value("u", "several") or reading.value("u", "counted")
    if not reading.anchor:
        return UNKNOWN
    return stretch(reading.anchor, kind, count * (reading.direction("rel") or -1))


def measured(reading: Reading) -> str | None:
    """So many units back from the article's day."""
    kind = reading.value("u", "counted") or reading.value("two", "two") or reading.value("one", "one")
    count = reading.value("n", "number") or (2 if reading.has("two") else 1)
    if kind == "hour" or reading.value("n1", "number") not in (None, 1):
        return None
    return point_at(reading.anchor, kind, -count) if reading.anchor else UNKNOWN


def since_measured(reading: Reading) -> str | None:
    """Since so many units back: «منذ 13 عاما»."""
    value = measured(reading)
    return value if value in (None, UNKNOWN) else f"{value}/.."


def season(reading: Reading) -> str | None:
    """A season of a year."""
    code, number, anchor = reading.value("s", "season"), told_year(reading), reading.anchor
    if number is None and reading.has("mrel") and anchor:
        number, direction = anchor.year, reading.direction("mrel") or 0
        found = edtf.days(f"{number:04d}-{code}")
        if found and ((direction < 0 and found[1] >= anchor) or (direction > 0 and found[0] <= anchor)):
            number += direction
    return UNKNOWN if number is None else f"{number:04d}-{code}"


def decade(reading: Reading) -> str | None:
    """A decade of a century, by default of the twentieth: «ثمانينيات القرن الماضي»."""
    ten, number = reading.value("ten", "decade"), reading.value("rel", "ordinal")
    if reading.has("u") and reading.value("u", "unit") != "century":
        return None
    if number is None and reading.has("rel"):
        if not reading.anchor:
            return UNKNOWN
        number = reading.anchor.year // 100 + 1 + (reading.direction("rel") or 0)
    if number is None and ten >= 40:
        number = 20
    return f"{(number - 1) * 10 + ten // 10:03d}X" if number else None


def century(reading: Reading) -> str | None:
    """A century by its number."""
    number = reading.value("c", "ordinal") or reading.value("c", "number")
    return f"{number - 1:02d}XX" if reading.value("u", "unit") == "century" and 2 <= number <= 22 else None
