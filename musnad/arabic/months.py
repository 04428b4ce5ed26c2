"""Month names of the Arab world, Gregorian and Hijri, and their numbers. The list is `data/months.toml`."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from hijridate import Gregorian, Hijri

from musnad.arabic.fold import fold

Calendar = Literal["gregorian", "hijri"]


class Month(NamedTuple):
    """A month of a calendar, 1 to 12. `certain` is False where its name is as well another word («مارس»)."""

    number: int
    calendar: Calendar
    certain: bool = True


@cache
def names() -> dict[str, Month]:
    """Every known name, folded, some of two words with one space between: «كانون الثاني», «آب», «march»."""
    data = _data()
    uncertain = {fold(word) for word in data["uncertain"]["words"]}
    calendars: tuple[Calendar, ...] = ("gregorian", "hijri")
    return {
        fold(name): Month(int(number), calendar, fold(name) not in uncertain)
        for calendar in calendars
        for number, row in data[calendar].items()
        for name in row
    }


def month(name: str) -> Month | None:
    """The month a name means, in whatever spelling, or None. «آب» is certain, «اب» is not."""
    found = names().get(" ".join(fold(name).split()))
    if found and not found.certain and name in _exact():
        return found._replace(certain=True)
    return found


def hijri_days(year: int, number: int, day: int | None = None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last Gregorian day of a Hijri month, or of one day of it, by the Umm al-Qura calendar.

    None for a day that is none, and outside what that calendar covers (1343 to 1500 AH).
    """
    try:
        first = Hijri(year, number, day or 1)
        last = first if day else Hijri(year, number, first.month_length())
    except (ValueError, OverflowError):
        return None
    return _date(first), _date(last)


def hijri_year(day: datetime.date) -> int | None:
    """The Hijri year a Gregorian day falls in, or None outside 1343 to 1500 AH."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def _date(hijri: Hijri) -> datetime.date:
    gregorian = hijri.to_gregorian()
    return datetime.date(gregorian.year, gregorian.month, gregorian.day)


@cache
def _exact() -> frozenset[str]:
    return frozenset(_data()["uncertain"]["exact"])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("musnad.arabic").joinpath("data/months.toml").read_text("utf-8"))
