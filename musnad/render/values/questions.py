"""Contested questions as values: their positions, each with who holds it and when."""

from __future__ import annotations

from musnad.model import UNSURE, Reason, Relation, Value
from musnad.render.values.common import RecordLines, Sheet, StatementRow
from musnad.render.values.page import View
from musnad.render.values.storied import StoryName


class Held(Value, frozen=True):
    """A statement by which somebody holds a position.

    `asked` are the words that an answer answers. `again` are the statement's further renderings that the
    question names, `texts` how many articles of the archive have it.
    """

    row: StatementRow
    asked: str | None = None
    again: tuple[StatementRow, ...] = ()
    texts: int = 1


class Side(Value, frozen=True):
    """A position: what a curator calls it, by interface language, and the statements, by day."""

    name: dict[str, str]
    held: tuple[Held, ...]


class Dispute(Value, frozen=True):
    """A link between statements of two positions, by their numbers; of an update `one` is the later."""

    relation: Relation
    one: StatementRow
    other: StatementRow
    sides: tuple[int, int]
    reason: Reason
    by: str
    score: float

    @property
    def kind(self) -> str:
        """What the interface calls it."""
        return self.relation

    @property
    def unsure(self) -> bool:
        """Whether the link may well be wrong."""
        return self.score < UNSURE


class End(Value, frozen=True):
    """A statement at an end of links, its position's number, and of several links the one that leads here."""

    row: StatementRow
    side: int
    link: Dispute | None = None


class Facing(Value, frozen=True):
    """Links of one relation that share a statement, which is alone at its end; `link` if there is but one."""

    relation: Relation
    one: tuple[End, ...]
    other: tuple[End, ...]
    link: Dispute | None = None


class Moment(Value, frozen=True):
    """A day (EDTF; «» where it is unknown), with the statements of each position, in the positions' order."""

    day: str
    sides: tuple[tuple[StatementRow, ...], ...]


class QuestionView(View, frozen=True, kw_only=True):
    """A contested question: its positions, who holds which on what day, where they contradict each other."""

    template = "question.html"

    id: str
    question: dict[str, str]
    about: dict[str, str]
    sides: tuple[Side, ...]
    moments: tuple[Moment, ...]
    disputes: tuple[Dispute, ...]
    statements: int
    articles: int
    stories: tuple[StoryName, ...]


class QuestionRow(Value, frozen=True):
    """A question in the list: its positions with how many statements each, its first and last day (EDTF)."""

    id: str
    question: dict[str, str]
    about: dict[str, str]
    sides: tuple[tuple[dict[str, str], int], ...]
    first: str | None
    last: str | None


class QuestionsView(View, frozen=True, kw_only=True):
    """The contested questions that curators have put; `proposed`: how many more the machine sees."""

    template = "questions.html"

    questions: tuple[QuestionRow, ...]
    total: int
    proposed: int
    sheet: Sheet


class ProposalRow(Value, frozen=True):
    """A question that the machine sees: statements by side, and why they contradict.

    `lines` are the file to write for it, `denials` those that deny its contradictions.
    """

    sides: tuple[tuple[StatementRow, ...], ...]
    disputes: tuple[Dispute, ...]
    score: float
    lines: RecordLines
    denials: tuple[RecordLines, ...]
