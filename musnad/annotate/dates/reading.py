"""An expression of a date in its place: its parts and its neighbours; what it can mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from musnad.annotate.dates.lexemes import Lexeme
from musnad.annotate.dates.lexicon import Senses

Rule = Literal[
    "absolute", "hijri", "nearest", "weekday", "today", "relative", "repeated", "season", "feast", "interval"
]

_DIRECTIONS = {"last": -1, "next": 1, "this": 0, "recent": -1, "last_but_one": -2, "next_but_one": 2}
CLAUSE = 25  # lexemes before an expression that tell which way its sentence looks


class Point(NamedTuple):
    """A point or stretch of time.

    `value` is EDTF, or None where it cannot be told; `anchor` the EDTF date it was resolved against, None for
    what stands for itself; `rule` the kind of expression it is.
    """

    value: str | None
    anchor: str | None = None
    rule: Rule = "absolute"


class Name(NamedTuple):
    """What reads like a date but is part of a name."""


class Year(NamedTuple):
    """A year that an expression tells, and the EDTF date it was resolved against."""

    number: int
    anchor: str | None = None


class Reading(NamedTuple):
    """An expression in its place.

    The lexemes, the match, when the text was written (EDTF), the day of it that relative expressions are
    counted from, and the date read before this one.
    """

    lexemes: Sequence[Lexeme]
    match: re.Match[str]
    written: str | None
    today: datetime.date | None
    previous: str | None

    def relative(self, value: str | None, rule: Rule = "relative") -> Point:
        """A point resolved against the day of writing."""
        return Point(value, self.written if value else None, rule)

    def repeated(self, value: str | None) -> Point:
        """A point resolved against the date read before it."""
        return Point(value, self.previous if value else None, "repeated")

    def value(self, group: str, sense: str) -> Any:
        """The value of the first lexeme in a group that has a sense; None where the group is absent."""
        if not self.has(group):
            return None
        return next((lexeme.senses[sense] for lexeme in self.part(group) if sense in lexeme.senses), None)

    def number(self, group: str) -> int | None:
        """The number or ordinal in a group."""
        found: int | None = self.value(group, "number") or self.value(group, "ordinal")
        return found

    def part(self, group: str) -> Sequence[Lexeme]:
        """The lexemes of a group that is there."""
        return self.lexemes[self.match.start(group) : self.match.end(group)]

    def holds(self, group: str, sense: str) -> bool:
        """Whether a lexeme in a group has a sense."""
        return any(sense in lexeme.senses for lexeme in self.part(group))

    def has(self, group: str) -> bool:
        """Whether a group of the pattern is there."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def direction(self, group: str) -> int | None:
        """-2 to 2 for «last», «this», «next» in a group; None where it is absent, or «the same»."""
        if not self.has(group):
            return None
        senses = self.lexemes[self.match.start(group)].senses
        return next((_DIRECTIONS[sense] for sense in _DIRECTIONS if sense in senses), None)

    def flags(self) -> Senses:
        """What a join has to know of the point that is read: a guessed year, a lone «حتى اليوم»."""
        lone = self.value("o", "offset") == 0 and self.match.end() - self.match.start() == 1
        flags = {"guessed": self.guesses_year(), "lone": lone and "until" in self.before()}
        return {flag: None for flag, holds in flags.items() if holds}

    def guesses_year(self) -> bool:
        """Whether the expression names a month and leaves its year to be guessed."""
        told = ("mrel", "y", "yrel", "ydemo", "ahead", "every")
        return self.has("m") and not any(self.has(group) for group in told)

    def before(self, back: int = 1) -> frozenset[str]:
        """The senses of the lexeme so many places before the expression."""
        at = self.match.start() - back
        return frozenset(self.lexemes[at].senses) if at >= 0 else frozenset()

    def after(self, on: int = 1) -> frozenset[str]:
        """The senses of the lexeme so many places after the expression."""
        at = self.match.end() + on - 1
        return frozenset(self.lexemes[at].senses) if at < len(self.lexemes) else frozenset()

    def in_name(self) -> bool:
        """Whether a word stands before that makes a day and month a name, also over «8 و14 آذار»."""
        back = 1
        while back < CLAUSE and self.before(back) & {
            "and",
            "slash",
            "number",
            "ordinal",
            "month",
            "maybe_month",
            "of",
        }:
            back += 1
        return "named" in self.before(back)

    def clause(self) -> Iterator[int]:
        """The places of the lexemes from the expression back to its sentence's start, the nearest first."""
        start = self.match.start()
        for at in range(start - 1, max(-1, start - 1 - CLAUSE), -1):
            if "stop" in self.lexemes[at].senses:
                return
            yield at


def told_year(reading: Reading) -> Year | None:
    """The year an expression tells: a figure, «last year», «this year», «the same year»."""
    for group in ("y", "ahead"):
        if number := reading.value(group, "year") or reading.value(group, "number"):
            return Year(number)
    if reading.has("yrel") and reading.direction("yrel") is None:
        year = reading.previous[:4] if reading.previous else ""
        return Year(int(year), reading.previous) if year.isdigit() else None
    if reading.today and (reading.has("ydemo") or reading.has("yrel")):
        return Year(reading.today.year + (reading.direction("yrel") or 0), reading.written)
    return None
