"""A text as the words about its numbers: folded, with the dates and names already found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from musnad.annotate.quantities.lexicon import folded, is_counted
from musnad.arabic.fold import fold
from musnad.arabic.numbers import Number, numbers, visible
from musnad.arabic.tokens import Token

Spans = Sequence[tuple[int, int, str]]  # start, end, type
_NAMES = {"person", "organization", "place", "event"}
_THINGS = {"person", "organization", "event"}


class Words:
    """The tokens of a text; those before the first and after the last read as empty words."""

    def __init__(self, text: str, marked: Spans) -> None:
        self.text = text
        self.tokens: list[Token] = visible(text)
        self.numbers: list[Number] = numbers(self.tokens)
        self.number_at = {at: n for n in self.numbers for at in range(n.first, n.last)}
        self._folded = [fold(token.text) if token.kind == "word" else "" for token in self.tokens]
        self._starts = [token.start for token in self.tokens]
        marked = [mark for mark in marked if mark[0] < mark[1]]
        self._names = {start: end for start, end, kind in marked if kind in _NAMES}
        self._thing_ends = {end for _, end, kind in marked if kind in _THINGS}
        self._groups = {start for start, _, kind in marked if kind == "group"}
        self._dates = {at for start, end, kind in marked if kind == "date" for at in range(start, end)}
        self._taken = {
            at for start, end, kind in marked if kind in _NAMES or kind == "date" for at in range(start, end)
        }

    def word(self, at: int) -> str:
        """The folded word at a token, or nothing where there is none or no word."""
        return self._folded[at] if 0 <= at < len(self.tokens) else ""

    def text_of(self, at: int) -> str:
        """The word at a token as it is written."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def sign(self, at: int) -> str:
        """The sign at a token, or nothing."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) and self.tokens[at].kind == "sign" else ""

    def has(self, at: int, section: str) -> bool:
        """Whether the word at a token stands in a section of the lists."""
        return self.word(at) in folded(section)

    def counts(self, at: int) -> bool:
        """Whether the word at a token is a noun that numbers count."""
        return is_counted(self.word(at))

    def start(self, at: int) -> int:
        """Where a token starts; after the last, the text's end."""
        return self.tokens[at].start if at < len(self.tokens) else len(self.text)

    def end(self, at: int) -> int:
        """Where a token ends; after the last, the text's end."""
        return self.tokens[at].end if at < len(self.tokens) else len(self.text)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a date or a name lies in a stretch."""
        return any(at in self._taken for at in range(start, end))

    def in_date(self, place: int) -> bool:
        """Whether a code point lies in a date."""
        return place in self._dates

    def name_end(self, start: int) -> int | None:
        """The end of the name that starts at a code point."""
        return self._names.get(start)

    def ends_name(self, place: int) -> bool:
        """Whether a name of a person, body or event ends at a code point: «فرانس 24»."""
        return place in self._thing_ends

    def is_group(self, start: int) -> bool:
        """Whether the name of a people starts at a code point."""
        return start in self._groups

    def token_from(self, place: int) -> int:
        """The first token that starts at a code point or later."""
        return bisect_left(self._starts, place)

    def touches(self, at: int) -> bool:
        """Whether a token and the one after it stand together without white space."""
        return 0 <= at < len(self.tokens) - 1 and self.tokens[at].end == self.tokens[at + 1].start
