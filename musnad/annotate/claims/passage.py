"""A paragraph as the claim annotator reads it: words, sentences, quotations, names and dates by token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from musnad.annotate.claims import cues
from musnad.annotate.claims.quotes import Quote, pair
from musnad.arabic.fold import fold
from musnad.arabic.sentences import split
from musnad.arabic.tokens import Token, tokenize
from musnad.model import Block, Mention

_NAMES = frozenset({"person", "organization", "place", "event"})


class Passage(NamedTuple):
    """A block's tokens and what is known of each; offsets in it are of the article's text."""

    text: str  # the article's
    block: Block
    tokens: list[Token]
    keys: list[str]  # folded words; signs as they are
    first: list[int]  # first token of the token's sentence
    last: list[int]  # token after the last one of its sentence
    quotes: list[Quote]
    opened: dict[int, Quote]  # outer quotations by their opening token
    within: list[Quote | None]  # the outer closed quotation around a token, its marks included
    names: list[Mention | None]
    dates: list[Mention | None]
    quantities: list[Mention | None]
    through: list[int]  # token after the name, date or figure the token belongs to, else the next one

    def phrase(self, at: int, table: str) -> int:
        """How many tokens of a table's phrase stand at a token; 0 for none."""
        for phrase in cues.opening(table).get(self.keys[at], ()) if 0 <= at < len(self.keys) else ():
            if tuple(self.keys[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def is_role(self, at: int) -> bool:
        """Whether the token is a head noun of speakers, perhaps after و."""
        return at < len(self.keys) and self.keys[at] in cues.roles()

    def preposition(self, at: int) -> bool:
        """Whether a preposition stands at the token; «علي» with two dots below may be a man."""
        return self.keys[at] in cues.listed("prepositions") and self.tokens[at].text != "علي"

    def person(self, at: int) -> bool:
        """Whether a person's name starts or goes on at the token."""
        name = self.names[at] if at < len(self.names) else None
        return name is not None and name.type == "person"

    def count_words(self, start: int, end: int) -> int:
        """How many words and numbers stand between two tokens."""
        return sum(token.kind != "sign" for token in self.tokens[start:end])


def read(text: str, block: Block, mentions: Sequence[Mention]) -> Passage:
    """The passage of one block; `mentions` are those inside it."""
    words = text[block.start : block.end]
    local = tokenize(words)
    quotes = pair(words, local)
    outer = [quote for quote in quotes if quote.depth == 0]
    within: list[Quote | None] = [None] * len(local)
    for quote in outer:
        if quote.closed:
            within[quote.start : quote.end + 1] = [quote] * (quote.end + 1 - quote.start)
    first, last = _sentences(words, local, within)
    base = block.start
    tokens = [Token(t.start + base, t.end + base, t.text, t.kind) for t in local]
    size = len(tokens)
    names: list[Mention | None] = [None] * size
    dates: list[Mention | None] = [None] * size
    quantities: list[Mention | None] = [None] * size
    through = list(range(1, size + 1))
    starts = [t.start for t in tokens]
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        i = bisect_right(starts, mention.start) - 1
        # A name after a proclitic starts inside its word.
        if i < 0 or (starts[i] != mention.start and mention.start >= tokens[i].end):
            continue
        j = i
        while j < size and tokens[j].start < mention.end:
            j += 1
        kinds = names if mention.type in _NAMES else dates if mention.type == "date" else quantities
        if mention.type == "group":
            continue
        for k in range(i, j):
            if kinds[k] is None:
                kinds[k] = mention
                through[k] = max(through[k], j)
    keys = [fold(t.text) if t.kind != "sign" else t.text for t in tokens]
    opened = {quote.start: quote for quote in outer}
    return Passage(
        text, block, tokens, keys, first, last, quotes, opened, within, names, dates, quantities, through
    )


def _sentences(text: str, tokens: list[Token], within: list[Quote | None]) -> tuple[list[int], list[int]]:
    """For each token its sentence's first token and the one after its last; a quotation is never cut."""
    starts = [start for start, _ in split(text)]
    cuts = [0]
    at = 0
    for start in starts[1:]:
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        if at < len(tokens):
            quote = within[at]
            if quote is None or quote.start == at:
                cuts.append(at)
    cuts = sorted({*cuts, len(tokens)})
    first, last = [0] * len(tokens), [0] * len(tokens)
    for a, b in pairwise(cuts):
        first[a:b] = [a] * (b - a)
        last[a:b] = [b] * (b - a)
    return first, last
