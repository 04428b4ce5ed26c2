"""The readers of the grammar's patterns, by name.

A reader returns EDTF, UNKNOWN where it cannot be resolved, NAME where the words are part of a name, or None
where they are no date after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from musnad.annotate.dates import days, units
from musnad.annotate.dates.reading import Reading

Readers = Mapping[str, Callable[[Reading], str | None]]

READERS: Readers = {
    "day": days.day,
    "night": days.night,
    "tonight": days.tonight,
    "day_of_month": days.day_of_month,
    "month": days.month,
    "year": units.year,
    "bare_year": units.bare_year,
    "years": units.years,
    "unit": units.unit,
    "stretch": units.stretch_of,
    "ago": units.measured,
    "since": units.since_measured,
    "season": units.season,
    "decade": units.decade,
    "century": units.century,
}
