"""EDTF dates taken apart for formats that know years, months and days only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2})(?:T[^~?%]*)?)?)?([~?%]?)")


class Point(NamedTuple):
    """A year, and where known its month (21 to 24 are seasons) and day; 0 where not."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def season(self) -> bool:
        """Whether the month is a season."""
        return self.month > 12

    @property
    def iso(self) -> str:
        """As EDTF writes it."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part)])


class Dated(NamedTuple):
    """What an EDTF value says: from when, until when where that is another time, and whether it is
    doubtful.
    """

    first: Point | None
    last: Point | None = None
    about: bool = False


@lru_cache(maxsize=4096)
def dated(value: str | None) -> Dated | None:
    """An EDTF value taken apart; None for no value, and for one that is none that we know.

    An open beginning has no `first`, an open end no `last` that differs: both are told as doubtful.
    """
    if not value:
        return None
    one_of = value.startswith("[")
    start, mark, end = value.strip("[]").partition(".." if one_of else "/")
    ends = [_PART.fullmatch(part) for part in (start, end)]
    if not mark:
        return _one(ends[0]) if ends[0] else None
    first, last = (_one(found) if found else None for found in ends)
    if first is None and last is None:
        return None
    about = one_of or first is None or last is None or first.about or last.about
    return Dated(
        first.first if first else None,
        (last.last or last.first) if last else None,
        about,
    )


def _one(found: re.Match[str]) -> Dated:
    year, month, day, doubt = found.groups()
    first = Point(int(year.replace("X", "0")), int(month or 0), int(day or 0))
    last = Point(int(year.replace("X", "9"))) if "X" in year else None
    return Dated(first, last, bool(doubt))
