"""What points of time mean together: «منذ X», «من X حتى Y», «أواخر X»; one reader a pattern."""

from __future__ import annotations

import datetime

from musnad import edtf
from musnad.annotate.dates.calendar import UNKNOWN, quarter
from musnad.annotate.dates.readers import Readers
from musnad.annotate.dates.reading import Reading

_DAY = datetime.timedelta(days=1)


def _point(reading: Reading, group: str = "a") -> str:
    value: str = reading.value(group, "point")
    return value


def _between(reading: Reading) -> str | None:
    """From the start of one point to the end of another; None if that runs backwards.

    A guessed year gives way to the other's: «بين كانون الثاني وآذار 2018». Of two weekdays the second
    follows the first.
    """
    first, last = _point(reading), _point(reading, "b")
    if UNKNOWN in (first, last):
        return UNKNOWN
    start, end = first.split("/")[0], last.split("/")[-1]
    if reading.holds("a", "guessed") and not reading.holds("b", "guessed") and end[:4].isdigit():
        year = int(end[:4])
        start = next(
            s for s in (f"{year}{start[4:]}", f"{year - 1}{start[4:]}") if s <= end or s[:4] < end[:4]
        )
    early, late = edtf.single_day(start), edtf.single_day(end)
    if early and late and late < early <= late + _DAY * 7:
        end = f"{late + _DAY * 7}"
    value = f"{start}/{end}"
    return start if start == end else value if edtf.days(value) else None


def _since(reading: Reading) -> str | None:
    value = _point(reading)
    if value == UNKNOWN or value.endswith("/.."):
        return value
    return f"{value.split('/')[0]}/.."


def _number_until(reading: Reading) -> str | None:
    """«من 3 إلى 11 مارس», «5-7 مايو»: the first day takes its month from the last."""
    last = edtf.single_day(_point(reading, "b"))
    first = reading.value("d", "number") or reading.value("d", "ordinal")
    if not last or not 1 <= first < last.day:
        return None
    return f"{last.replace(day=first)}/{last}"


def _list(reading: Reading) -> str | None:
    """«أيام 5 و6 و7 مايو»: from first to last; without «أيام» only days that follow each other."""
    last = edtf.single_day(_point(reading, "b"))
    days = [item.senses["number"] for item in reading.part("list") if "number" in item.senses]
    if not last or days != sorted(set(days)) or not 1 <= days[0] <= days[-1] < last.day:
        return None
    follow = [*days, last.day] == list(range(days[0], last.day + 1))
    return f"{last.replace(day=days[0])}/{last}" if follow or reading.starts_with("days") else None


def _number_and(reading: Reading) -> str | None:
    """«الثاني والثالث من يونيو»: a stretch where the days follow each other."""
    value = _number_until(reading)
    found = edtf.days(value) if value else None
    return value if found and found[1] - found[0] == _DAY else None


def _pair(reading: Reading) -> str | None:
    """«يومي السبت والأحد»: two days that follow each other are one stretch, others stay two."""
    first, last = edtf.single_day(_point(reading)), edtf.single_day(_point(reading, "b"))
    return f"{first}/{last}" if first and last and last - first == _DAY else None


def _quarter(reading: Reading) -> str | None:
    year = _point(reading)
    if not year.isdigit():
        return UNKNOWN if year == UNKNOWN else None
    return quarter(year, reading.value("q", "quarter"))


JOINERS: Readers = {
    "since_until": _between,
    "from_until": _between,
    "number_until": _number_until,
    "number_between": _number_until,
    "list": _list,
    "number_and": _number_and,
    "between": _between,
    "to": _between,
    "pair": _pair,
    "quarter": _quarter,
    "since": _since,
    "as_of": _since,
    "early": _point,
}
