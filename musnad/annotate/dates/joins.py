"""What points of time mean together: «منذ X», «من X حتى Y», «أواخر X»; one reader a pattern."""

from __future__ import annotations

from itertools import pairwise

from musnad import edtf
from musnad.annotate.dates.calendar import DAY, first_units, half, half_month, quarter, shift
from musnad.annotate.dates.reading import Point, Reading


def _point(reading: Reading, group: str = "a") -> Point:
    point: Point = reading.value(group, "point")
    return point


def early(reading: Reading) -> Point:
    """A part of a unit leaves the value the unit."""
    return _point(reading)


def _stretch(value: str, first: Point, last: Point) -> Point:
    """A stretch between two points, anchored as they are; the last may be so in the first («11 منه»)."""
    inside = last.anchor == first.value
    return Point(value, first.anchor or (None if inside else last.anchor), "interval")


def between(reading: Reading) -> Point | None:
    """From the start of one point to the end of another; None if that runs backwards.

    A guessed year gives way to the other's: «بين كانون الثاني وآذار 2018». A weekday at the
    end follows the start.
    """
    first, last = _point(reading), _point(reading, "b")
    if not first.value or not last.value:
        return Point(None, rule="interval")
    start, end = first.value.split("/")[0], last.value.split("/")[-1]
    if reading.holds("a", "guessed") and not reading.holds("b", "guessed") and end[:4].isdigit():
        year = int(end[:4])
        start = next(
            s for s in (f"{year}{start[4:]}", f"{year - 1}{start[4:]}") if s <= end or s[:4] < end[:4]
        )
        first = last
    if last.rule == "weekday":
        early, late = edtf.single_day(start), edtf.single_day(end)
        if early and late and late < early:
            end = f"{late + DAY * 7}"
    value = start if start == end else f"{start}/{end}"
    return _stretch(value, first, last) if edtf.days(value) else None


def two_months(reading: Reading) -> Point | None:
    """«شهري يناير وفبراير»: months that follow each other are one stretch, others stay apart."""
    point = between(reading)
    found = edtf.days(point.value) if point and point.value else None
    return point if found and found[1] + DAY == shift(found[0], "month", 2) else None


def since(reading: Reading) -> Point:
    """From a point on."""
    point = _point(reading)
    if not point.value or point.value.endswith("/.."):
        return point
    return point._replace(value=f"{point.value.split('/')[0]}/..", rule="interval")


def number_until(reading: Reading) -> Point | None:
    """«من 3 إلى 11 مارس», «5-7 مايو»: the first day takes its month from the last."""
    point = _point(reading, "b")
    if not point.value:
        return Point(None, rule="interval")
    first, last = reading.number("d") or 0, edtf.single_day(point.value)
    if not last or not 1 <= first < last.day:
        return None
    return point._replace(value=f"{last.replace(day=first)}/{last}", rule="interval")


def number_and(reading: Reading) -> Point | None:
    """«الثاني والثالث من يونيو»: a stretch where the days follow each other."""
    point = number_until(reading)
    found = edtf.days(point.value) if point and point.value else None
    return point if found and found[1] - found[0] == DAY else None


def list_of_days(reading: Reading) -> Point | None:
    """«أيام 5 و6 و7 مايو»: from first to last; without «أيام» only days that follow each other."""
    point = _point(reading, "b")
    last = edtf.single_day(point.value)
    days = [item.senses["number"] for item in reading.part("list") if "number" in item.senses]
    if not last or days != sorted(set(days)) or not 1 <= days[0] <= days[-1] < last.day:
        return None
    if [*days, last.day] != list(range(days[0], last.day + 1)) and not reading.has("days"):
        return None
    return point._replace(value=f"{last.replace(day=days[0])}/{last}", rule="interval")


def days_in_a_row(reading: Reading) -> Point | None:
    """«يومي السبت والأحد»: days that follow each other are one stretch, others stay apart."""
    points = [item.senses["point"] for item in reading.part("list") if "point" in item.senses]
    days = [day for point in points if (day := edtf.single_day(point.value))]
    follow = all(later - day == DAY for day, later in pairwise(days))
    if len(days) != len(points) or not follow:
        return None
    return _stretch(f"{days[0]}/{days[-1]}", points[0], points[-1])


def part_of(reading: Reading) -> Point | None:
    """A quarter or half of a year, a half of a month; of longer units the unit itself."""
    point = _point(reading)
    if not point.value:
        return point
    if len(point.value) == 4 and point.value.isdigit():
        part = half if reading.has("h") else quarter
        return point._replace(
            value=part(int(point.value), reading.value("h", "half") or reading.value("q", "quarter"))
        )
    return (
        point._replace(value=half_month(point.value, reading.value("h", "half")))
        if reading.has("h")
        else None
    )


def lone_part(reading: Reading) -> Point | None:
    """«في الربع الأول» in a report of the economy: the last that has begun."""
    if "of" in reading.after() or not any("economy" in lexeme.senses for lexeme in reading.lexemes):
        return None
    if not reading.today:
        return Point(None, rule="relative")
    year = reading.today.year
    number = reading.value("q", "quarter") or reading.value("h", "half")
    months, part = (6, half) if reading.has("h") else (3, quarter)
    return reading.relative(part(year if reading.today.month > (number - 1) * months else year - 1, number))


def first_of(reading: Reading) -> Point | None:
    """«الأشهر التسعة الأولى من 2018»."""
    point = _point(reading)
    unit = reading.value("k", "several") or reading.value("k1", "counted")
    count = reading.value("n", "number") or reading.value("n1", "number")
    value = first_units(point.value, unit, count) if point.value else None
    return point._replace(value=value, rule="interval") if value or not point.value else None


def same_day(reading: Reading) -> Point | None:
    """One day in two calendars, or told twice: «1 رمضان 1440 الموافق 6 مايو 2019»; the Gregorian counts."""
    first, second = _point(reading), _point(reading, "b")
    days = edtf.single_day(first.value), edtf.single_day(second.value)
    hijri = [point.rule == "hijri" for point in (first, second)]
    if not any(hijri) and not reading.has("corresponding"):
        return None
    if not days[0] or not days[1] or abs(days[0] - days[1]) > DAY * 2:
        return None
    return second if hijri[0] else first
