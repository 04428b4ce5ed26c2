"""Rules for how far a situation has come: over, going on, near its end."""

from __future__ import annotations

from musnad.crossref.links.compare import EVENT, Pair
from musnad.crossref.links.side import Side
from musnad.crossref.links.states import State
from musnad.crossref.links.verdicts import CLOSE, NO_FACT, Verdict
from musnad.model import Reason

_SHORT, _LONG = 5, 14  # days in which a situation ends; more where the articles are close


def phases(pair: Pair) -> Verdict | None:
    """A situation over for one and going on for the other: contradiction, or the later account."""
    if pair.days is None or abs(pair.days) > (_LONG if pair.event >= CLOSE else _SHORT):
        return None
    if {pair.a.slots.modality, pair.b.slots.modality} & {"ask", "call", "doubt"}:
        return None
    one, other = _state(pair.a.slots.states), _state(pair.b.slots.states)
    if one is None or other is None or one.kind != other.kind:
        return None
    first, second = _phase(one, pair.a.slots.modality), _phase(other, pair.b.slots.modality)
    if first == second or "over" not in (first, second):
        return None
    over, other_side = (pair.a, pair.b) if first == "over" else (pair.b, pair.a)
    if not _one_situation(other_side, over):
        return None
    if second == "over" and pair.days >= 1:
        return Verdict("updates", Reason("over-now", (other.words, one.words)), turned=True)
    if first == "over" and pair.days <= -1:
        return Verdict("updates", Reason("over-now", (one.words, other.words)))
    if "near" in (first, second) or pair.voices in ("same", "body"):
        return None
    if pair.days == 0:
        going, gone = (other, one) if first == "over" else (one, other)
        return Verdict("contradicts", Reason("still-going", (going.words, gone.words)))
    return None


def same_phase(pair: Pair) -> Verdict | None:
    """A situation that both call over, or both going on, at the same time."""
    if pair.days is None or abs(pair.days) > 1:
        return None
    if not _one_situation(pair.a, pair.b) and not _one_situation(pair.b, pair.a):
        return None
    if {pair.a.slots.modality, pair.b.slots.modality} & NO_FACT or pair.voices == "same":
        return None
    first, second = _state(pair.a.slots.states), _state(pair.b.slots.states)
    for one in pair.a.slots.states:
        for other in pair.b.slots.states:
            if first and second and one.phase == "going" and "over" in (first.phase, second.phase):
                continue
            if (one.kind, one.phase) == (other.kind, other.phase):
                return Verdict("corroborates", Reason(f"both-{one.phase}", (one.words, other.words)))
    return None


def _state(states: tuple[State, ...]) -> State | None:
    """What a claim says first of how far things have come."""
    return states[0] if states else None


def _phase(state: State, modality: str) -> str:
    return "near" if modality == "expect" and state.phase == "over" else state.phase


def _one_situation(part: Side, whole: Side) -> bool:
    """Whether what is said of one claim's place or side holds of another's: it is the same, or part of it.

    Where only a country is named, or nothing, their articles need to be close.
    """
    event = len(part.about & whole.about)
    if part.local & whole.local:
        return event >= EVENT
    if part.names and whole.names and not part.around & whole.names:
        return False
    return event >= CLOSE
