"""What joins statements of different articles: links, copied passages, figures of one thing, questions."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from musnad.model.annotations import MentionType
from musnad.model.value import Value

Relation = Literal["same_statement", "corroborates", "contradicts", "updates"]


class Reason(Value, frozen=True):
    """Why two statements are linked: `code` names a sentence in the interface's words, `words` fill it.

    The words are the texts' own, those of the link's `a` before those of its `b`.
    """

    code: str
    words: tuple[str, ...] = ()


class Link(Value, frozen=True):
    """A relation between claims of two articles, by their ids; as the annotation guidelines define it.

    Of `updates`, `a` is the later account; of the others, `a` comes first in reading order. `by` and `score`
    are as in a mention. `origin` is the entity's id or the name of the agency that both texts have their
    words from: what agrees then has one origin.
    """

    a: str
    b: str
    relation: Relation
    by: str
    reason: Reason
    score: float = 1.0
    origin: str | None = None


class Ruling(Value, frozen=True):
    """A curator's decision on a link between two claims: drawn or retyped to `relation`, denied if None.

    `path` and `line` are where it stands.
    """

    a: str
    b: str
    relation: Relation | None
    why: str = ""
    by: str = "curator"
    path: str = ""
    line: int = 0


class Rejection(Value, frozen=True):
    """A curator's word that a mark is not so: a statement by its id, else a name, date or figure.

    What is marked by its exact `words` and `type`: all of them, or the one where the words stand in the
    article's text for the so many-th time (`occurrence`, from 1). `path` and `line` are where it stands.
    """

    article: str
    claim: str | None = None
    words: str | None = None
    type: MentionType | None = None
    occurrence: int | None = None
    path: str = ""
    line: int = 0


class Copied(Value, frozen=True):
    """A passage of one article that stands in another too, word for word or nearly.

    Offsets count into each article's text; the first is the earlier in reading order. `agency` is the
    entity's id or the name of the agency both have as their channel, if they have one.
    """

    article: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    agency: str | None = None


class Count(Value, frozen=True):
    """A figure seen from the archive: the indexes of its mentions, and the id of the claim it stands in.

    `mention` is the first and `last` the last: two for a range. `low` and `high` bound what it says, None
    where open; `about`: the text says that it is rounded.
    """

    article: str
    mention: int
    last: int
    claim: str | None = None
    low: float | None = None
    high: float | None = None
    about: bool = False


class Measure(Value, frozen=True):
    """Figures that articles give for one thing counted in one place and time, in order of time.

    `counted` is the class of what is counted, `noun` the texts' words for it where they say more than that,
    `place` an entity's id, `time` an EDTF date or interval. `disagree`: two of the figures cannot both be
    right, and the one is no later toll that has risen. `id` is an address.
    """

    id: str
    counted: str | None
    noun: str
    place: str | None
    time: str | None
    counts: tuple[Count, ...]
    disagree: bool = False


class Position(Value, frozen=True):
    """An answer to a question, called `name` in the interface's languages, and the claims that give it."""

    name: dict[str, str]
    claims: tuple[str, ...]


class Question(Value, frozen=True):
    """A contested question: as many positions as there are. Words are by interface language.

    `path` is its file, `lines` says on which line of it each claim stands.
    """

    id: str
    question: dict[str, str]
    positions: tuple[Position, ...]
    about: dict[str, str] = field(default_factory=dict)
    path: str = ""
    lines: dict[str, int] = field(default_factory=dict)


class Proposal(Value, frozen=True):
    """A question that the machine sees: claims that contradict each other, those that agree together."""

    sides: tuple[tuple[str, ...], ...]
    score: float = 1.0
