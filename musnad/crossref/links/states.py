"""How far a situation has come, as a claim puts it; and what a claim says is not so.

The words are `data/states.toml`. A negation turns «over» into «going»: «المعارك لم تنته بعد».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from musnad.arabic.fold import fold
from musnad.crossref.links.attitudes import hearsay
from musnad.crossref.links.lexicon import lexicon
from musnad.crossref.links.terms import NAME, Term
from musnad.model import Value

Phase = Literal["going", "over", "near"]
_NEGATIONS = frozenset(("لم", "لن", "لا", "ليس", "غير", "عدم", "نفي", "دون"))
_FUTURE = ("سي", "ست", "سن", "وسي", "وست", "وسن")
_REACH = 2  # words after a negation that it may deny
_NEAR = 4  # words between a situation and its phase
_BLAMED = 3  # words between somebody and what lays an act at his door
_ACT = 6  # words from there on in which the act is named
_OPENING = 12  # words at a content's beginning
_OPEN = 6  # words before blame in which a condition of it stands
_SHORT = 8  # words of a content that need not name the act


class State(Value, frozen=True):
    """A kind of situation («fighting»), its phase, and the text's words for it."""

    kind: str
    phase: Phase
    words: str


class _Told(NamedTuple):
    """A state, the place of the word that tells it, and the first and last of the terms that do."""

    place: int
    kind: str
    phase: Phase
    first: int
    last: int


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in lexicon()["situations"].items() for word in words}


def negated(found: Sequence[Term]) -> tuple[str, ...]:
    """The terms that a negation stands right before."""
    denied: list[str] = []
    for place, term in enumerate(found):
        if term.lemma in _NEGATIONS:
            after = found[place + 1 : place + 1 + _REACH]
            denied += [t.term for t in after if t.lemma not in _NEGATIONS | lexicon()["phases"]["going"]]
    return tuple(dict.fromkeys(denied))


def states(found: Sequence[Term], text: str) -> tuple[State, ...]:
    """The states a content tells of, in the order of its words, each kind and phase once.

    `text` is what the terms' places count in.
    """
    seen: dict[tuple[str, str], State] = {}
    past = lexicon()["open"]["past"]
    for state in sorted(_states(found)):
        before = found[max(0, state.place - _REACH) : state.place]
        if state.phase == "going" and any(term.lemma in past for term in before):
            continue
        words = text[found[state.first].start : found[state.last].end]
        seen.setdefault((state.kind, state.phase), State(state.kind, state.phase, words))
    return tuple(seen.values())


def blamed(found: Sequence[Term]) -> tuple[Term, ...]:
    """Those a content holds responsible for an act, and that act: «سوريا مسؤولة عن الهجوم».

    Only in its first words, and where no negation stands before the word that blames.
    """
    words = lexicon()["blame"]
    for place, term in enumerate(found[:_OPENING]):
        if _is_negated(found, place) or hearsay(found[:place]):
            continue
        who: list[Term] = []
        if term.lemma in words["before"]:
            who = _named(found, max(0, place - _BLAMED), place)[-2:]
        if not who and term.lemma in words["after"]:
            who = _named(found, place + 1, place + 1 + _BLAMED)[:2]
        act = [t for t in found[place : place + _ACT] if t.lemma in words["acts"]][:1]
        if who and (act or len(found) <= _SHORT) and not _is_supposed(found, place):
            return (*who, *act)
    return ()


def _named(found: Sequence[Term], start: int, end: int) -> list[Term]:
    """The names among some words, but for those of where something was: «في دوما قرب دمشق»."""
    beside = lexicon()["blame"]["beside"]
    return [
        term
        for place, term in enumerate(found[start:end], start)
        if term.term.startswith(NAME) and not any(t.lemma in beside for t in found[max(0, place - 2) : place])
    ]


def acts(found: Sequence[Term]) -> tuple[str, ...]:
    """The acts a content names."""
    return tuple(dict.fromkeys(t.term for t in found if t.lemma in lexicon()["blame"]["acts"]))


