"""A statement's page as a value: its renderings, what is linked to it, what carries it."""

from __future__ import annotations

from musnad.model import UNSURE, Modality, Reason, Relation, Value
from musnad.render.values.common import ArticleRow, ContextRow, Sheet, StatementRow, Who
from musnad.render.values.page import View
from musnad.render.values.storied import StoryName


class LinkRow(Value, frozen=True):
    """A link of a statement, seen from it: the other statement, why, and how sure that is.

    `later`: of an update, whether the other is the later account. `alike`: the other's renderings are as
    many. `origin` is the agency that both have their words from. `through` is the id of the statement's other
    rendering that the link was found with, if it was not found with this one.
    """

    relation: Relation
    row: StatementRow
    reason: Reason
    by: str
    score: float
    later: bool = False
    alike: int = 1
    origin: Who | None = None
    through: str | None = None

    @property
    def kind(self) -> str:
        """What the interface calls it: its relation, of an update also which of the two is the later."""
        return "updated_by" if self.later else self.relation

    @property
    def unsure(self) -> bool:
        """Whether the link may well be wrong."""
        return self.score < UNSURE


class NoteLink(Value, frozen=True):
    """The link that a note shows, with the words of the other statement; `others` are not shown."""

    kind: str
    relation: Relation
    id: str
    words: str
    modality: Modality
    who: Who
    said: str | None
    date: str | None
    unsure: bool
    one_origin: bool
    others: int

    @property
    def day(self) -> str:
        """The day it is told with: of saying where the text tells it, else of the text; «» for neither."""
        return self.said or self.date or ""


class SaidRow(Value, frozen=True):
    """A statement in its speaker's list, with some of the speaker's own that it contradicts or updates.

    `turns` are the first of these, `others` how many more there are.
    """

    row: StatementRow
    turns: tuple[LinkRow, ...]
    others: int

    @property
    def day(self) -> str:
        """The day it is listed under."""
        return self.row.day


class Rendering(Value, frozen=True):
    """One rendering of a statement: its row, and what joins it to the one whose page it is."""

    row: StatementRow
    link: LinkRow | None = None


class Wording(Value, frozen=True):
    """The renderings that have the same words, the earliest first."""

    words: str
    renderings: tuple[Rendering, ...]


class Carrier(Value, frozen=True):
    """A text that has the statement, and where in it. `copied`: as a passage, from `agency` if known."""

    article: ArticleRow
    anchor: str
    copied: bool = False
    agency: Who | None = None


class CopyRow(Value, frozen=True):
    """Paragraphs of an article that stand in another one too: their numbers, and where the first is there."""

    paragraphs: tuple[int, ...]
    article: ArticleRow
    anchor: str
    agency: Who | None


class Asked(Value, frozen=True):
    """A contested question that a statement answers, and its answer; words by interface language."""

    id: str
    question: dict[str, str]
    position: dict[str, str]


class ClaimView(View, frozen=True, kw_only=True):
    """A statement: who says it, through whom, in which words; who contradicts it, and what else is linked.

    `source` are the text's words for the speaker, `context` its paragraph. `wordings` are its renderings, its
    own first; `further` how many more only the page of the first of all has (`eldest`, a statement's id).
    `stories` are those that its text belongs to.
    """

    template = "claim.html"

    row: StatementRow
    source: Who | None
    by: str
    score: float
    context: ContextRow
    article: ArticleRow
    day: str | None
    wordings: tuple[Wording, ...]
    renderings: int
    further: int
    eldest: str
    links: tuple[LinkRow, ...]
    links_total: int
    carriers: tuple[Carrier, ...]
    asked: tuple[Asked, ...]
    stories: tuple[StoryName, ...]
    sheet: Sheet
