"""Where words of one text stand in another: both are aligned word by word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

Span = tuple[int, int]
Mapping = Callable[[int, int], Span | None]
_WORD = re.compile(r"\S+")


def mapping(old: str, new: str) -> Mapping:
    """From a span of the old text to where most of its words stand in the new, None where they do not."""
    olds, news = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    starts, ends = [word.start() for word in olds], [word.end() for word in olds]
    matcher = SequenceMatcher(None, [w[0] for w in olds], [w[0] for w in news], autojunk=False)
    to = {a + at: b + at for a, b, size in matcher.get_matching_blocks() for at in range(size)}

    def moved(start: int, end: int) -> Span | None:
        words = range(bisect_right(ends, start), bisect_left(starts, end))
        found = [to[word] for word in words if word in to]
        if not found or 2 * len(found) < len(words):
            return None
        return news[found[0]].start(), news[found[-1]].end()

    return moved


def shared(one: Span, other: Span) -> int:
    """How many code points two spans have in common; none or less where they do not meet."""
    return min(one[1], other[1]) - max(one[0], other[0])
