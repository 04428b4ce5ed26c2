"""A sentence that holds figures, and what stands around each: what qualifies it, its place, day and words."""

from __future__ import annotations

from typing import NamedTuple

from musnad import edtf
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import Token
from musnad.crossref.counts.lexicon import form, row
from musnad.model import Claim, Mention

_NEAR = 12  # content words kept of those around a figure
_AFTER = 3  # words after a counted noun that may qualify it
_PEOPLE = ("person", "organization", "group")
_SHORT = 31  # days up to which a date near a figure is taken for its own
_WITHIN = 2  # words between a place and the one it lies in
_OPENING = 3  # words before a date that opens its sentence
_COMMAS = ("،", ",", "؛", ";")


class Sentence(NamedTuple):
    """A sentence: code points of the article's text, its tokens there, its names, days and figures."""

    start: int
    end: int
    tokens: list[Token]
    names: list[Mention]
    days: list[Mention]
    numbers: list[Mention]  # its days and figures
    figures: list[tuple[int, int]]  # indexes of the first and last mention of each


def qualifiers(here: Sentence, noun: str, kind: str | None, after: int) -> tuple[tuple[str, ...], int]:
    """What makes the counted another thing than its noun, which ends at `after`, and the token after it."""
    people = kind not in (None, "other")
    found = {row("people", noun) or noun} if noun and people else set()
    last = after
    for place, token in enumerate(here.tokens[after : after + _AFTER]):
        name = next((n for n in here.names if n.start <= token.start < n.end), None)
        member = place == 0 and row("members", noun) is not None and fold(token.text).startswith("ال")
        if name is not None and (name.type in _PEOPLE or (name.type == "place" and place == 0)):
            found.add(name.entity or "")
            last = after + place + 1
        elif token.kind == "word" and (member or row("qualifiers", token.text)):
            found.add(row("people", token.text) or lemma(token.text))
            last = after + place + 1
        elif token.kind != "word" or fold(token.text) != "من":
            break
    return tuple(sorted(found - {"anyone"})), last


def places(here: Sentence, start: int, end: int) -> list[str]:
    """The places of a sentence by how near they are to a figure, those after it before those as near.

    Of places that lie in each other the inner comes first: «كفر بطنا في الغوطة».
    """
    named = [n for n in here.names if n.type == "place"]
    near = sorted(named, key=lambda n: (n.start - end if n.start >= end else 2 * (start - n.end), n.start))
    if near:
        first = near[0]
        for name in reversed(named[: named.index(first)]):
            between = [t for t in here.tokens if name.end <= t.start < first.start]
            if len(between) > _WITHIN or not all(form("within", t.text) for t in between if t.kind == "word"):
                break
            first = name
        near.remove(first)
        near.insert(0, first)
    return [n.entity for n in near if n.entity]


def day(here: Sentence, claim: Claim | None, start: int, end: int) -> tuple[str | None, bool]:
    """The date of a figure, and whether its text leaves it open which date that is.

    The nearest day or few days, in its statement where it stands in one. A longer time counts where it opens
    the sentence or stands after the figure in its clause; else nobody knows whether it is the figure's
    («في زلزال عام 2014، وصلت إلى 74»), unless it lasts till now («غير مسبوقة منذ 30 عاما»).
    """
    days = [d for d in here.days if claim is None or claim.content.start <= d.start < claim.content.end]
    short = [d for d in days if _length(d) <= _SHORT]
    if short:
        return str(min(short, key=lambda d: (max(d.start - end, start - d.end), d.start)).value), False
    for date in days:
        opens = sum(t.end <= date.start for t in here.tokens) < _OPENING
        clause = any(t.text in _COMMAS for t in here.tokens if end <= t.start < date.start)
        if opens or (date.start >= end and not clause):
            return str(date.value), False
    return None, any(not str(d.value).endswith("/..") for d in days)


def _length(date: Mention) -> int:
    """The days that a date may mean; of an unknown one none."""
    span = edtf.days(str(date.value))
    return (span[1] - span[0]).days if span else 0


def words(here: Sentence, at: int, after: int) -> tuple[str, ...]:
    """The lemmas of content words nearest to a figure, sorted; names by their entity."""
    found: dict[str, int] = {}
    for k, token in enumerate(here.tokens):
        if at <= k < after or token.kind != "word" or row("common", token.text):
            continue
        if any(d.start <= token.start < d.end for d in here.numbers):
            continue
        name = next((n for n in here.names if n.start <= token.start < n.end), None)
        word = name.entity if name and name.entity else lemma(token.text)
        if len(word) > 2:
            found.setdefault(word, max(at - k, k - after))
    return tuple(sorted(sorted(found, key=lambda word: (found[word], word))[:_NEAR]))
