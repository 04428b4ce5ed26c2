"""Who made a mark, and how sure it is: each is signed with its rule's version and calibrated score.

The scores come from articles marked by hand (`data/scores.toml`, made by `training/calibrate.py`): for a
rule the share of its marks that were right, drawn towards its annotator's where it made few; for a rule whose
marks come with a probability of their own, a curve from that to the share that was right.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from importlib import resources

import msgspec

from musnad import __version__
from musnad.model import Annotations, Value


class Curve(Value, frozen=True):
    """A monotone piecewise-linear function by its knots: raw probabilities, and what each is worth."""

    raw: tuple[float, ...]
    score: tuple[float, ...]

    def at(self, raw: float) -> float:
        """The score of a raw probability; beyond the knots that of the last one."""
        right = bisect_right(self.raw, raw)
        if right in (0, len(self.raw)):
            return self.score[max(right - 1, 0)]
        left = right - 1
        part = (raw - self.raw[left]) / (self.raw[right] - self.raw[left])
        return self.score[left] + part * (self.score[right] - self.score[left])


class Measured(Value, frozen=True):
    """How often the marks of a rule or an annotator were right: `right` of `of`, and the score for it."""

    score: float
    right: int = 0
    of: int = 0


class Scores(Value, frozen=True):
    """The table: of all marks, of annotators and rules by name, curves by rule."""

    all: Measured
    annotators: dict[str, Measured]
    rules: dict[str, Measured]
    curves: dict[str, Curve] = msgspec.field(default_factory=dict)

    def of(self, rule: str, raw: float) -> float:
        """The score of a mark by its rule («names:person») and the raw probability it came with.

        A rule that was never measured has its annotator's score.
        """
        if curve := self.curves.get(rule):
            return round(curve.at(raw), 3)
        known = self.rules.get(rule) or self.annotators.get(rule.partition(":")[0]) or self.all
        return known.score


def sign(found: Annotations) -> Annotations:
    """`found` with every mention and claim signed: `by` with the version, `score` calibrated."""
    table = scores()
    replace = msgspec.structs.replace
    return replace(
        found,
        mentions=tuple(replace(m, by=signed(m.by), score=table.of(m.by, m.score)) for m in found.mentions),
        claims=tuple(replace(c, by=signed(c.by), score=table.of(c.by, c.score)) for c in found.claims),
    )


def signed(rule: str) -> str:
    """A rule with musnad's version: «names:person@0.1.0»."""
    return f"{rule}@{__version__}"


@cache
def scores() -> Scores:
    """The shipped table."""
    text = resources.files("musnad.annotate").joinpath("data/scores.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Scores)
