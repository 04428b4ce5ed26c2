"""Views of the archive's indexes: names and sources A-Z, the calendar, what is new."""

from __future__ import annotations

from typing import Literal

from musnad.model import Relation, Value
from musnad.render.values.common import ArticleRow, DayRow, Sheet, SourceRow, StatementRow, Tally, Who
from musnad.render.values.page import View

Jumps = tuple[tuple[str, str], ...]  # what to jump to, each with its address from the interface's root


class Letter(Value, frozen=True):
    """A letter of an A-Z: its anchor, and its rows on this sheet."""

    letter: str
    anchor: str
    rows: tuple[Tally | SourceRow, ...]


class LettersView(View, frozen=True, kw_only=True):
    """An A-Z. `letters` lead everywhere; `parts` are this sheet's rows."""

    parts: tuple[Letter, ...]
    letters: Jumps
    total: int
    sheet: Sheet


class EntitiesView(LettersView, frozen=True, kw_only=True):
    """The A-Z of names."""

    template = "entities.html"


class SourcesView(LettersView, frozen=True, kw_only=True):
    """The A-Z of agencies, outlets, platforms and those whose kind no record says."""

    template = "sources.html"


class MonthRow(Value, frozen=True):
    """A month of the calendar: `month` as EDTF, and its days on which there is something."""

    month: str
    days: tuple[DayRow, ...]

    @property
    def told(self) -> bool:
        """Whether a text came out or something was said in it; else texts only name days of it."""
        return any(row.articles or row.statements for row in self.days)


class YearRow(Value, frozen=True):
    """A year of the calendar: the months in which there is something, and how much of it."""

    year: str
    months: tuple[MonthRow, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"y{self.year}"

    @property
    def articles(self) -> int:
        """How many texts came out in it."""
        return sum(row.articles for month in self.months for row in month.days)

    @property
    def statements(self) -> int:
        """How many statements are of its days."""
        return sum(row.statements for month in self.months for row in month.days)


class DatesView(View, frozen=True, kw_only=True):
    """The calendar: the days on which something was published or said, or that texts name."""

    template = "dates.html"

    years: tuple[YearRow, ...]
    jumps: Jumps
    total: int
    sheet: Sheet


class Met(Value, frozen=True):
    """Two statements linked when the article of the `new` one came in; the `old` one was there before.

    `kind` names the relation as seen from the new one.
    """

    relation: Relation
    kind: str
    new: StatementRow
    old: StatementRow
    unsure: bool


class NewsRow(Value, frozen=True):
    """What an article brought when it came in: of long lists the first, and how many in all.

    `met` are the contradictions with what was there, `linked` how many of its statements have each
    other kind of link to that; `speakers` had said nothing in the archive before, `named` were in no text.
    """

    article: ArticleRow
    met: tuple[Met, ...]
    met_total: int
    linked: tuple[tuple[str, int], ...]
    speakers: tuple[Who, ...]
    speakers_total: int
    named: tuple[Tally, ...]
    named_total: int


class NewsDay(Value, frozen=True):
    """What came in on a day (EDTF, or none); of what is listed by publication that day is not known."""

    day: str | None
    by: Literal["entry", "publication"]
    anchor: str
    rows: tuple[NewsRow, ...]


class NewsView(View, frozen=True, kw_only=True):
    """What is new, the last that came in first. `jumps` lead to years, or to months where they are few."""

    template = "new.html"

    days: tuple[NewsDay, ...]
    jumps: Jumps
    total: int
    sheet: Sheet
