"""Rules for who is held responsible: the same side by both, or one that denies it."""

from __future__ import annotations

from musnad.crossref.links.compare import EVENT, Pair
from musnad.crossref.links.lexicon import lexicon
from musnad.crossref.links.side import Side
from musnad.crossref.links.terms import NAME
from musnad.crossref.links.verdicts import CLOSE, NO_FACT, Verdict, words
from musnad.model import Reason

_ONE_SIDE = ("same", "body", "state")
_BARE = 2  # terms of a denial that names nothing but the charges: «هذه الاتهامات»
_SHOWN = 8  # words that a reason names at most
_ONE = 7  # terms that articles share, where the act is not named either


def denial(pair: Pair) -> Verdict | None:
    """One denies what the other asserts."""
    a, b = pair.a.slots, pair.b.slots
    if (a.modality == "deny") == (b.modality == "deny") or pair.voices in _ONE_SIDE:
        return None
    if {a.modality, b.modality} & {"ask", "call", "doubt", "expect"}:
        return None
    if pair.event < EVENT or pair.days is None or abs(pair.days) > 3:
        return None
    denied, said = (pair.a, pair.b) if a.modality == "deny" else (pair.b, pair.a)
    if said.blamed and not said.blamed & (denied.countries | denied.blamed):
        return None
    if said.slots.hearsay or said.slots.rejects or said.blamed & said.countries:
        return None
    if said.slots.denied and said.slots.denied[0] in said.slots.terms.split()[:4]:
        return None
    names_act = not denied.slots.blames
    deny, say = pair.covers if denied is pair.a else pair.covers[::-1]
    if names_act and deny >= 0.6 and say >= 0.4 and pair.weight >= 5 and len(pair.shared) > 1:
        return Verdict("contradicts", Reason("denied", (words(pair),)))
    of_one = said.act & denied.acts or any(said.terms[term] >= 1.5 for term in pair.shared)
    near = said.states_blamed and not said.act and pair.event >= _ONE
    if said.blamed & (denied.countries | denied.blamed) and denied.acts and (of_one or near):
        return Verdict("contradicts", Reason("denied-blame", (said.slots.blame,)))
    return None


def rejection(pair: Pair) -> Verdict | None:
    """One blames somebody, who calls what is said of him baseless, or denies the charges as such."""
    if pair.event < CLOSE or pair.days is None or abs(pair.days) > 3 or pair.voices in ("same", "body"):
        return None
    for said, other in ((pair.a, pair.b), (pair.b, pair.a)):
        held = said.slots.modality in ("assert", "accuse") and not (said.slots.hearsay or said.slots.rejects)
        accused = said.blamed & other.countries and not said.countries & other.countries
        if held and accused and other.slots.rejects:
            return Verdict("contradicts", Reason("denied-blame", (said.slots.blame,)))
    return None


def charges(pair: Pair) -> Verdict | None:
    """One accuses, and another whom both articles are about denies the charges."""
    if pair.event < _ONE or pair.days is None or abs(pair.days) > 3 or pair.voices in _ONE_SIDE:
        return None
    for said, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if said.slots.modality != "accuse" or other.slots.modality != "deny" or not other.slots.rejects:
            continue
        who = {other.slots.speaker} | {NAME + country for country in other.countries}
        named = [term for term in pair.shared if term not in lexicon()["open"]["charges"]]
        if who & said.about & other.about and (named or len(other.terms) <= _BARE):
            return Verdict("contradicts", Reason("denied-charge", (_shown(said),)))
    return None


def _shown(side: Side) -> str:
    return " … ".join([*side.words.values()][:_SHOWN])


def blame(pair: Pair) -> Verdict | None:
    """Both hold the same side responsible for an act."""
    if pair.event < EVENT or pair.days is None or abs(pair.days) > 3:
        return None
    if {pair.a.slots.modality, pair.b.slots.modality} & NO_FACT:
        return None
    a, b = pair.a, pair.b
    if a.blamed & a.countries or b.blamed & b.countries:
        return None
    if a.blamed & b.blamed and (not a.act or not b.act or a.act & b.act):
        return Verdict("corroborates", Reason("same-blame", (a.slots.blame, b.slots.blame)))
    return None
