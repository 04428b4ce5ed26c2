"""Stories as values: what the texts of one event say, question by question and figure by figure."""

from __future__ import annotations

from musnad.model import Value
from musnad.render.values.common import ArticleRow, RecordLines, Sheet, StatementRow, Who
from musnad.render.values.measures import Given
from musnad.render.values.page import View
from musnad.render.values.questions import Dispute, QuestionView
from musnad.render.values.storied import StoryName


class StoryRow(Value, frozen=True):
    """A story in a list: its sources in order of day, how much it holds."""

    name: StoryName
    about: dict[str, str]
    sources: tuple[Who, ...]
    articles: int
    statements: int
    questions: int
    disputes: int


class Rival(Value, frozen=True):
    """A statement of another text that contradicts one; `unsure`: that may well be wrong."""

    row: StatementRow
    unsure: bool


class Answer(Value, frozen=True):
    """A statement by which a text answers a question, and the `side` it takes, by its number.

    `rival` contradicts it, one of `rivals` in the story.
    """

    side: int
    row: StatementRow
    rival: Rival | None = None
    rivals: int = 0


class Answers(Value, frozen=True):
    """What one text answers to a question: those that tell most, then the others."""

    first: tuple[Answer, ...]
    others: tuple[Answer, ...]


class AskedRow(Value, frozen=True):
    """A question across texts: the names of all its positions, the numbers of those `taken` here, cells."""

    id: str
    question: dict[str, str]
    sides: tuple[dict[str, str], ...]
    taken: tuple[int, ...]
    cells: tuple[Answers, ...]


class AgreedRow(Value, frozen=True):
    """What several texts say, each in its words.

    `same`: they render one statement, else their statements agree; `origin`: all have it from this agency.
    """

    same: bool
    origin: Who | None
    told: tuple[tuple[ArticleRow, StatementRow], ...]


class Figures(Value, frozen=True):
    """The figures of one text by voice and number: the first few, then the others."""

    first: tuple[Given, ...]
    others: tuple[Given, ...]


class CountedRow(Value, frozen=True):
    """What is counted, across texts: one thing in one place and time, at `href`, or else all of a class.

    `noun` are the texts' words where they say more than the class of what is counted. `disagree`: figures of
    it cannot both be right.
    """

    counted: str | None
    cells: tuple[Figures, ...]
    href: str | None = None
    noun: str = ""
    place: Who | None = None
    time: str | None = None
    disagree: bool = False


class StoryView(View, frozen=True, kw_only=True):
    """A story: what its texts answer and count, say alike and against each other, in order of day.

    Cells of rows go with `texts`, those on this sheet; `beside`: all fit beside each other. `questions` are
    to be drawn day by day. `rivals` are the two texts of the sheet most at odds, none where it has no texts.
    `unheld` are contradictions no question holds, of `disputes` in all; `lines` are the file that fixes a
    proposed story.
    """

    template = "story.html"

    name: StoryName
    about: dict[str, str]
    asked: tuple[AskedRow, ...]
    counted: tuple[CountedRow, ...]
    beside: bool
    questions: tuple[QuestionView, ...]
    unheld: tuple[Dispute, ...]
    unheld_total: int
    texts: tuple[ArticleRow, ...]
    texts_total: int
    rivals: tuple[str, ...]
    statements: int
    asked_total: int
    agreed: tuple[AgreedRow, ...]
    agreed_total: int
    counted_total: int
    disputes: int
    lines: RecordLines | None
    sheet: Sheet


class StoriesView(View, frozen=True, kw_only=True):
    """The stories that curators have fixed, then those that the machine proposes, the newest first."""

    template = "stories.html"

    stories: tuple[StoryRow, ...]
    fixed: int
    proposed: int
    sheet: Sheet
