"""Which way the sentence of an expression looks, to what was or to what is to come."""

from __future__ import annotations

from collections.abc import Container

from musnad.annotate.dates.calendar import Lean
from musnad.annotate.dates.reading import CLAUSE, Reading

_BEFORE: dict[str, Lean] = {"since": -1, "until": 1}
_LEANS: dict[str, Lean] = {"future": 2, "past": -1, "present": 1}


def lean(reading: Reading, past_within: int = CLAUSE) -> Lean:
    """Which way the sentence looks: by the nearest telling word before the expression, or next to it.

    A word of the past tells nothing where it is further away than so many lexemes, unless it is «was».
    """
    before = reading.before(2 if "early" in reading.before() else 1)
    for sense, direction in _BEFORE.items():
        if sense in before:
            return direction
    for at in reading.clause():
        if direction := _lean_at(reading, at):
            near = reading.match.start() - at <= past_within
            return direction if direction > 0 or near or "was" in reading.lexemes[at].senses else 0
    return _lean(reading.after(2 if "comma" in reading.after() else 1))


def _lean_at(reading: Reading, at: int) -> Lean:
    """Which way a word looks, given the two before it."""
    direction = _lean(reading.lexemes[at].senses)
    before = [lexeme.senses for lexeme in reading.lexemes[max(0, at - 2) : at]]
    if direction <= 0 or not before:
        return direction
    if direction == 2 and any("was" in senses for senses in before):  # «كان من المقرر»
        return 1
    if direction == 2 and "past" in before[-1]:  # «قال ستيفن», no verb
        return 0
    if "did_not" in before[-1]:
        return -1
    return 2 if "future" in before[-1] else direction  # «سوف يصوت»


def _lean(senses: Container[str]) -> Lean:
    return next((direction for sense, direction in _LEANS.items() if sense in senses), 0)
