"""Months as weeks, and the Hijri months that they fall in."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from itertools import groupby

from hijridate import Gregorian

from musnad.render.values.common import DayRow
from musnad.render.values.indexes import MonthRow
from musnad.render.words.language import Words

Cell = tuple[int, DayRow | None]  # a day of the month, 0 for none, and what falls on it


def weeks(month: MonthRow, first: int) -> list[list[Cell]]:
    """The weeks of a month, each of seven days, from the first that holds something to the last; a run of
    weeks between them that hold nothing is one empty list.

    `first` is the weekday they begin with, 0 for Monday.
    """
    known = {int(row.day[8:]): row for row in month.days}
    year, number = map(int, month.month.split("-"))
    plain = calendar.Calendar(first).monthdayscalendar(year, number)
    cells = [[(day, known.get(day)) for day in week] for week in plain]
    found: list[list[Cell]] = []
    for holds, alike in groupby(cells, key=lambda week: any(row for _, row in week)):
        found.extend(alike if holds else [[]])
    return found[not found[0] : len(found) - (not found[-1])]


def hijri_months(month: str, words: Words) -> str | None:
    """The Hijri months that a month, «2019-03», is in, by the Umm al-Qura calendar; None outside its years.

    `words` is the table [date].
    """
    year, number = map(int, month.split("-"))
    ends = [_hijri(datetime.date(year, number, day)) for day in (1, calendar.monthrange(year, number)[1])]
    if not all(ends):
        return None
    (start, end) = ((each[0], words["hijri_months"][each[1] - 1]) for each in ends if each)
    if start == end:
        return str(words["hijri"]).format(date=f"{end[1]} {end[0]}")
    begin = start[1] if start[0] == end[0] else f"{start[1]} {start[0]}"
    return str(words["hijri"]).format(date=f"{begin} – {end[1]} {end[0]}")


def hijri_day(iso: str, words: Words) -> str | None:
    """A day by the Umm al-Qura calendar; None outside its years. `words` is the table [date]."""
    found = _hijri(datetime.date.fromisoformat(iso))
    if found is None:
        return None
    year, month, day = found
    return str(words["hijri"]).format(date=f"{day} {words['hijri_months'][month - 1]} {year}")


def _hijri(day: datetime.date) -> tuple[int, int, int] | None:
    try:
        found: Sequence[int] = Gregorian.fromdate(day).to_hijri().datetuple()
    except OverflowError:
        return None
    year, month, number = found
    return year, month, number
