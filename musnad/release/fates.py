"""What has become of the addresses that were published and are not there now.

A curator's decision comes first. What curators made (articles, records, questions, stories they fixed) is
lost without one. What the program found goes where its words are now: a statement to the one that now has
most of its words, a name to what is named there now. So nobody has to decide about what another lexicon or
another version of the program finds anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec import structs

from musnad import address
from musnad.model import Archive, Claim, Mention
from musnad.model.released import Fate, Former
from musnad.problems import Problem, problem
from musnad.release.decisions import PATH, Decision, Decisions, followed
from musnad.release.ledger import Ledger, Place, Row
from musnad.release.present import MADE, PROPOSED
from musnad.release.spans import Span, shared
from musnad.release.texts import Texts

_LISTS = {"source": "sources/index.html", "day": "dates/index.html", "story": "stories/index.html"}


class Fates:
    """Says what has become of lost addresses. `problems` grow by those of which nothing is known.

    `present` are the citable addresses there are; `adopted` gives, for ids of entities that went into
    another's, that one's.
    """

    def __init__(
        self,
        ledger: Ledger,
        archive: Archive,
        texts: Texts,
        decisions: Decisions,
        present: Collection[str],
        adopted: Callable[[], Mapping[str, str]],
    ) -> None:
        self.problems: list[Problem] = []
        self._ledger = ledger
        self._archive = archive
        self._texts = texts
        self._decisions = decisions
        self._present = present
        self._adopted = adopted
        self._articles = {address.article(article.id): article.id for article in archive.articles}

    def formers(self) -> tuple[Former, ...]:
        """All lost addresses but those of lists, in order; none leads to one that only leads on."""
        found: dict[str, Former] = {}
        for home in sorted(self._ledger.rows.keys() - self._present):
            row = self._ledger.row(home)
            if row.kind != "list" and (former := self._former(row)):
                found[home] = former
        return tuple(_onwards(former, found) for former in found.values())

    def statement(self, home: str) -> Former | None:
        """What has become of a statement that is lost, and of which article it was; None where none was."""
        if home not in self._ledger.rows:
            return None
        row = self._ledger.row(home)
        above = address.article(row.place.article) if row.place else ""
        return structs.replace(self._former(row) or self._make(row, "gone"), article=self._name(above))

    def _former(self, row: Row) -> Former | None:
        if decided := self._decisions.get(row.address):
            return self._decided(row, row.address, decided[0])
        if row.place and row.kind in ("statement", "raw", "version"):
            home = address.article(row.place.article)
            if home not in self._articles:
                above = self._decisions.get(home)
                if above is None:
                    return None  # told of the article
                if above[0].withdrawn:
                    return self._decided(row, home, above[0])
        found: dict[str, Callable[[Row], Former | None]] = {
            "statement": self._statement,
            "entity": self._entity,
            "source": self._source,
            "story": self._story,
            "raw": self._raw,
            "version": self._version,
            "day": self._gone,
        }
        return found.get(row.kind, self._lost)(row)

    def _decided(self, row: Row, home: str, decision: Decision) -> Former:
        if decision.to is not None:
            return self._make(row, "moved", to=followed(self._decisions, home), why=decision.why or "")
        above = address.article(row.place.article) if row.place and row.kind != "entity" else home
        article, place = (self._name(above), above) if above != row.address else ("", None)
        return self._make(
            row, "withdrawn", on=decision.withdrawn, why=decision.why or "", article=article, place=place
        )

    def _statement(self, row: Row) -> Former:
        assert row.place is not None
        article, number, start, end = row.place
        home = self._home(article)
        if home is None or start is None or end is None:
            return self._make(row, "moved", to=self._moved(article))
        span = self._span(row.place, home)
        if span and (claim := self._claim(home, span)):
            return self._make(row, "carried", to=address.claim(claim.id))
        old = self._texts.text(article, number)
        here, key = home == article, row.address.removeprefix("claims/").removesuffix(".html")
        place = address.article(home, key if here else "")
        if (
            here
            and number != self._texts.number(article)
            and address.version(article, number) in self._present
        ):
            place = f"{address.version(article, number)}#{key}"
        return self._make(
            row,
            "unmarked",
            words=old.text[start:end] if old else "",
            place=place,
            article=self._name(address.article(article)),
        )

    def _entity(self, row: Row) -> Former | None:
        key = row.address.removeprefix("entities/").removesuffix(".html")
        to = self._adopted().get(key)
        if to and address.entity(to) in self._present:
            return self._make(row, "moved", to=address.entity(to))
        if not key.startswith(MADE):
            return self._make(row, "unnamed") if key in self._archive.entities else self._lost(row)
        home = self._home(row.place.article) if row.place else None
        if row.place is None or home is None:
            return self._make(row, "unnamed")
        span = self._span(row.place, home)
        mention = self._mention(home, span) if span else None
        if mention and mention.entity:
            return self._make(row, "carried", to=address.entity(mention.entity))
        place = address.article(home, self._paragraph(home, span) if span else "")
        return self._make(row, "unnamed", place=place, article=self._name(address.article(home)))

    def _source(self, row: Row) -> Former:
        key = row.address.removeprefix("sources/").removesuffix(".html")
        to = self._adopted().get(key, key)
        decided = followed(self._decisions, address.entity(to)) or ""
        to = decided.removeprefix("entities/").removesuffix(".html")
        for home in (address.source(to), address.entity(to)):
            if home in self._present:
                return self._make(row, "moved", to=home)
        return self._gone(row)

    def _story(self, row: Row) -> Former | None:
        key = row.address.removeprefix("stories/").removesuffix(".html")
        if not key.startswith(PROPOSED) or row.place is None:
            return self._lost(row)
        home = self._home(row.place.article)
        for story in self._archive.stories:
            if home in story.articles:
                return self._make(row, "carried", to=address.story(story.id))
        return self._make(row, "gone", place=address.article(home) if home else _LISTS["story"])

    def _raw(self, row: Row) -> Former:
        """A raw file is not a page: nothing leads on from it, it says where its article is."""
        assert row.place is not None
        home = self._home(row.place.article)
        return self._make(row, "gone", place=address.article(home) if home else None)

    def _version(self, row: Row) -> Former | None:
        assert row.place is not None
        article = row.place.article
        home = self._home(article)
        if home == article:
            return None  # its text could not be read, which is told
        return self._make(row, "gone", place=address.article(home) if home else None)

    def _gone(self, row: Row) -> Former:
        return self._make(row, "gone", place=_LISTS[row.kind])

    def _lost(self, row: Row) -> Former | None:
        last = self._ledger.release(row.last or len(self._ledger.releases))
        told = problem(
            f"lost-{row.kind}", PATH, address=row.address, name=row.name, release=last.number, date=last.date
        )
        self.problems.append(told)
        return None

    def _make(self, row: Row, fate: Fate, **more: Any) -> Former:
        last = row.last or len(self._ledger.releases)
        first, last_ = self._ledger.release(row.first), self._ledger.release(last)
        return Former(row.address, row.kind, row.name, first, last_, fate, **more)

    def _name(self, home: str) -> str:
        return self._ledger.row(home).name if home in self._ledger.rows else ""

    def _moved(self, article: str) -> str | None:
        """Where an article's address leads now."""
        return followed(self._decisions, address.article(article))

    def _home(self, article: str) -> str | None:
        """The article that now stands for one: itself, or that which took its place."""
        if self._texts.today(article):
            return article
        return self._articles.get((self._moved(article) or "").partition("#")[0])

    def _span(self, place: Place, home: str) -> Span | None:
        """Where the words of a place are in today's text of an article."""
        moved = self._texts.mapping(place.article, place.text, home)
        if moved is None or place.start is None or place.end is None:
            return None
        return moved(place.start, place.end)

    def span(self, place: Place) -> Span | None:
        """Where the words of a place are in today's text of their own article."""
        return self._span(place, place.article)

    def _claim(self, home: str, span: Span) -> Claim | None:
        """The statement that has most of some words: half of them, or half of its own are among them."""
        claims = [((c.content.start, c.content.end), c) for c in self._archive.annotations[home].claims]
        own, best = max(claims, key=lambda each: shared(each[0], span), default=(span, None))
        return best if 2 * shared(own, span) >= min(span[1] - span[0], own[1] - own[0]) else None

    def _mention(self, home: str, span: Span) -> Mention | None:
        """The name that is now marked where another was."""
        named: Iterator[Mention] = (m for m in self._archive.annotations[home].mentions if m.entity)
        best = max(named, key=lambda mention: shared((mention.start, mention.end), span), default=None)
        return best if best and shared((best.start, best.end), span) > 0 else None

    def _paragraph(self, home: str, span: Span) -> str:
        article = self._texts.today(home)
        assert article is not None
        return next(f"p{at}" for at, b in enumerate(article.blocks, 1) if b.start <= span[0] <= b.end)


def _onwards(former: Former, found: Mapping[str, Former]) -> Former:
    """A former address that leads where the one leads that it was led to."""
    seen = {former.address}
    while (
        former.to
        and (above := found.get(former.to.partition("#")[0]))
        and above.to
        and above.address not in seen
    ):
        seen.add(above.address)
        former = structs.replace(former, to=above.to)
    return former
