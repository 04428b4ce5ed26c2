"""The chapters of the archive as a book: what those show that are no page of the site."""

from __future__ import annotations

from musnad.model import Value
from musnad.render.values.common import ArticleRow, RoleRows, Sheet, Tally
from musnad.render.values.indexes import Letter
from musnad.render.values.page import Page, View
from musnad.render.values.statements import LinkRow
from musnad.render.values.views import ArticleView


class Chapter(Page, frozen=True):
    """A chapter, in one language; its address is that of the page whose place it takes."""

    @property
    def path(self) -> str:
        """Its file in the book."""
        return chapter_file(self.address)

    @property
    def template(self) -> str:
        """The name of the template that shows it."""
        return f"epub/{self.view.template}"

    @property
    def strict(self) -> bool:
        """It is XHTML."""
        return True


def chapter_file(address: str) -> str:
    """The file in the book of the page at an address."""
    return address.removesuffix(".html") + ".xhtml"


class TitleView(View, frozen=True, kw_only=True):
    """The title page: how much the book holds (`counts`), the day of the archive's state (ISO)."""

    template = "title.html"

    counts: dict[str, int]
    day: str | None


class GuideView(View, frozen=True, kw_only=True):
    """How to read the book."""

    template = "guide.html"


class Tied(Value, frozen=True):
    """What a note tells beside its statement: links by what the interface calls them, the first few of each.

    `others` are how many more there are.
    """

    kinds: tuple[tuple[str, tuple[LinkRow, ...]], ...]
    others: int


class ArticleChapter(View, frozen=True, kw_only=True):
    """An article: its page's view, and for each of its statements what is tied to it."""

    template = "article.html"

    of: ArticleView
    ties: tuple[Tied, ...]


class SpokenView(View, frozen=True, kw_only=True):
    """Who said what: speakers with all their statements, as far as they are on this sheet."""

    template = "spoken.html"

    speakers: tuple[RoleRows, ...]
    total: int
    sheet: Sheet


class NameRow(Value, frozen=True):
    """A name: its place on the sheet, the first few articles that have it, where its statements are."""

    tally: Tally
    anchor: str
    articles: tuple[ArticleRow, ...]
    others: int
    said: str | None


class NamesView(View, frozen=True, kw_only=True):
    """The names A-Z."""

    template = "names.html"

    letters: tuple[tuple[str, tuple[NameRow, ...]], ...]
    total: int
    sheet: Sheet


class OriginsView(View, frozen=True, kw_only=True):
    """The sources, each with its place on the page, and the licences."""

    template = "origins.html"

    sources: tuple[Letter, ...]
    anchors: dict[str, str]
    address: str
