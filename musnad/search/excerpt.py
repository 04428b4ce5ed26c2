"""What a result shows: the sentence that fits best, its matching words marked, and why the document matched.

The same rules run in `static/search-index.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from musnad.model import Value
from musnad.search.analysis import tokens
from musnad.search.documents import FIELDS

_WIDTH = 50  # words of a sentence that are shown at most
_BEFORE = 12  # of them before the first match, where a sentence is cut

Hits = Mapping[
    int, int
]  # an occurrence (4 * position + field) -> the index of the query's word that it matches
Phrase = tuple[tuple[str, ...], ...]  # for each of its words the terms it is searched under


class Shown(NamedTuple):
    """A passage as results keep it: the place of its first word, its text, its anchor on the page."""

    start: int
    text: str
    anchor: str


class Reason(Value, frozen=True):
    """Why a word of the query matched: the word as asked for, as it stands in the document, in which field."""

    asked: str
    found: str
    field: str


class Excerpt(Value, frozen=True):
    """A passage or part of one. `marks` are spans of code points of `text`; `cut`: text is left out before, after."""

    text: str
    anchor: str
    marks: tuple[tuple[int, int], ...] = ()
    cut: tuple[bool, bool] = (False, False)


def hits(phrases: Iterable[Phrase], occurrences: Callable[[str], Iterable[int]]) -> dict[int, int]:
    """What in a document matches these phrases, given the occurrences of each term in it."""
    found: dict[int, int] = {}
    index = 0
    for phrase in phrases:
        places = [{at for term in terms for at in occurrences(term)} for terms in phrase]
        for first in places[0]:
            run = [first + step * len(FIELDS) for step in range(len(phrase))]
            if all(at in word for at, word in zip(run, places, strict=True)):
                for step, at in enumerate(run):
                    found.setdefault(at, index + step)
        index += len(phrase)
    return found


def best(passages: Sequence[Shown], field: int, found: Hits) -> Excerpt:
    """Of a field's passages the one with the most words of the query, then most matches, then the first."""
    chosen, marked = None, {}
    score = (-1, -1)
    for passage in passages:
        inside = _inside(passage, len(tokens(passage.text)), field, found)
        if (rank := (len(set(inside.values())), len(inside))) > score:
            chosen, marked, score = passage, inside, rank
    return _cut(chosen, marked) if chosen else Excerpt("", "")


def _inside(passage: Shown, length: int, field: int, found: Hits) -> dict[int, int]:
    """The passage's own words (by index) that are hits."""
    places = ((index, (passage.start + index) * len(FIELDS) + field) for index in range(length))
    return {index: found[place] for index, place in places if place in found}


def _cut(passage: Shown, marked: Mapping[int, int]) -> Excerpt:
    words = [(start, end) for _, start, end in tokens(passage.text)]
    first = max(0, min(min(marked, default=0) - _BEFORE, len(words) - _WIDTH)) if len(words) > _WIDTH else 0
    last = first + _WIDTH
    start = words[first][0] if first else 0
    end = words[last - 1][1] if last < len(words) else len(passage.text)
    marks = tuple((words[i][0] - start, words[i][1] - start) for i in sorted(marked) if first <= i < last)
    return Excerpt(passage.text[start:end], passage.anchor, marks, (first > 0, last < len(words)))


def reasons(asked: Sequence[str], fields: Sequence[Sequence[Shown]], found: Hits) -> tuple[Reason, ...]:
    """For each word asked for that is among the hits: its first occurrence, in the text if it is there."""
    first: dict[int, Reason] = {}
    for field in (1, 0, 3, 2):
        for passage in fields[field]:
            for index, (_, start, end) in enumerate(tokens(passage.text)):
                word = found.get((passage.start + index) * len(FIELDS) + field)
                if word is not None and word not in first:
                    first[word] = Reason(asked[word], passage.text[start:end], FIELDS[field])
    return tuple(first[word] for word in sorted(first))
