"""What is found in one article: mentions and claims, standing off from its text."""

from __future__ import annotations

from typing import Literal

from musnad.model.value import Value

NameType = Literal["person", "organization", "place", "group", "event"]
MentionType = Literal["person", "organization", "place", "group", "event", "date", "quantity"]
UNSURE = 0.7  # of marks scored lower three in ten or more are wrong: pages say so, the review list has them
Comparator = Literal["=", ">", ">=", "<", "<=", "~", "vague"]
ClaimKind = Literal["direct", "indirect", "mixed", "according_to", "tweet"]
Modality = Literal["assert", "deny", "expect", "doubt", "accuse", "call", "ask", "answer"]


class Span(Value, frozen=True):
    """A stretch of an article's text and its exact words: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


class Quantity(Value, frozen=True):
    """What a figure says. `number` is None for «العشرات»; unit «%» for percent; fractions are decimals.

    `counted` is the class of what is counted («killed», «money»), of those in the list of counted nouns;
    None where the text does not tell.
    """

    number: float | None
    comparator: Comparator
    unit: str | None
    counted: str | None = None


class Mention(Value, frozen=True):
    """A name, date or figure in the text. `by` names the annotator and rule that made it, and their version.

    `value` is an EDTF string for a date (None where its anchor is unknown), a `Quantity` for a quantity,
    None for a name; `anchor` is the EDTF date a relative date was resolved against. `entity` is the id of a
    name's entity, `candidates` are the ids of all it may be, where more than one fits. `score` is the
    probability that the mark is right, as measured on marked articles; 1 for what a person decided.
    """

    start: int
    end: int
    text: str
    type: MentionType
    by: str
    entity: str | None = None
    value: str | Quantity | None = None
    anchor: str | None = None
    candidates: tuple[str, ...] = ()
    score: float = 1.0


class Voice(Value, frozen=True):
    """Who speaks or relays: a known entity, or a role or name in words («مسؤول إعلامي»).

    `name` is None together with `entity` where the text names nobody: an unspecified speaker.
    """

    entity: str | None = None
    name: str | None = None


class Claim(Value, frozen=True):
    """Content that the text attributes to somebody; fields as in the annotation guidelines.

    `id` comes from the article's id and the content's folded words. `via` runs from the speaker towards
    the article, without its publisher. `said` is the date the text gives for the saying (EDTF); `by` and
    `score` as in a mention.
    """

    id: str
    content: Span
    kind: ClaimKind
    modality: Modality
    by: str
    source: Span | None = None
    cue: Span | None = None
    speaker: Voice = Voice()
    via: tuple[Voice, ...] = ()
    said: str | None = None
    score: float = 1.0


class Annotations(Value, frozen=True):
    """What the annotators found in one article, sorted by start and then longest first."""

    article: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
