"""What a matched expression of a date means: one reader a pattern of the grammar, each giving EDTF.

A reader returns None where the words are no date after all, UNKNOWN where it cannot be resolved.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from musnad import edtf
from musnad.annotate.dates_calendar import (
    UNKNOWN,
    Lean,
    in_some_year,
    month_day,
    next_weekday,
    point_at,
    quarter,
    shift,
    stretch,
    unit_at,
    weekday,
    weekday_near,
)
from musnad.annotate.dates_lexicon import Lexeme
from musnad.arabic import months
from musnad.arabic.months import Month

_DIRECTIONS = {"last": -1, "next": 1, "this": 0, "recent": -1}


_CLAUSE = 25  # lexemes before an expression that tell which way its sentence looks
_LEANS: dict[str, Lean] = {"future": 2, "past": -1, "present": 1}


class Reading(NamedTuple):
    """An expression in its place: the lexemes, the match, the day of writing, the date read before it."""

    lexemes: Sequence[Lexeme]
    match: re.Match[str]
    anchor: datetime.date | None
    previous: str | None

    def value(self, group: str, sense: str) -> Any:
        """The value of the first lexeme in a group that has a sense; None where the group is absent."""
        if group not in self.match.re.groupindex or self.match[group] is None:
            return None
        span = self.lexemes[self.match.start(group) : self.match.end(group)]
        return next((lexeme.senses[sense] for lexeme in span if sense in lexeme.senses), None)

    def has(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match[group] is not None

    def direction(self, group: str) -> int | None:
        """-1, 0 or 1 for «last», «this», «next» in a group; None where it is absent, or «the same»."""
        if not self.has(group):
            return None
        senses = self.lexemes[self.match.start(group)].senses
        return next((_DIRECTIONS[sense] for sense in _DIRECTIONS if sense in senses), None)

    def before(self, back: int = 1) -> frozenset[str]:
        """The senses of the lexeme before the expression."""
        at = self.match.start() - back
        return frozenset(self.lexemes[at].senses) if at >= 0 else frozenset()

    def after(self) -> frozenset[str]:
        at = self.match.end()
        return frozenset(self.lexemes[at].senses) if at < len(self.lexemes) else frozenset()

    def lean(self) -> Lean:
        """Which way the sentence looks at this expression: by the nearest telling word before it."""
        if self.before() & {"since"}:
            return -1
        for lexeme in reversed(self.lexemes[max(0, self.match.start() - _CLAUSE) : self.match.start()]):
            if "stop" in lexeme.senses:
                break
            for sense, lean in _LEANS.items():
                if sense in lexeme.senses:
                    return lean
        return 0


def _day(reading: Reading) -> str | None:
    value = _calendar_day(reading)
    anchor = reading.anchor
    if value is None and reading.has("o"):
        if not anchor:
            return UNKNOWN
        day = shift(anchor, "day", reading.value("o", "offset"))
        if (wanted := reading.value("w", "weekday")) is not None:
            day = weekday_near(day, wanted)
        value = day.isoformat()
    elif value is None:
        value = _weekday(reading, reading.value("w", "weekday"))
    return _with_time(reading, value)


def _weekday(reading: Reading, wanted: int) -> str:
    if not reading.anchor:
        return UNKNOWN
    direction = reading.direction("wrel")
    if direction:
        return next_weekday(reading.anchor, wanted, direction)
    return weekday(reading.anchor, wanted, reading.lean())


def _calendar_day(reading: Reading) -> str | None:
    """The day of a month, in words or figures, if the expression holds one."""
    for group in ("f", "g"):
        if reading.has(group + "1"):
            parts = [reading.value(f"{group}{n}", "number") for n in (1, 2, 3)]
            return _figures(*(parts if group == "g" else parts[::-1]))
    if dotted := reading.value("dotted", "dotted"):
        return _figures(dotted[2], dotted[1], dotted[0])
    if month := _month_of(reading, "em"):
        return month_day(reading.value("y2", "year"), month, reading.value("d2", "number"))
    if month := _month_of(reading, "m"):
        day = reading.value("d", "number") or reading.value("d", "ordinal")
        return _in_year(reading, month, day) if 1 <= day <= 31 else UNKNOWN
    return None


def _figures(year: int, month: int, day: int) -> str:
    if month > 12 >= day:
        month, day = day, month
    return month_day(year, Month(month, "gregorian"), day)


def _month_of(reading: Reading, group: str) -> Month | None:
    month: Month | None = reading.value(group, "month") or reading.value(group, "maybe_month")
    return month


def _in_year(reading: Reading, month: Month, day: int | None) -> str:
    """A month or day of it, of the year the expression tells or leaves to be guessed."""
    year = _year(reading)
    if year is not None:
        if month.calendar == "hijri" and year > 1600:
            return in_some_year(datetime.date(year, 7, 1), month, day, 0)
        return month_day(year, month, day)
    if not reading.anchor:
        return UNKNOWN
    direction = reading.direction("mrel")
    if reading.has("yrel") and reading.direction("yrel") is None:
        return UNKNOWN
    if direction is None:
        return in_some_year(reading.anchor, month, day, reading.lean())
    if direction == 0:
        return month_day(reading.anchor.year, month, day)
    start = unit_at(reading.anchor, "month")
    value = in_some_year(reading.anchor, month, day, 2 if direction > 0 else -1)
    same_side = value < start if direction < 0 else value > start
    if day is None and not same_side and month.calendar == "gregorian":
        return month_day(reading.anchor.year + direction, month, None)
    return value


def _year(reading: Reading) -> int | None:
    """The year an expression tells: a figure, «last year», «this year», «the same year»."""
    if reading.has("y"):
        year: int | None = reading.value("y", "year") or reading.value("y", "number")
        return year
    if reading.has("yrel") and reading.direction("yrel") is None:
        return int(reading.previous[:4]) if reading.previous and reading.previous[:4].isdigit() else None
    if reading.anchor and (reading.has("ydemo") or reading.has("yrel")):
        return reading.anchor.year + (reading.direction("yrel") or 0)
    return None


def _with_time(reading: Reading, value: str) -> str:
    hour, minute = reading.value("hour", "number"), reading.value("minute", "number")
    if hour is None or not edtf.single_day(value):
        return value
    return f"{value}T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else value


def _tonight(reading: Reading) -> str | None:
    return reading.anchor.isoformat() if reading.anchor else UNKNOWN


def _night(reading: Reading) -> str | None:
    first = _weekday(reading, reading.value("w", "weekday"))
    if first == UNKNOWN:
        return UNKNOWN
    following = datetime.date.fromisoformat(first) + datetime.timedelta(days=1)
    return f"{first}/{following}" if following.weekday() == reading.value("w2", "weekday") else None


def _day_of_month(reading: Reading) -> str | None:
    day = reading.value("d", "number") or reading.value("d", "ordinal")
    if not 1 <= day <= 31:
        return None
    if reading.has("ofit"):
        found = edtf.single_day(reading.previous) if reading.previous else None
        return month_day(found.year, Month(found.month, "gregorian"), day) if found else None
    if any(reading.value(group, "unit") not in (None, "month") for group in ("u", "udemo")):
        return None
    if reading.has("urel") and reading.direction("urel") is None:
        found_days = edtf.days(reading.previous) if reading.previous else None
        month = found_days[0] if found_days else None
    elif not reading.anchor:
        month = None
    else:
        month = shift(reading.anchor.replace(day=1), "month", reading.direction("urel") or 0)
    return month_day(month.year, Month(month.month, "gregorian"), day) if month else UNKNOWN


def _month(reading: Reading) -> str | None:
    month = _month_of(reading, "m")
    assert month
    second = _month_of(reading, "m2") or _month_of(reading, "m3")
    told = any(reading.has(group) for group in ("named", "mrel", "y", "yrel", "ydemo")) or second
    sure = "month" in reading.lexemes[reading.match.start("m")].senses and month.calendar == "gregorian"
    if not told and not sure and not reading.before() & {"since", "in", "until", "early"}:
        return None
    value = _in_year(reading, month, None)
    if second and second.number != month.number:
        end = _in_year(reading, second, None)
        return UNKNOWN if UNKNOWN in (value, end) else f"{value}/{end}"
    return value


def _year_value(reading: Reading) -> str | None:
    year = reading.value("y", "number")
    if reading.value("era", "era") == "hijri" or (1300 <= year <= 1500 and reading.before() & {"hijri"}):
        return _hijri_year(year)
    return f"{year:04d}" if 100 <= year <= 2200 else None


def _hijri_year(year: int) -> str:
    first, last = months.hijri_days(year, 1), months.hijri_days(year, 12)
    return f"{first[0]}/{last[1]}" if first and last else UNKNOWN


def _bare_year(reading: Reading) -> str | None:
    year, before, after = reading.value("y", "year"), reading.before(), reading.after()
    if reading.value("era", "era") == "hijri" and 1300 <= year <= 1500:
        return _hijri_year(year)
    if (
        not 1900 <= year <= 2060
        or "label" in before
        or ("definite" in before and "label" in reading.before(2))
    ):
        return None
    if after & {"slash", "colon", "counted"} or ("thing" in after and "definite" not in after):
        return None
    if before & {"since", "in", "until", "between", "early", "after", "ago", "of"}:
        return f"{year}"
    if "and" in before:
        return f"{year}" if "year" in reading.before(2) else None
    return (
        f"{year}" if before & {"word", "definite"} and not after & {"word"} - after & {"definite"} else None
    )


def _years(reading: Reading) -> str | None:
    first, last = reading.value("y", "year"), reading.value("y2", "number")
    if last < 100:
        last += first // 100 * 100
    return f"{first}/{last}" if 1900 <= first < last <= 2100 and last - first < 100 else None


def _unit(reading: Reading) -> str | None:
    unit = reading.value("u", "unit")
    if "general" in reading.before():
        return None
    direction = reading.direction("rel")
    if reading.has("again") or (reading.has("rel") and direction is None):
        return _again(reading.previous, unit)
    if unit == "day":
        return None
    if not reading.anchor:
        return UNKNOWN
    if reading.has("rel") and "recent" in reading.lexemes[reading.match.start("rel")].senses:
        return stretch(reading.anchor, unit, -1)
    if reading.has("q"):
        return quarter(f"{reading.anchor.year}", reading.value("q", "quarter")) if unit == "year" else None
    return unit_at(reading.anchor, unit, direction or 0)


def _again(previous: str | None, unit: str) -> str:
    """The day, month or year of the date named before: «the same year»."""
    length = {"day": 10, "month": 7, "year": 4}.get(unit)
    found = edtf.days(previous) if previous else None
    if not length or not previous or not found or previous[:length] != found[1].isoformat()[:length]:
        return UNKNOWN
    return previous[:length]


def _stretch(reading: Reading) -> str | None:
    count = 2 if reading.has("both") else reading.value("n", "number")
    unit = reading.value("both", "both") or reading.value("u", "several") or reading.value("u", "counted")
    if not reading.anchor:
        return UNKNOWN
    return stretch(reading.anchor, unit, count * (reading.direction("rel") or -1))


def _measured(reading: Reading) -> str | None:
    """So many units back from the article's day."""
    unit = reading.value("u", "counted") or reading.value("two", "two") or reading.value("one", "one")
    count = reading.value("n", "number") or (2 if reading.has("two") else 1)
    if unit == "hour" or reading.value("n1", "number") not in (None, 1):
        return None
    return point_at(reading.anchor, unit, -count) if reading.anchor else UNKNOWN


