"""How marks were made: by which rule, and how sure they are, in the words of an interface."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.model import UNSURE
from musnad.render.words.language import Words

_LEVELS = ((1.0, "decided"), (0.95, "certain"), (0.85, "strong"), (UNSURE, "fair"))


def rule(by: str) -> str:
    """The rule that made a mark: «names:person» of «names:person@0.1.0»."""
    return by.partition("@")[0]


def maker(by: str) -> str:
    """The annotator and version that made a mark: «names@0.1.0» of «names:person@0.1.0»."""
    name, _, version = by.partition("@")
    return name.partition(":")[0] + ("@" + version if version else "")


def rule_in_words(by: str, words: Words) -> str:
    """What a rule is to a reader; its name as it is where the interface has no words for it.

    A rule of several words («tagger-person») is told by the first of them where it has none of its own.
    """
    annotator, _, name = rule(by).partition(":")
    known = words["rule"].get(annotator, {})
    while name and name not in known:
        name = name.rpartition("-")[0]
    return str(known[name]) if name else rule(by)


def level(score: float) -> str:
    """The step of sureness that a score is on: «decided» by a person, «certain» and so on down to «low»."""
    return next((level for least, level in _LEVELS if score >= least), "low")


def sureness(scores: Iterable[float], words: Words) -> str:
    """How sure marks of one level are, in words and, where they have one, their common percentage."""
    found = set(scores)
    said = str(words["sureness"][level(min(found))])
    told = {percent(score) for score in found}
    if len(told) > 1 or min(found) == 1:
        return said
    return str(words["sureness"]["with_percent"]).format(said=said, n=told.pop())


def percent(score: float) -> int:
    """A probability in percent, never rounded up to certainty."""
    return min(99, round(score * 100))
