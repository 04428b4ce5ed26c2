"""How a content stands to what it speaks of: for or against it, as hearsay, as baseless; what is aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import tokenize
from musnad.crossref.links.lexicon import lexicon
from musnad.crossref.links.terms import Term

_ASIDE = 8  # words that an occasion is named in, at most
_STOPS = ("،", ",", "؛", ".", ":")


def asides(found: Sequence[Term], text: str) -> tuple[str, ...]:
    """The terms that stand only where an occasion is named: «الذي …», «خلال …», to the next comma.

    `text` is what the terms' places count in.
    """
    words, main, aside = lexicon()["open"]["occasion"], set[str](), set[str]()
    left = 0
    for place, term in enumerate(found):
        if left and place and any(sign in text[found[place - 1].end : term.start] for sign in _STOPS):
            left = 0
        if place > 1 and term.lemma in words:
            left = _ASIDE
        (aside if left else main).add(term.term)
        left = max(0, left - 1)
    return tuple(sorted(aside - main))


def stance(cue: str, opening: Sequence[Term]) -> str:
    """Whether a saying is for or against what it is about, by its cue and first words; empty if neither."""
    said = [lemma(token.text) for token in tokenize(cue)] + [term.lemma for term in opening]
    for word in said:
        for name, lemmas in lexicon()["stance"].items():
            if word in lemmas:
                return name
    return ""


def rejects(modality: str, opening: Sequence[Term]) -> bool:
    """Whether a saying denies what others say, or calls it baseless: «الاتهامات لا أساس لها»."""
    words = lexicon()["open"]
    said = {term.lemma for term in opening}
    if modality == "deny":
        return not said.isdisjoint(words["charges"])
    return (
        modality == "assert"
        and not said.isdisjoint(words["charges"])
        and not said.isdisjoint(words["baseless"])
    )


def is_official(words: Iterable[str]) -> bool:
    """Whether an office is among some words: «رئيس», «وزير خارجية»."""
    return any(lemma(word) in lexicon()["open"]["offices"] for word in words)


def blames(opening: Sequence[Term]) -> bool:
    """Whether a content begins with a word for being behind an act: «ضلوعها في الهجوم», «أي علاقة لها»."""
    words = lexicon()["blame"]
    return any(t.lemma in words["after"] | words["before"] | words["ties"] for t in opening)


def hearsay(found: Sequence[Term]) -> bool:
    """Whether words tell of what others say: «المزاعم بتورط روسيا»."""
    return any(t.lemma in lexicon()["open"]["hearsay"] for t in found)
