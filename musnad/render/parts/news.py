"""What each article brought when it came into the archive, as the archive itself tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from musnad import edtf
from musnad.model import UNSURE, Appearance, Archive, Article, Link, Statement
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.values.common import Tally
from musnad.render.values.indexes import Met, NewsRow

By = Literal["entry", "publication"]

_SHOWN = 3  # contradictions of an article
_NAMED = 12  # names and speakers


class News:
    """The articles in the order in which they came in, and what was new with each.

    An article comes in on the day it was downloaded; where that is not recorded, it is put at the day it was
    published, and one without either before all others.
    """

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self.order = tuple(article.id for article in sorted(archive.articles, key=_rank))
        self._place = {key: number for number, key in enumerate(self.order)}
        self._articles = {article.id: article for article in archive.articles}
        self._speakers = self._first(archive.statements_by)
        self._named = self._first(archive.appearances)

    def came(self, key: str) -> tuple[str | None, By]:
        """The day an article is listed under, EDTF, and what day that is."""
        return came(self._articles[key])

    def row(self, key: str) -> NewsRow:
        """What an article brought."""
        links = list(self._links(key))
        met = [self._met(*each) for each in links if each[0].relation == "contradicts"]
        met.sort(key=lambda each: (each.unsure, each.old.day, each.old.id))
        others = Counter(
            kind for kind, _ in {(_kind(link, own), own) for link, own, _ in links} if kind != "contradicts"
        )
        speakers, named = self._speakers.get(key, Counter()), self._named.get(key, Counter())
        return NewsRow(
            article=self._rows.article(key),
            met=tuple(met[:_SHOWN]),
            met_total=len(met),
            linked=tuple(sorted(others.items())),
            speakers=tuple(self._names.entity(who) for who, _ in speakers.most_common(_NAMED)),
            speakers_total=len(speakers),
            named=tuple(self._tally(*pair) for pair in named.most_common(_NAMED)),
            named_total=len(named),
        )

    def _tally(self, key: str, count: int) -> Tally:
        return Tally(who=self._names.entity(key), count=count, type=self._archive.entities[key].type)

    def _first(self, index: Mapping[str, Sequence[Statement | Appearance]]) -> dict[str, Counter[str]]:
        """By article, the keys of an index that it was the first to bring, each with how often it has it."""
        found: dict[str, Counter[str]] = {}
        for key in sorted(index.keys() & self._archive.entities.keys()):
            held = Counter(at.article for at in index[key])
            if held:
                first = min(held, key=self._place.__getitem__)
                found.setdefault(first, Counter())[key] = held[first]
        return found

    def _links(self, key: str) -> Iterator[tuple[Link, str, str]]:
        """The links of an article's statements to what was there before it: link, own claim, the other.

        Of several between two statements in other wordings, the surest.
        """
        found: dict[tuple[str, str, str], tuple[Link, str, str]] = {}
        for claim in self._archive.annotations[key].claims:
            for link in self._archive.links.get(claim.id, ()):
                other = link.b if link.a == claim.id else link.a
                if self._place[self._archive.claims[other].article] < self._place[key]:
                    same = self._eldest(claim.id), self._eldest(other), link.relation
                    known = found.get(same)
                    if known is None or known[0].score < link.score:
                        found[same] = link, claim.id, other
        yield from found.values()

    def _eldest(self, key: str) -> str:
        return self._archive.renderings.get(key, (key,))[0]

    def _met(self, link: Link, own: str, other: str) -> Met:
        return Met(
            relation=link.relation,
            kind=_kind(link, own),
            new=self._rows.statement(self._archive.claims[own]),
            old=self._rows.statement(self._archive.claims[other]),
            unsure=link.score < UNSURE,
        )


def came(article: Article) -> tuple[str | None, By]:
    """The day an article came in, EDTF; where that is not recorded, the day of publication."""
    if article.date_downloaded:
        return article.date_downloaded.partition("T")[0], "entry"
    return (article.date_published or "").partition("T")[0] or None, "publication"


def _rank(article: Article) -> tuple[str, ...]:
    day, by = came(article)
    known = edtf.days(day) if day else None
    return known[0].isoformat() if known else "", day or "", by, article.date_published or "", article.id


def _kind(link: Link, own: str) -> str:
    return "updated_by" if link.relation == "updates" and link.b == own else link.relation
