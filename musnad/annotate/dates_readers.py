"""The readers of the grammar's patterns, by name.

A reader returns EDTF, None where the words are no date after all, or UNKNOWN where it cannot be resolved.
"""

from __future__ import annotations

from collections.abc import Callable

from musnad.annotate import dates_days as days
from musnad.annotate import dates_units as units
from musnad.annotate.dates_reading import Reading

READERS: dict[str, Callable[[Reading], str | None]] = {
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
