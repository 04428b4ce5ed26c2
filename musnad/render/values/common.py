"""What views are made of: names, rows of lists, sheets of long ones.

They know no interface language: names come in both, dates as EDTF, and templates choose.
"""

from __future__ import annotations

from typing import Literal

from musnad import address
from musnad.model import ClaimKind, Mention, Modality, NameType, Quantity, Value
from musnad.model.released import Release

_OPENING, _CLOSING = "\"'«“‘([#", "\"'»”’)]،؛:.,;!؟?…"  # signs that touch a word


class Who(Value, frozen=True):
    """A speaker or carrier as a page names it. `words`: the name is the text's own, no record knows it.

    No record has its English name where `en` is the Arabic one in Latin letters (`spelled`) or its words
    (`glossed`).
    `ar` is «» where nobody is named. `href` counts from the interface's root.
    """

    ar: str
    en: str | None = None
    href: str | None = None
    words: bool = False
    spelled: bool = False
    glossed: bool = False

    def tongue(self, language: str) -> str | None:
        """The `lang` of an Arabic name in Latin letters; None for another name."""
        return "ar-Latn" if self.spelled and self.called(language) != self.ar else None

    def called(self, language: str) -> str:
        """The name in an interface language; the Arabic one where there is no other."""
        return self.en if language == "en" and self.en else self.ar


class Sheet(Value, frozen=True):
    """Where a page stands in a list too long for one page: `number` of `of`; `first` is sheet 1's address."""

    first: str
    number: int = 1
    of: int = 1

    @property
    def address(self) -> str:
        """This sheet's own address."""
        return address.sheet(self.first, self.number)

    @property
    def jumps(self) -> tuple[int, ...]:
        """The sheets to jump to: the first, the last, and those near this one."""
        near = range(max(1, self.number - 2), min(self.of, self.number + 2) + 1)
        return tuple(sorted({1, *near, self.of}))


class ArticleRow(Value, frozen=True):
    """An article in a list. `cut`: the title goes on in the text."""

    id: str
    title: str
    date: str | None
    chain: tuple[Who, ...]
    statements: int
    cut: bool


class StatementRow(Value, frozen=True):
    """A statement in a list: its words, how they are rendered, who said them and the way they came."""

    article: str
    id: str
    words: str
    kind: ClaimKind
    modality: Modality
    cue: str | None
    who: Who
    way: tuple[Who, ...]
    said: str | None
    date: str | None

    @property
    def day(self) -> str:
        """The day it is listed under: of saying where the text tells it, else of the text; «» for neither."""
        return self.said or self.date or ""


class ContextRow(Value, frozen=True):
    """A mention in its context: exact words before, at and after it, and the paragraph they stand in.

    `date` is the article's; `reckoned` the date from which a relative one was reckoned, where that is told.
    `more_before` and `more_after`: words of the sentence are left out there.
    """

    article: str
    anchor: str
    before: str
    at: str
    after: str
    date: str | None
    reckoned: str | None = None
    more_before: bool = False
    more_after: bool = False

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """What stands before, the signs that touch the mention on either side, what stands after."""
        before, after = self.before.rstrip(_OPENING), self.after.lstrip(_CLOSING)
        return before, self.before[len(before) :], self.after[: len(self.after) - len(after)], after


class FigureRow(Value, frozen=True):
    """A figure in its sentence: what it says, who said it; nobody where it is the text's own."""

    context: ContextRow
    value: Quantity
    who: Who | None
    way: tuple[Who, ...]
    said: str | None

    @property
    def date(self) -> str | None:
        """The article's date."""
        return self.context.date


class RecordLines(Value, frozen=True):
    """Lines of YAML for the file at `path`, from the archive's root."""

    path: str
    yaml: str


class DoubtRow(Value, frozen=True):
    """A mark to look at: why, in its sentence, for whom it was taken or may be, what to write of these."""

    context: ContextRow
    reason: Literal["several", "unknown", "unsure"]
    score: float
    mention: Mention
    who: Who | None
    candidates: tuple[Who, ...]
    records: tuple[RecordLines, ...]


class VersionRow(Value, frozen=True):
    """An older text of an article in a list: its number and the releases that had it."""

    number: int
    first: Release
    last: Release


class Earlier(Value, frozen=True):
    """What was published of an article before: its older `versions`, and the `number` of today's text.

    `anchors` are the ids of statements that are marked no more, with the place in the text where their words
    are; `lost` are the anchors that only older texts have.
    """

    versions: tuple[VersionRow, ...] = ()
    number: int = 1
    anchors: tuple[tuple[str, int], ...] = ()
    lost: tuple[str, ...] = ()


class Tally(Value, frozen=True):
    """A name, date or the like with how often it occurs."""

    who: Who
    count: int
    type: NameType | None = None


class Strand(Value, frozen=True):
    """Channels towards an article, as far as not all its statements took them, and who took these.

    `speakers` go with how many of their statements came this way.
    """

    speakers: tuple[Tally, ...]
    way: tuple[Who, ...]


class SpeakerRow(Value, frozen=True):
    """A speaker in the index: how many statements and the first few; `href` leads to all of them.

    The first of the speakers whose names begin with a letter has that letter's `anchor`.
    """

    who: Who
    type: NameType | None
    count: int
    href: str
    sample: tuple[StatementRow, ...]
    anchor: str | None = None


class RoleRows(Value, frozen=True):
    """The statements of a speaker without a name; `anchor` is their place on the page."""

    who: Who
    anchor: str
    count: int
    rows: tuple[StatementRow, ...]


class SourceRow(Value, frozen=True):
    """A source in the list: how many articles and statements came through it."""

    who: Who
    role: Literal["agency", "outlet", "platform"] | None
    articles: int
    statements: int


class DayRow(Value, frozen=True):
    """A day in the list, ISO, with what falls on it."""

    day: str
    articles: int
    statements: int
    mentions: int
