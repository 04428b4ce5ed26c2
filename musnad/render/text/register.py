"""The register of an article's marks: what each means, under the rule that made it and how sure that is.

A mark in the text leads to its entry here, and the card over a mark is made of it; so a page tells everything
without script, and once for all marks that mean the same.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import count
from typing import NamedTuple

from musnad.model import UNSURE, Mention, Quantity
from musnad.render.values.views import ArticleView
from musnad.render.words.amounts import quantity
from musnad.render.words.making import level, percent, rule, rule_in_words, sureness
from musnad.render.words.setting import Setting

Place = tuple[int, int, str]  # a mention's start, end and type
Numbers = dict[Place, tuple[int, bool]]  # its entry's number, and whether it is the entry's first in the text
_Made = tuple[str, str]  # by which rule, and how sure


class Entry(NamedTuple):
    """Marks that mean the same: number, meaning, what more there is to tell, words and paragraphs.

    `words` are those of dates and figures, which do not say what they mean; `elsewhere`, how many other
    articles have the name.
    """

    number: int
    meaning: str
    details: tuple[str, ...]
    words: tuple[str, ...]
    paragraphs: tuple[int, ...]
    elsewhere: int


class Making(NamedTuple):
    """What one rule made with one sureness: entries of names, dates and figures, numbers of statements."""

    rule: str
    by: str
    sureness: str
    entries: tuple[Entry, ...]
    statements: tuple[int, ...]


class Register(NamedTuple):
    """The makings, and the number of each mention's entry."""

    makings: tuple[Making, ...]
    numbers: Numbers


def register(view: ArticleView, here: Setting) -> Register:
    """The register of an article."""
    groups: dict[_Made, dict[tuple[object, ...], list[Mention]]] = {}
    statements: dict[_Made, list[int]] = {}
    scores: dict[_Made, list[float]] = {}
    for mention in view.mentions:
        made = rule(mention.by), level(mention.score)
        groups.setdefault(made, {}).setdefault(_sense(mention), []).append(mention)
        scores.setdefault(made, []).append(mention.score)
    for number, claim in enumerate(view.claims, 1):
        made = rule(claim.by), level(claim.score)
        statements.setdefault(made, []).append(number)
        scores.setdefault(made, []).append(claim.score)
    starts = [block.start for block in view.article.blocks]
    numbers: Numbers = {}
    makings = []
    next_number = count(1)
    for made, found in scores.items():
        apart = len(set(map(percent, found))) > 1
        entries = []
        for alike, number in zip(groups.get(made, {}).values(), next_number, strict=False):
            entries.append(_entry(number, alike, apart, starts, view, here))
            numbers |= {place(mention): (number, mention is alike[0]) for mention in alike}
        makings.append(
            Making(
                rule_in_words(made[0], here.words),
                made[0],
                sureness(found, here.words),
                tuple(entries),
                tuple(statements.get(made, ())),
            )
        )
    return Register(tuple(makings), numbers)


def place(mention: Mention) -> Place:
    """Where a mention stands, by which the register knows it."""
    return mention.start, mention.end, mention.type


def unsure(mention: Mention) -> bool:
    """Whether a mark is shown as one that may well be wrong."""
    return mention.score < UNSURE


def meaning(mention: Mention, name: str | None, here: Setting) -> str:
    """What a mention stands for: its entity's `name`, the date in words, the figure in words."""
    if name is not None:
        return name
    if isinstance(mention.value, Quantity):
        return quantity(mention.value, here)
    return here.date(mention.value) if mention.value else str(here.words["unknown_value"])


def counted(value: Quantity, here: Setting) -> str | None:
    """The class of what a figure counts, in words; its name where the interface has none for it.

    None where it has none, or none with a name, and for percent, which tells it itself.
    """
    if value.counted in (None, "other") or value.unit == "%":
        return None
    return str(here.words["counted"].get(value.counted, value.counted))


def _sense(mention: Mention) -> tuple[object, ...]:
    return mention.type, mention.entity or mention.value, mention.anchor, mention.candidates


def _entry(
    number: int, alike: list[Mention], apart: bool, starts: list[int], view: ArticleView, here: Setting
) -> Entry:
    """The entry of marks that mean the same; `apart`: those of its making are not equally sure."""
    one = alike[0]
    name = here.name(view.names[one.entity]) if one.entity else None
    details = _details(one, view, here)
    if apart:
        sure = sorted({percent(mention.score) for mention in alike})
        details.append("–".join(str(n) for n in dict.fromkeys((sure[0], sure[-1]))) + "%")
    return Entry(
        number,
        meaning(one, name, here),
        tuple(details),
        tuple(dict.fromkeys(mention.text for mention in alike)) if name is None else (),
        tuple(dict.fromkeys(bisect_right(starts, mention.start) for mention in alike)),
        view.elsewhere.get(one.entity or "", 0),
    )


def _details(mention: Mention, view: ArticleView, here: Setting) -> list[str]:
    words = here.words["article"]
    told = []
    others = [here.name(view.candidates[key]) for key in mention.candidates if key != mention.entity]
    if others:
        told.append(words["may_be"].format(names=here.words["comma"].join(others)))
    if mention.anchor:
        told.append(words["reckoned"].format(date=here.date(mention.anchor)))
    if isinstance(mention.value, Quantity) and (kind := counted(mention.value, here)):
        told.append(words["counts"].format(kind=kind))
    return told