def _states(found: Sequence[Term]) -> Iterator[_Told]:
    yield from _phases(found)
    yield from _outcomes(found)
    yield from _resisting(found)


def _is_negated(found: Sequence[Term], place: int) -> bool:
    return any(term.lemma in _NEGATIONS for term in found[max(0, place - _REACH) : place])


def _is_open(found: Sequence[Term], place: int) -> bool:
    """Whether a word stands under a condition: «إذا انتهت المعركة»."""
    return any(t.lemma in lexicon()["open"]["conditions"] for t in found[max(0, place - 4) : place])


def _is_supposed(found: Sequence[Term], place: int) -> bool:
    """Whether somebody is blamed under a condition only: «في حال ثبوت تورط السعودية»."""
    return any(t.lemma in lexicon()["open"]["supposed"] for t in found[max(0, place - _OPEN) : place])


def _phases(found: Sequence[Term]) -> Iterator[_Told]:
    """A situation with a word for its phase near it."""
    words, kinds = lexicon()["phases"], _kinds()
    for place, term in enumerate(found):
        kind = kinds.get(term.lemma)
        if kind is None:
            continue
        if place >= _OPENING and not any(t.lemma in words["going"] for t in found[place + 1 : place + _NEAR]):
            continue
        around = range(max(0, place - _NEAR), min(len(found), place + _NEAR + 1))
        phases = {
            name: next((i for i in around if found[i].lemma in lemmas), None)
            for name, lemmas in words.items()
        }
        told = [place, *(i for i in phases.values() if i is not None)]
        over, near = phases["over"], phases["near"]
        going = phases["going"] if phases["going"] is not None else phases["resumed"]
        if over is not None and not _is_open(found, over):
            ahead = near is not None or fold(found[over].words).startswith(_FUTURE)
            phase: Phase = "near" if ahead else "going" if _is_negated(found, over) else "over"
            yield _Told(place, kind, phase, min(told), max(told))
        elif going is not None:
            yield _Told(place, kind, "going", min(told), max(told))


def _outcomes(found: Sequence[Term]) -> Iterator[_Told]:
    """A fight won or lost for good: told as final, or something taken wholly or to the last."""
    words, phases = lexicon()["outcomes"], lexicon()["phases"]
    for place, term in enumerate(found[:_OPENING]):
        told = fold(term.words) if len(term.lemma) < 3 else term.lemma
        if told not in words["won"] | words["taken"] | words["freed"]:
            continue
        around = {t.lemma for t in found[max(0, place - _NEAR) : place + _NEAR + 1]}
        near, going = (not around.isdisjoint(phases[name]) for name in ("near", "going"))
        won = told in words["won"] and not around.isdisjoint(words["final"])
        taken = told in words["taken"] and (near or not around.isdisjoint(words["whole"] | words["last"]))
        freed = told in words["freed"] and "ال" not in term.words[:3]
        part = any(t.lemma in words["but"] for t in found[place : place + _OPENING])
        if (won or taken or freed or part) and not _is_open(found, place):
            open_ = going or part or _is_negated(found, place)
            phase: Phase = "near" if near else "going" if open_ else "over"
            yield _Told(place, "fighting", phase, place, min(place + _NEAR - 1, len(found) - 1))


def _resisting(found: Sequence[Term]) -> Iterator[_Told]:
    """Those who fight on: who still fights, who refuses to surrender or has not yet."""
    words, phases = lexicon()["resisting"], lexicon()["phases"]
    telling = words["alone"] | words["remaining"] | words["surrender"]
    for place, term in enumerate(found[:_OPENING]):
        if term.lemma not in telling:
            continue
        around = found[max(0, place - 3) : place + 4]
        still = any(t.lemma in phases["going"] for t in around)
        before = {t.lemma for t in found[max(0, place - _REACH) : place]}
        refused = not before.isdisjoint(words["refusing"]) or "لم" in before
        if (term.lemma in words["alone"] | words["remaining"] and still) or (
            term.lemma in words["surrender"] and refused
        ):
            last = min(place + 3, len(found) - 1)
            yield _Told(place, "fighting", "going", max(0, place - 3), last)
