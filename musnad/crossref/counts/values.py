"""What a figure counts: the value that figures of different articles are compared by."""

from __future__ import annotations

from typing import Literal

from musnad.model import Value

Role = Literal["total", "sum", "part", "rest", "past", "change"]


class Counted(Value, frozen=True):
    """A figure with what it counts, where and when.

    `mention` and `last` are the indexes of its first and last mention in the annotations: two for a range.
    `claim` is the index of the innermost claim it stands in. `kind` is the class of what is counted, `noun`
    the folded lemma of the counted noun («» where none is named), `of` what makes it another thing than the
    bare noun: kinds of people, adjectives, ids of nationalities and bodies; `called` are the text's words for
    noun and all that.

    `role`: a total; a sum over a time that is not told («منذ بدء العملية»); a part of a figure before
    («بينهم 3 أطفال»), the rest («5 آخرون»); what a sum was before («من 100 إلى 141»), or what it changed
    by. `low` and `high` bound what it means, both included; None is open, and both are None where nothing is
    bounded. `about`: the text says that it is rounded.

    `places` are entity ids: the place that governs it first, then others of its sentence, then the article's
    own; `placed`: its sentence names one. `first` and `last_day` (ISO) bound when that was, `dated` says that
    the text tells so beside the figure; `told` is the day it was said or published. `toll`: it is a toll told
    anew («الحصيلة»). `words` are the lemmas near it, sorted.
    """

    article: str
    mention: int
    last: int
    claim: int | None
    kind: str | None
    noun: str
    of: tuple[str, ...]
    called: str
    role: Role
    low: float | None
    high: float | None
    about: bool
    places: tuple[str, ...]
    placed: bool
    first: str | None
    last_day: str | None
    dated: bool
    told: str | None
    toll: bool
    words: tuple[str, ...]
