"""The readers of the grammar's patterns, by name.

A reader returns a point of time, a `Name` where the words are part of a name, or None where they are no date
after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from musnad.annotate.dates import days, joins, units, written, years
from musnad.annotate.dates.reading import Name, Point, Reading

Readers = Mapping[str, Callable[[Reading], Point | Name | None]]

POINTS: Readers = {
    "offset": days.offset,
    "weekday": days.weekday_of,
    "night": days.night,
    "tonight": days.tonight,
    "day": written.day,
    "day_of_month": written.day_of_month,
    "nth_day": written.nth_day,
    "feast": written.feast,
    "month": written.month,
    "year": years.year,
    "bare_year": years.bare_year,
    "years": years.years,
    "list_of_years": years.list_of_years,
    "unit": units.unit,
    "bare_unit": units.bare_unit,
    "on_this_day": units.on_this_day,
    "stretch": units.stretch_of,
    "ago": units.ago,
    "from_now": units.from_now,
    "since": units.since_measured,
    "season": years.season,
    "decade": years.decade,
    "century": years.century,
}

JOINS: Readers = {
    "since_until": joins.between,
    "from_until": joins.between,
    "between": joins.between,
    "to": joins.between,
    "two_months": joins.two_months,
    "number_until": joins.number_until,
    "number_between": joins.number_until,
    "number_and": joins.number_and,
    "list_of_days": joins.list_of_days,
    "days_in_a_row": joins.days_in_a_row,
    "part_of": joins.part_of,
    "beside": units.beside,
    "lone_part": joins.lone_part,
    "first_of": joins.first_of,
    "same_day": joins.same_day,
    "since": joins.since,
    "as_of": joins.since,
    "from_until_now": joins.since,
    "early": joins.early,
}
