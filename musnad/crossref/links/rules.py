"""The rules, in order: the first that fires on a pair of claims says how they are related, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from musnad.arabic.fold import fold
from musnad.crossref.counts import TOLLS, disagree, rises, same_thing
from musnad.crossref.links.compare import EVENT, Pair
from musnad.crossref.links.side import Side
from musnad.crossref.links.states import State
from musnad.model import Reason, Relation


class Verdict(NamedTuple):
    """What a rule found; `turned` where the pair's `b` is the later account, to be the link's `a`."""

    relation: Relation
    reason: Reason
    turned: bool = False


Rule = Callable[[Pair], Verdict | None]

_SAME = 0.48  # of the lighter content that stands in the other too, for words of one speaker
_SAME_OVERLAP = 0.15
_SPOKEN_FOR = 0.28  # overlap, where one speaks for the other
_COPIED = 0.36  # overlap, whoever the words are given to
_COPIED_BY_OTHERS = 0.6  # overlap, where the speakers are of different countries
_COPIED_WEIGHT = 10.0
_AGREE = 0.25  # overlap of contents that say the same
_AGREE_WEIGHT = 7.0
_WITHIN = 0.45  # of a content that stands within a longer one
_WITHIN_WEIGHT = 12.0

_CLOSE = 5  # terms that articles of one situation share, where their claims do not name it
_SHOWN = 8  # words that a reason names at most
_OTHERS = "اخر"  # «ستة آخرين» are a part of a number that is not told
_NO_FACT = frozenset(("ask", "call", "doubt", "deny", "expect"))


def figures(pair: Pair) -> Verdict | None:
    """Two numbers of one thing that disagree: a later toll, or a contradiction."""
    if pair.event < EVENT:
        return None
    for one in pair.a.slots.figures:
        for other in pair.b.slots.figures:
            if _OTHERS in fold(one.words) or _OTHERS in fold(other.words):
                continue
            if same_thing(one.counted, other.counted) and disagree(one.counted, other.counted):
                if rises(one.counted, other.counted):
                    return Verdict("updates", Reason("later-figure", (one.words, other.words)), turned=True)
                if rises(other.counted, one.counted):
                    return Verdict("updates", Reason("later-figure", (other.words, one.words)))
                if one.counted.kind in TOLLS and not pair.a.numbers & pair.b.numbers:
                    return Verdict("contradicts", Reason("other-figure", (one.words, other.words)))
    return None


def denial(pair: Pair) -> Verdict | None:
    """One denies what the other asserts."""
    a, b = pair.a.slots, pair.b.slots
    if (a.modality == "deny") == (b.modality == "deny") or pair.voices == "same":
        return None
    if {a.modality, b.modality} & {"ask", "call", "doubt", "expect"}:
        return None
    if pair.event < EVENT or pair.days is None or abs(pair.days) > 3:
        return None
    denied, said = (pair.a, pair.b) if a.modality == "deny" else (pair.b, pair.a)
    if said.blamed and not said.blamed & (denied.countries | denied.blamed):
        return None
    if said.slots.hearsay:
        return None
    if said.slots.denied and said.slots.denied[0] in said.slots.terms.split()[:4]:
        return None
    deny, say = pair.covers if denied is pair.a else pair.covers[::-1]
    if deny >= 0.6 and say >= 0.4 and pair.weight >= 5 and len(pair.shared) > 1:
        return Verdict("contradicts", Reason("denied", (words(pair),)))
    of_one = said.act & denied.acts or any(said.terms[term] >= 1.5 for term in pair.shared)
    if said.blamed & denied.countries and denied.acts and of_one:
        return Verdict("contradicts", Reason("denied-blame", (said.slots.blame,)))
    return None


def blame(pair: Pair) -> Verdict | None:
    """Both hold the same side responsible for an act."""
    if pair.event < EVENT or pair.days is None or abs(pair.days) > 3:
        return None
    if {pair.a.slots.modality, pair.b.slots.modality} & _NO_FACT:
        return None
    a, b = pair.a, pair.b
    if a.blamed & b.blamed and (not a.act or not b.act or a.act & b.act):
        return Verdict("corroborates", Reason("same-blame", (a.slots.blame, b.slots.blame)))
    return None


def phases(pair: Pair) -> Verdict | None:
    """A situation over for one and going on for the other: contradiction, or the later account."""
    if pair.days is None or abs(pair.days) > 5:
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
        return Verdict("contradicts", Reason("still-going", (one.words, other.words)))
    return None


def same_words(pair: Pair) -> Verdict | None:
    """The same speaker with the same words."""
    a, b = pair.a.slots, pair.b.slots
    for modality in ("ask", "deny", "answer"):
        if (a.modality == modality) != (b.modality == modality):
            return None
    if pair.a.numbers and pair.b.numbers and not pair.a.numbers & pair.b.numbers and pair.overlap < 0.5:
        return None
    if pair.days is not None and abs(pair.days) > 4:
        return None
    spoken_for = pair.voices in ("body", "state") and pair.a.is_named and pair.b.is_named
    if pair.voices == "same":
        agrees = pair.overlap >= 0.3 or (pair.contained >= _SAME and pair.overlap >= _SAME_OVERLAP)
        agrees = agrees and pair.alike >= 0.2 and (abs(pair.days or 0) <= 1 or pair.overlap >= _SPOKEN_FOR)
    elif spoken_for:
        agrees = pair.overlap >= _SPOKEN_FOR and pair.weight >= 5
    elif pair.voices in ("body", "state"):
        agrees = pair.overlap >= 0.45 and pair.weight >= _COPIED_WEIGHT
    else:
        copied = _COPIED_BY_OTHERS if pair.voices == "other" and _strangers(pair) else _COPIED
        agrees = pair.overlap >= copied and pair.weight >= _COPIED_WEIGHT
    if agrees:
        return Verdict("same_statement", Reason("same-words", (words(pair),)))
    return None


def same_figure(pair: Pair) -> Verdict | None:
    """One number of one thing."""
    if pair.event < EVENT or {pair.a.slots.modality, pair.b.slots.modality} & _NO_FACT:
        return None
    for one in pair.a.slots.figures:
        for other in pair.b.slots.figures:
            a, b = one.counted, other.counted
            if a.low is not None and (a.low, a.high) == (b.low, b.high) and same_thing(a, b):
                return Verdict("corroborates", Reason("same-figure", (one.words, other.words)))
    return None


def same_phase(pair: Pair) -> Verdict | None:
    """A situation that both call over, or both going on, at the same time."""
    if pair.days is None or abs(pair.days) > 1:
        return None
    if not _one_situation(pair.a, pair.b) and not _one_situation(pair.b, pair.a):
        return None
    if {pair.a.slots.modality, pair.b.slots.modality} & _NO_FACT or pair.voices == "same":
        return None
    first, second = _state(pair.a.slots.states), _state(pair.b.slots.states)
    for one in pair.a.slots.states:
        for other in pair.b.slots.states:
            if first and second and one.phase == "going" and "over" in (first.phase, second.phase):
                continue
            if (one.kind, one.phase) == (other.kind, other.phase):
                return Verdict("corroborates", Reason("same-phase", (one.words, other.words)))
    return None


def agreement(pair: Pair) -> Verdict | None:
    """Different utterances of one content."""
    if {pair.a.slots.modality, pair.b.slots.modality} & _NO_FACT:
        return None
    if pair.a.numbers and pair.b.numbers and not pair.a.numbers & pair.b.numbers:
        return None
    if pair.event < EVENT or abs(pair.days or 0) > 2:
        return None
    side = pair.voices in ("body", "state", "country")
    if (
        (pair.overlap >= _AGREE and pair.weight >= _AGREE_WEIGHT)
        or (pair.contained >= _WITHIN and pair.weight >= _WITHIN_WEIGHT and pair.overlap >= 0.2)
        or (side and pair.overlap >= 0.19 and pair.weight >= 7)
    ):
        return Verdict("corroborates", Reason("agree", (words(pair),)))
    return None


def _strangers(pair: Pair) -> bool:
    """Whether both speakers are known to be of countries, and of different ones."""
    return bool(pair.a.countries and pair.b.countries)


def words(pair: Pair) -> str:
    """The words that agree, as the earlier claim has them; of many the most telling."""
    telling = sorted(pair.shared, key=lambda term: (-pair.a.terms[term], term))[:_SHOWN]
    return " … ".join(said for term, said in pair.a.words.items() if term in telling)


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
    return event >= _CLOSE


RULES: tuple[Rule, ...] = (figures, denial, phases, same_words, blame, same_figure, same_phase, agreement)
