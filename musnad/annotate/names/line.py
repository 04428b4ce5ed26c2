"""What the guesses at unknown names look at: a block's words, the names found among them, the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.match import Found, Word, closed
from musnad.model import NameType

_RANKS = {"person": 4, "town": 5}  # of guesses at the same words
_RANK = 3


class Line(NamedTuple):
    """The words of a block, the longest name found at each of its first words, and the text they stand in."""

    words: Sequence[Word]
    known: dict[int, Found]
    text: str

    def has(self, at: int) -> bool:
        """Whether there is such a word and nothing that ends a name before it."""
        return 0 <= at < len(self.words) and self.words[at].joined

    def goes_on(self, at: int) -> bool:
        """Whether there is such a word and nothing but a space before it."""
        if not 0 < at < len(self.words):
            return False
        return self.text[self.words[at - 1].end : self.words[at].start] in (" ", "\u00a0", "_", "-")

    def starts(self, at: int, *kinds: NameType) -> Found | None:
        """The name of one of these types that begins with the letters of a word, without a proclitic."""
        found = self.known.get(at)
        return found if found and found.type in kinds and found.start == self.words[at].start else None

    def guess(
        self, start: int, first: int, last: int, kind: NameType, rule: str, entity: str | None = None
    ) -> Found:
        """A name from code point `start` to the end of word `last`; its entity is made from it, or given."""
        end = closed(self.text, start, self.words[last].end)
        entity = entity or made_id(self.text[start:end], kind)
        rank = _RANKS.get(rule.partition("-")[0], _RANK)
        return Found(start, end, first, last, kind, entity, rule, (True, rank, False, entity))


def line(words: Sequence[Word], known: Iterable[Found], text: str) -> Line:
    """A line of these words and the names found among them."""
    at: dict[int, Found] = {}
    for found in sorted(known, key=lambda found: (found.start, found.order)):
        if found.first not in at or at[found.first].last < found.last:
            at[found.first] = found
    return Line(words, at, text)