def _since_measured(reading: Reading) -> str | None:
    value = _measured(reading)
    return value if value in (None, UNKNOWN) else f"{value}/.."


def _season(reading: Reading) -> str | None:
    season = reading.value("s", "season")
    year = _year(reading)
    if year is None and reading.has("mrel") and reading.anchor:
        year = reading.anchor.year
        direction = reading.direction("mrel") or 0
        found = edtf.days(f"{year}-{season}")
        assert found
        if (direction < 0 and found[1] >= reading.anchor) or (direction > 0 and found[0] <= reading.anchor):
            year += direction
    return UNKNOWN if year is None else f"{year:04d}-{season}"


def _decade(reading: Reading) -> str | None:
    ten, century = reading.value("ten", "decade"), reading.value("rel", "ordinal")
    if reading.has("u") and reading.value("u", "unit") != "century":
        return None
    if century is None and reading.has("rel"):
        if not reading.anchor:
            return UNKNOWN
        century = reading.anchor.year // 100 + 1 + (reading.direction("rel") or 0)
    if century is None:
        century = 20 if ten >= 40 and not reading.has("u") else None
    return f"{(century - 1) * 10 + ten // 10:03d}X" if century else None


def _century(reading: Reading) -> str | None:
    number = reading.value("c", "ordinal")
    return f"{number - 1:02d}XX" if reading.value("u", "unit") == "century" and 2 <= number <= 22 else None


READERS: dict[str, Callable[[Reading], str | None]] = {
    "day": _day,
    "night": _night,
    "tonight": _tonight,
    "day_of_month": _day_of_month,
    "month": _month,
    "year": _year_value,
    "bare_year": _bare_year,
    "years": _years,
    "unit": _unit,
    "stretch": _stretch,
    "ago": _measured,
    "since": _since_measured,
    "season": _season,
    "decade": _decade,
    "century": _century,
}
