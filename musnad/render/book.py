"""The archive as a book: its chapters in reading order, and what place an address of the site has in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from musnad import address
from musnad.config import Config
from musnad.model import Archive, Value
from musnad.model.released import Past
from musnad.render.comparing import Comparing
from musnad.render.pages.articles import plan_articles
from musnad.render.pages.book import ORIGINS, plan_named, plan_origins, plan_spoken
from musnad.render.pages.claims import plan_unnamed
from musnad.render.pages.measures import places, plan_figures
from musnad.render.pages.questions import Questions, plan_questions
from musnad.render.pages.stories import Stories, plan_stories
from musnad.render.parts.copies import Copies
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.parts.storied import Storied
from musnad.render.parts.ties import LISTED, Ties
from musnad.render.values.book import (
    ArticleChapter,
    Chapter,
    GuideView,
    NamesView,
    SpokenView,
    Tied,
    TitleView,
    chapter_file,
)
from musnad.render.values.page import Planned, View
from musnad.render.values.questions import QuestionView
from musnad.render.values.statements import LinkRow
from musnad.render.values.stories import StoryView
from musnad.render.values.views import ArticleView

T = TypeVar("T", bound=View)

TITLE, GUIDE = "index.html", "about.html"
_SHOWN = 3  # links of a kind in a note
_KINDS = ("contradicts", "updated_by", "updates", "corroborates", "same_statement")


class Part(Value, frozen=True):
    """A part of the book: its name among the interface's words, the addresses of its chapters."""

    name: str
    chapters: tuple[str, ...]


class Plan(Value, frozen=True):
    """What the book holds beside its chapters: its parts, and the places of the site's addresses in it.

    `places` are files of the book, with an anchor where it is more than a file.
    """

    parts: tuple[Part, ...]
    places: dict[str, str]


class Binder:
    """Makes the book of an archive in one interface language; `day` is that of the archive's state."""

    def __init__(self, archive: Archive, config: Config, language: str, day: str | None) -> None:
        self._archive, self._config, self._language, self._day = archive, config, language, day
        self._names = Names(archive)
        self._rows = Rows(archive, self._names)
        self._storied = Storied(archive, self._names, self._rows)
        self._ties = Ties(archive, self._names, self._rows)
        self._front = [
            *_only(self._stories(), StoryView),
            *_only(self._questions(), QuestionView),
        ]
        given = archive, config, self._names, self._rows
        self._lists = [*plan_spoken(*given, language), *self._unnamed(), *plan_named(*given, language)]
        self._figures = list(plan_figures(*given))
        self._origins = plan_origins(archive, config, self._names, language)

    @property
    def begins(self) -> str:
        """The address of the first chapter that tells something of the archive."""
        first = next(iter(self._front), None)
        if first is None and self._archive.articles:
            return address.article(self._archive.articles[0].id)
        return first[0] if first else ORIGINS

    def plan(self) -> Plan:
        """The parts and places."""
        found = {one: chapter_file(one) for one, _ in (*self._front, *self._lists, *self._figures)}
        found |= {one: chapter_file(one) for one in (TITLE, GUIDE)}
        for article in self._archive.articles:
            file = found[address.article(article.id)] = chapter_file(address.article(article.id))
            for number, claim in enumerate(self._archive.annotations[article.id].claims, 1):
                found[address.claim(claim.id)] = f"{file}#n{number}"
                found[address.article(article.id, claim.id)] = f"{file}#{claim.id}"
        for at in places(self._archive).values():
            found[at] = chapter_file(at.partition("#")[0]) + "#" + at.partition("#")[2]
        for one, view in self._lists:
            for own in view.speakers if isinstance(view, SpokenView) else ():
                if own.who.href:
                    found.setdefault(f"{own.who.href}#said", f"{chapter_file(one)}#{own.anchor}")
            for _, rows in view.letters if isinstance(view, NamesView) else ():
                for row in rows:
                    found[row.tally.who.href or ""] = f"{chapter_file(one)}#{row.anchor}"
        origin, view = self._origins
        found |= {href: f"{chapter_file(origin)}#{anchor}" for href, anchor in view.anchors.items()}
        found[origin] = chapter_file(origin)
        return Plan(tuple(self._parts()), found)

    def chapters(self) -> Iterator[Chapter]:
        """Every chapter, in reading order."""
        for one, view in self._planned():
            yield Chapter(one, self._language, view)

    def _parts(self) -> Iterator[Part]:
        yield Part("", (TITLE,))
        yield Part("", (GUIDE,))
        yield Part("stories", tuple(one for one, view in self._front if isinstance(view, StoryView)))
        yield Part("questions", tuple(one for one, view in self._front if isinstance(view, QuestionView)))
        yield Part("articles", tuple(address.article(article.id) for article in self._archive.articles))
        yield Part("claims", tuple(one for one, view in self._lists if not isinstance(view, NamesView)))
        yield Part("entities", tuple(one for one, view in self._lists if isinstance(view, NamesView)))
        yield Part("figures", tuple(one for one, _ in self._figures))
        yield Part("", (ORIGINS,))

    def _planned(self) -> Iterator[Planned]:
        archive = self._archive
        counts = {
            "articles": len(archive.articles),
            "statements": sum(len(own.claims) for own in archive.annotations.values()),
            "names": len(self._names.seen & archive.entities.keys()),
            "sources": len(self._names.sources),
            "questions": len(archive.questions),
        }
        yield TITLE, TitleView(site=self._config, counts=counts, day=self._day)
        yield GUIDE, GuideView(site=self._config)
        yield from self._front
        yield from self._articles()
        yield from self._lists
        yield from self._figures
        yield self._origins

    def _stories(self) -> Iterator[Planned]:
        questions = Questions(self._archive, self._rows, self._storied)
        made = Stories(self._archive, self._names, self._rows, questions, self._storied)
        return plan_stories(self._archive, self._config, made, self._storied)

    def _questions(self) -> Iterator[Planned]:
        made = Questions(self._archive, self._rows, self._storied)
        return plan_questions(self._archive, self._config, made)

    def _articles(self) -> Iterator[Planned]:
        copies = Copies(self._archive, self._names, self._rows)
        comparing = Comparing(self._archive, self._names, self._rows)
        planned = plan_articles(
            self._archive,
            self._config,
            self._names,
            self._rows,
            self._ties,
            copies,
            self._storied,
            comparing,
            Past(),
        )
        for one, view in _only(planned, ArticleView):
            ties = tuple(self._tied(claim.id) for claim in view.claims)
            yield one, ArticleChapter(site=self._config, of=view, ties=ties)

    def _tied(self, claim: str) -> Tied:
        """What is linked to a statement, and its other renderings."""
        rows = list(self._ties.rows(claim))
        group = self._ties.group(claim)
        rows += self._ties.renders(claim, group[:LISTED]).values()
        kinds: dict[str, list[LinkRow]] = {kind: [] for kind in _KINDS}
        for row in rows:
            kinds[row.kind].append(row)
        shown = tuple((kind, tuple(found[:_SHOWN])) for kind, found in kinds.items() if found)
        return Tied(shown, sum(len(found[_SHOWN:]) for found in kinds.values()))

    def _unnamed(self) -> Iterator[Planned]:
        if self._archive.unnamed:
            yield from plan_unnamed(self._archive, self._config, self._names, self._rows)


def _only(planned: Iterator[Planned], kind: type[T]) -> Iterator[tuple[str, T]]:
    """Those that are views of a kind."""
    for one, view in planned:
        if isinstance(view, kind):
            yield one, view
