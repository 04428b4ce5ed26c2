"""An expression of a date in its place: its parts, its neighbours, which way its sentence looks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from musnad.annotate.dates.calendar import Lean
from musnad.annotate.dates.lexicon import Lexeme

_DIRECTIONS = {"last": -1, "next": 1, "this": 0, "recent": -1, "last_but_one": -2, "next_but_one": 2}
_CLAUSE = 25  # lexemes before an expression that tell which way its sentence looks
_BEFORE: dict[str, Lean] = {"since": -1, "until": 1}
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
        return next((lexeme.senses[sense] for lexeme in self.part(group) if sense in lexeme.senses), None)

    def part(self, group: str) -> Sequence[Lexeme]:
        """The lexemes of a group that is there."""
        return self.lexemes[self.match.start(group) : self.match.end(group)]

    def starts_with(self, sense: str) -> bool:
        """Whether the expression's first lexeme has a sense."""
        return sense in self.lexemes[self.match.start()].senses

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

    def guesses_year(self) -> bool:
        """Whether the expression names a month and leaves its year to be guessed."""
        return self.has("m") and not any(self.has(group) for group in ("mrel", "y", "yrel", "ydemo"))

    def before(self, back: int = 1) -> frozenset[str]:
        """The senses of the lexeme so many places before the expression."""
        at = self.match.start() - back
        return frozenset(self.lexemes[at].senses) if at >= 0 else frozenset()

    def after(self) -> frozenset[str]:
        """The senses of the lexeme after the expression."""
        at = self.match.end()
        return frozenset(self.lexemes[at].senses) if at < len(self.lexemes) else frozenset()

    def lean(self) -> Lean:
        """Which way the sentence looks at this expression: by the nearest telling word before it."""
        for sense, lean in _BEFORE.items():
            if sense in self.before():
                return lean
        for lexeme in reversed(self.lexemes[max(0, self.match.start() - _CLAUSE) : self.match.start()]):
            if "stop" in lexeme.senses:
                break
            for sense, lean in _LEANS.items():
                if sense in lexeme.senses:
                    return lean
        return 0


def told_year(reading: Reading) -> int | None:
    """The year an expression tells: a figure, «last year», «this year», «the same year»."""
    if reading.has("y"):
        year: int | None = reading.value("y", "year") or reading.value("y", "number")
        return year
    if reading.has("yrel") and reading.direction("yrel") is None:
        return int(reading.previous[:4]) if reading.previous and reading.previous[:4].isdigit() else None
    if reading.anchor and (reading.has("ydemo") or reading.has("yrel")):
        return reading.anchor.year + (reading.direction("yrel") or 0)
    return None
