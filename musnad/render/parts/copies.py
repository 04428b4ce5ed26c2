"""Passages that stand in more than one text, as the pages of their articles and statements tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import structs

from musnad.model import Archive, Article, Claim, Copied
from musnad.render.parts.names import Names, block_at
from musnad.render.parts.rows import Rows
from musnad.render.values.statements import Carrier, CopyRow

_MOST = 0.5  # of a statement has to stand in a passage for the passage to hold it


class Copies:
    """The copied passages of an archive, each seen from either side."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._articles = {article.id: article for article in archive.articles}
        self._copied = archive.copied
        self._names = names
        self._rows = rows

    def paragraphs(self, article: Article) -> tuple[CopyRow, ...]:
        """The other texts that have paragraphs of an article, in reading order."""
        found: defaultdict[str, list[Copied]] = defaultdict(list)
        for copy in self._of(article.id):
            found[copy.other].append(copy)
        return tuple(
            CopyRow(
                paragraphs=tuple(
                    sorted({number for copy in copies for number in _paragraphs(article, copy)})
                ),
                article=self._rows.article(other),
                anchor=self._anchor(other, min(copy.other_start for copy in copies)),
                agency=next((self._names.carrier(copy.agency) for copy in copies if copy.agency), None),
            )
            for other, copies in found.items()
        )

    def passages(self, article: Article) -> tuple[tuple[int, int], ...]:
        """The stretches of an article's text that stand in others too, in order, apart from each other."""
        found: list[tuple[int, int]] = []
        for start, end in sorted((copy.start, copy.end) for copy in self._of(article.id)):
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return tuple(found)

    def holding(self, article: str, claim: Claim) -> Iterator[Carrier]:
        """The other texts that have the passage in which a statement stands."""
        start, end = claim.content.start, claim.content.end
        seen = set()
        for copy in self._of(article):
            shared = min(end, copy.end) - max(start, copy.start)
            if shared >= _MOST * (end - start) and copy.other not in seen:
                seen.add(copy.other)
                place = copy.other_start + max(0, start - copy.start)
                yield Carrier(
                    article=self._rows.article(copy.other),
                    anchor=self._anchor(copy.other, min(place, copy.other_end - 1)),
                    copied=True,
                    agency=self._names.carrier(copy.agency) if copy.agency else None,
                )

    def _of(self, key: str) -> Iterator[Copied]:
        """The passages of an article, itself first in each."""
        for copy in self._copied.get(key, ()):
            yield copy if copy.article == key else _turned(copy)

    def _anchor(self, key: str, offset: int) -> str:
        return f"p{block_at(self._articles[key], offset)[0] + 1}"


def _turned(copy: Copied) -> Copied:
    return structs.replace(
        copy,
        article=copy.other,
        start=copy.other_start,
        end=copy.other_end,
        other=copy.article,
        other_start=copy.start,
        other_end=copy.end,
    )


def _paragraphs(article: Article, copy: Copied) -> range:
    return range(block_at(article, copy.start)[0] + 1, block_at(article, copy.end - 1)[0] + 2)
