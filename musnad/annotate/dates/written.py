"""Readers of calendar dates: days and months by name, in figures or told relatively, and feasts."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.calendar import DAY, in_next_year, in_some_year, month_day, shift
from musnad.annotate.dates.reading import Name, Point, Reading, Rule, told_year
from musnad.annotate.dates.tense import lean
from musnad.arabic.months import Month

# What stands before a month whose name is another word as well, where it is a month.
_BEFORE_MONTHS = {"since", "in", "until", "early", "between", "asof", "corresponding", "pair"}

_HIJRI = range(1300, 1501)  # years in which no day is written in figures but by the Hijri calendar

_BEFORE_OF_IT = {"in", "and", "until", "of", "since", "day"}


def day(reading: Reading) -> Point | Name | None:
    """A day of a month; part of a name after words as «revolution» where no year is told."""
    if reading.has("m") and reading.in_name() and not told_year(reading):
        return Name()
    return with_time(reading, calendar_day(reading))


def calendar_day(reading: Reading) -> Point | None:
    """The day of a month that an expression holds, in words or figures, or told relatively."""
    for group in ("f", "g"):
        if reading.has(group + "1"):
            parts = [reading.number(f"{group}{n}") or 0 for n in (1, 2, 3)]
            return _figures(reading, *(parts if group == "g" else parts[::-1]))
    if dotted := reading.value("dotted", "dotted"):
        return _figures(reading, *dotted)
    if reading.has("h1"):
        return _figures_without_year(reading)
    if month := _month_of(reading, "em"):
        return Point(month_day(reading.value("y2", "year"), month, reading.number("d2")))
    if reading.has("e"):
        return day_of_month(reading)
    if month := _month_of(reading, "m"):
        return _day_of(reading, month)
    return None


def _figures(reading: Reading, year: int, month: int, day: int) -> Point | None:
    """«19/3/2019», «3/19/2019», «1440/7/15هـ», «14/10/1439»; none after a figure («216-71-20-2019»)."""
    if reading.before() & {"dash", "slash"} and "number" in reading.before(2):
        return None
    if reading.value("era", "era") == "hijri" or year in _HIJRI:
        return Point(month_day(year, Month(month, "hijri"), day), rule="hijri")
    if year < 100:
        if reading.has("sep") and not reading.holds("sep", "slash"):
            return None
        year += 2000 if not reading.today or 2000 + year <= reading.today.year + 1 else 1900
    if month > 12 >= day:
        month, day = day, month
    value = month_day(year, Month(month, "gregorian"), day)
    return Point(value) if value else None


def _figures_without_year(reading: Reading) -> Point | None:
    """«يوم 20/3»."""
    day, number = reading.number("h1"), reading.number("h2")
    if not day or not number or day > 31 or number > 12:
        return None
    return in_year(reading, Month(number, "gregorian"), day)


def _month_of(reading: Reading, group: str) -> Month | None:
    month: Month | None = reading.value(group, "month") or reading.value(group, "maybe_month")
    return month


def _day_of(reading: Reading, month: Month) -> Point | None:
    day = reading.number("d") or 0
    if not 1 <= day <= 31:
        return None
    bare = reading.match.start() == reading.match.start("d") and reading.guesses_year()
    if (
        bare
        and reading.holds("d", "number")
        and month.calendar == "hijri"
        and not month.certain
        and not reading.before() & _BEFORE_MONTHS
    ):
        return None  # «3 صفر» is a score
    return in_year(reading, month, day)


def in_year(reading: Reading, month: Month, day: int | None) -> Point:
    """A month or day of it, of the year the expression tells or leaves to be guessed."""
    hijri = month.calendar == "hijri"
    rule: Rule = "hijri" if hijri else "absolute"
    if year := told_year(reading):
        if hijri and year.number > 1600:
            value = in_some_year(datetime.date(year.number, 7, 1), month, day, 1)
        else:
            value = month_day(year.number, month, day)
        if not year.anchor:
            return Point(value, rule=rule)
        return reading.relative(value) if year.anchor == reading.written else reading.repeated(value)
    direction = reading.direction("mrel")
    rule = "hijri" if hijri else "nearest" if direction is None else "relative"
    if not reading.today or reading.has("yrel") or reading.has("every"):
        return Point(None, rule=rule)
    if direction:
        value = in_next_year(reading.today, month, day, direction)
    elif direction == 0 and not hijri:
        value = month_day(reading.today.year, month, day)
    else:
        value = in_some_year(reading.today, month, day, 1 if hijri else lean(reading))
    return reading.relative(value, rule)


def with_time(reading: Reading, point: Point | None) -> Point | None:
    """A day with the time of day told after it: «22 مارس 2019 الساعة 14:30»."""
    hour, minute = reading.value("hour", "number"), reading.value("minute", "number")
    if not point or hour is None or not edtf.single_day(point.value) or hour > 23 or minute > 59:
        return point
    if hour < 12 and reading.value("half", "part") == "pm":
        hour += 12
    return point._replace(value=f"{point.value}T{hour:02d}:{minute:02d}")


def day_of_month(reading: Reading) -> Point | None:
    """A day of a month told relatively: «11 من الشهر الجاري», «5 الجاري», «11 منه»."""
    day = reading.number("e") or 0
    units = [reading.value(group, "unit") for group in ("eu", "eudemo")]
    if not 1 <= day <= 31 or any(unit not in (None, "month") for unit in units):
        return None
    if reading.has("ofit") and reading.holds("e", "ordinal") and not reading.before() & _BEFORE_OF_IT:
        return None  # «الجزء الأول منه»
    if reading.has("ofit") or (reading.has("eurel") and reading.direction("eurel") is None):
        found = edtf.days(reading.previous) if reading.previous else None
        whole = found and found[0].isoformat()[:7] == found[1].isoformat()[:7]
        return reading.repeated(_on(found[0], day)) if found and whole else Point(None, rule="repeated")
    if not reading.today:
        return Point(None, rule="relative")
    month = shift(reading.today.replace(day=1), "month", reading.direction("eurel") or 0)
    return reading.relative(_on(month, day))


def _on(month: datetime.date, day: int) -> str | None:
    return month_day(month.year, Month(month.month, "gregorian"), day)


def month(reading: Reading) -> Point | Name | None:
    """A month; or two, where the second name is of another month; part of a name in «October war»."""
    month = _month_of(reading, "m")
    assert month
    if reading.in_name() and not told_year(reading):
        return Name()
    second = _month_of(reading, "m2") or _month_of(reading, "m3")
    sure = "month" in reading.lexemes[reading.match.start("m")].senses and month.calendar == "gregorian"
    paired = second and (month.certain or second.certain)  # but «صفر-صفر» is a score
    if not sure and not paired and not _is_month(reading, month):
        return None
    point = in_year(reading, month, None)
    if second and second.number != month.number and point.value:
        end = in_year(reading, second, None).value
        both = f"{point.value.split('/')[0]}/{end.split('/')[-1]}" if end else ""
        return point._replace(value=both, rule="interval") if edtf.days(both) else point
    return point


def _is_month(reading: Reading, month: Month) -> bool:
    """Whether the words about a name say that it is a month, not Theresa May or «practised»."""
    if reading.has("named") or reading.has("y") or reading.has("ahead") or reading.before() & _BEFORE_MONTHS:
        return True
    if reading.has("mrel") or reading.has("of_year"):
        return True
    if reading.has("yrel") or reading.has("ydemo"):  # «رمضان هذا العام», but «ماي هذا العام»
        return bool(month.calendar == "hijri")
    return bool(reading.before() & {"and", "dash", "comma"} and reading.before(2) & {"month", "year"})


def feast(reading: Reading) -> Point | None:
    """A feast of a definite year, or a day or night of it: «عيد الفطر 2018», «ليلة رأس السنة»."""
    calendar, number, day = reading.value("feast", "feast").split()
    eve = reading.has("part") and reading.holds("part", "part") and reading.value("part", "part") == "eve"
    nth = reading.value("nth", "nth_day") or 1
    definite = reading.has("lead") and reading.match.start("feast") > reading.match.start()
    if not definite and not any(reading.has(group) for group in ("y", "mrel", "yrel", "ydemo")):
        return None
    point = in_year(reading, Month(int(number), calendar), int(day))
    found = edtf.single_day(point.value)
    moved = str(found + DAY * (nth - 1 - eve)) if found else None
    return point._replace(value=moved, rule="feast")


def nth_day(reading: Reading) -> Point | None:
    """«أول أيام شهر رمضان», «اليوم الثالث من مايو»."""
    month = _month_of(reading, "m")
    assert month
    return in_year(reading, month, reading.value("nth", "nth_day"))
