"""Whose words claims are: how a speaker is known, whom he speaks for, what he is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import tokenize
from musnad.crossref.links.attitudes import is_official
from musnad.crossref.links.terms import NAME, terms, weight
from musnad.model import Article, Claim, Mention

_OFFICE = 24  # code points before a country in which an office is named
_LIGHT = 0.8  # what the words of a role weigh at least: not «في»
_BESIDE = ("في", "من", "الي", "لدي", "ب")  # before a place where somebody is, not whom he speaks for


def speaker(claim: Claim) -> str:
    voice = claim.speaker
    if voice.entity:
        return NAME + voice.entity
    words = (lemma(token.text) for token in tokenize(voice.name or "") if token.kind == "word")
    return " ".join(sorted(words))


def officials(article: Article, names: Sequence[Mention]) -> dict[str, str]:
    """The people named right after their office and country or people, each with the latter's id."""
    found: dict[str, str] = {}
    for before, name in pairwise(names):
        if name.type == "person" and before.type in ("group", "place") and before.end + 1 == name.start:
            ahead = article.text[max(0, before.start - _OFFICE) : before.start].rpartition("\n")[2]
            if is_official(token.text for token in tokenize(ahead)):
                found.setdefault(str(name.entity), str(before.entity))
    return found


def camps(article: Article, claims: Iterable[Claim], names: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """For each speaker, whom he speaks for: the bodies, peoples and countries named beside him."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        camp = found[speaker(claim)]
        if claim.speaker.entity:
            camp.add(claim.speaker.entity)
        if source := claim.source:
            inside = (m for m in names if source.start <= m.start < source.end)
            camp.update(str(m.entity) for m in inside if m.type != "person" and not _beside(article, m))
    return {speaker: tuple(sorted(camp)) for speaker, camp in found.items()}


def roles(claims: Iterable[Claim], names: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """For each speaker the words he is called by, names aside: «رئيس» of «الرئيس الشيشاني رمضان قديروف»."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        role = found[speaker(claim)]
        if source := claim.source:
            inside = [m for m in names if source.start <= m.start < source.end]
            words = (t for t in terms(source.text, source.start, inside) if not t.term.startswith(NAME))
            role.update(t.lemma for t in words if weight(t.lemma) > _LIGHT)
    return {speaker: tuple(sorted(role)) for speaker, role in found.items()}


def _beside(article: Article, mention: Mention) -> bool:
    """Whether a place is only where somebody is: «السفارة في واشنطن», «بواشنطن»."""
    if mention.type != "place":
        return False
    before = article.text[max(0, mention.start - 12) : mention.start].split(" ")
    return before[-1] in _BESIDE or (
        before[-1] == "" and before[-2:-1] != [] and lemma(before[-2]) in _BESIDE
    )
