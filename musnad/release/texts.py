"""The texts of released articles: which number today's text has, and the older ones where they were kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, cached_property

from musnad import address
from musnad.model import Archive, Article
from musnad.problems import Problem, Problems, problem
from musnad.release.ledger import Ledger, Text
from musnad.release.spans import Mapping, mapping

Read = Callable[[str], tuple[Article | None, Problems]]
_LETTERS = 16  # of a digest in hexadecimal


def digest(article: Article) -> str:
    """What tells an article's text from its other texts: its letters, and the raw file it was taken from."""
    source = article.source.sha256 if article.source else ""
    return hashlib.sha256(f"{article.text}\0{source}".encode()).hexdigest()[:_LETTERS]


def kept(article: str, number: int) -> str:
    """The file that keeps an article's text of a number, from the archive's root."""
    return f"content/versions/{address.slug(article)}.v{number}.md"


class Texts:
    """The texts of an archive's articles, those of today and those of its releases.

    `read` reads an article file by its path from the archive's root.
    """

    def __init__(self, ledger: Ledger, archive: Archive, read: Read) -> None:
        self._ledger = ledger
        self._read = read
        self._today = {article.id: article for article in archive.articles}
        self.text = cache(self._text)
        self.mapping = cache(self._mapping)
        self.number = cache(self._number)
        self.problems: list[Problem] = []

    def today(self, article: str) -> Article | None:
        """An article as it is now, if it still is."""
        return self._today.get(article)

    def _number(self, article: str) -> int:
        """The number of the text that an article has now; of one that is gone, the last it had."""
        row = self.released(article)
        if row is None:
            return 1
        number, text = row
        today = self._today.get(article)
        return number if today is None or digest(today) == text.digest else number + 1

    def released(self, article: str) -> tuple[int, Text] | None:
        """The number of an article's text as last released, and that text; None if it never was."""
        home = address.article(article)
        if home not in self._ledger.rows:
            return None
        row = self._ledger.row(home)
        return (row.place.text, row.text) if row.place and row.text else None

    @cached_property
    def older(self) -> dict[str, list[tuple[int, Text]]]:
        """The texts that each article had in releases and has no more, in their order."""
        found: dict[str, list[tuple[int, Text]]] = {}
        for home, rest in self._ledger.rows.items():
            if rest.startswith("version\t"):
                row = self._ledger.row(home)
                if row.place and row.text and row.text.last:  # else it is that of the article
                    found.setdefault(row.place.article, []).append((row.place.text, row.text))
        last = self._ledger.releases[-1].number if self._ledger.releases else 0
        for article in self._today:
            known = self.released(article)
            if known and known[0] != self.number(article):
                found.setdefault(article, []).append((known[0], known[1]._replace(last=last)))
        return {article: sorted(texts) for article, texts in found.items()}

    def _text(self, article: str, number: int) -> Article | None:
        """An article with a text of its, by the text's number; None where it was not kept."""
        today = self._today.get(article)
        if today is not None and number == self.number(article):
            return today
        path = kept(article, number)
        old, wrong = self._read(path)
        known = dict(self.older.get(article, ()))
        if row := self.released(article):
            known.setdefault(*row)
        if old is not None and number in known and known[number].digest != digest(old):
            wrong = (*wrong, problem("version-altered", path, number=number))
            old = None
        self.problems += wrong
        return old

    def _mapping(self, article: str, number: int, to: str) -> Mapping | None:
        """From places in a text of an article to those of today's text of an article, mostly the same one."""
        new = self._today.get(to)
        if article == to and number == self.number(article):
            return lambda start, end: (start, end)
        old = self.text(article, number)
        return mapping(old.text, new.text) if old and new else None
