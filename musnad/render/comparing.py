"""What compare.html reads of an article beside its search record: a classic script compare/<article>.js.

It has what the record has not: the article's number among the records, its title, chain and figures, its
links to other articles, and what it may be compared with. A link stands with the article that is earlier in
reading order. It says so as the index's lists do, whose folder is beside: `static/search-index.js` loads it,
`static/compare.js` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from musnad import address
from musnad.arabic.analyzer import analyze
from musnad.arabic.sentences import split
from musnad.model import UNSURE, Archive, Article, Link, Output
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.values.common import Who
from musnad.render.words.reasons import gists

_BESIDE = 16  # articles offered beside one
_encode = msgspec.json.Encoder(order="sorted").encode


def scripts(archive: Archive, numbers: Mapping[str, int]) -> Iterator[Output]:
    """The scripts of all articles; `numbers` are their records' in the search index."""
    names = Names(archive)
    return Comparing(archive, names, Rows(archive, names)).scripts(numbers)


class Comparing:
    """Which articles have something to compare, and what the page reads of each."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._place = {article.id: at for at, article in enumerate(archive.articles)}
        self._mates: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for story in archive.stories:
            for at, key in enumerate(story.articles):
                near = story.articles[max(0, at - _BESIDE) : at + _BESIDE + 1]
                self._mates[key].update(dict.fromkeys(near))
        self._figures: defaultdict[str, list[tuple[str, int, float | None, float | None]]] = defaultdict(list)
        for measure in archive.measures:
            for count in measure.counts:
                mention = archive.annotations[count.article].mentions[count.mention]
                self._figures[count.article].append((measure.id, mention.start, count.low, count.high))

    def beside(self, key: str) -> tuple[str, ...]:
        """The ids of articles to compare one with: of its stories, then linked with it, then copied."""
        found: dict[str, int] = {}
        for link in self._links(key):
            other = self._other(link, key)
            found[other] = found.get(other, 0) + 1
        linked = sorted(found, key=lambda other: (-found[other], self._place[other]))
        copied = (c.other if c.article == key else c.article for c in self._archive.copied.get(key, ()))
        mates = sorted(self._mates.get(key, ()), key=lambda other: (-found.get(other, 0), self._place[other]))
        return tuple(one for one in dict.fromkeys([*mates, *linked, *copied]) if one != key)[:_BESIDE]

    def scripts(self, numbers: Mapping[str, int]) -> Iterator[Output]:
        """The scripts of all articles; `numbers` are their records' in the search index."""
        for article in self._archive.articles:
            data = _encode(self._told(article, numbers[article.id])).decode().replace("<", "\\u003c")
            name = f"compare/{address.slug(article.id)}"
            yield Output(f"{name}.js", f'musnad_index("../{name}",{data})\n'.encode())

    def _told(self, article: Article, number: int) -> dict[str, object]:
        links: defaultdict[str, list[list[object]]] = defaultdict(list)
        for link in self._links(article.id):
            other = self._other(link, article.id)
            if self._place[article.id] < self._place[other]:
                links[other].append(self._link(link, article.id))
        renderings = self._archive.renderings
        claims = (claim.id for claim in self._archive.annotations[article.id].claims)
        return {
            "number": number,
            **self._named(article.id),
            "figures": self._stand(article),
            "links": links,
            "same": {key: renderings[key][0] for key in claims if key in renderings},
            "beside": [{"id": key, **self._named(key)} for key in self.beside(article.id)],
        }

    def _named(self, key: str) -> dict[str, object]:
        row = self._rows.article(key)
        return {
            "title": row.title,
            "cut": row.cut,
            "date": row.date,
            "chain": [_who(step) for step in row.chain],
        }

    def _stand(self, article: Article) -> list[tuple[int, str, float | None, float | None]]:
        """Its figures that others give too: the sentence of each, its measure, its bounds."""
        figures = self._figures.get(article.id, ())
        begun = list(starts(article)) if figures else []
        return sorted(
            ((sum(start <= at for start in begun) - 1, key, low, high) for key, at, low, high in figures),
            key=lambda one: one[:2],
        )

    def _link(self, link: Link, key: str) -> list[object]:
        mine = self._archive.claims[link.a].article == key
        a, b = (link.a, link.b) if mine else (link.b, link.a)
        origin = _who(self._names.carrier(link.origin)) if link.origin else None
        by_hand = link.by.startswith("curator")
        later = link.relation == "updates" and mine
        unsure = link.score < UNSURE
        words = link.reason.words if by_hand else (*link.reason.words, *gists(link.reason.words))
        return [a, b, link.relation, later, unsure, by_hand, link.reason.code, words, origin]

    def _links(self, key: str) -> Iterator[Link]:
        """The links of an article's statements with those of other articles."""
        for claim in self._archive.annotations[key].claims:
            for link in self._archive.links.get(claim.id, ()):
                if self._other(link, key) != key:
                    yield link

    def _other(self, link: Link, key: str) -> str:
        one, other = self._archive.claims[link.a].article, self._archive.claims[link.b].article
        return other if one == key else one


def _who(who: Who) -> list[str]:
    return [who.ar, who.en] if who.en else [who.ar]


def starts(article: Article) -> Iterator[int]:
    """Where the sentences of an article begin that its search record has."""
    for block in article.blocks:
        if block.zone != "residue":
            text = article.text[block.start : block.end]
            for start, end in split(text):
                if analyze(text[start:end]):
                    yield block.start + start
