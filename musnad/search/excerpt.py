"""What a result shows: the sentence that fits best, its matching words marked, and why the document matched.

The same rules run in `static/search-excerpt.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.model import Value
from musnad.search.documents import FIELDS

_WIDTH = 50  # words of a sentence that are shown at most
_BEFORE = 12  # of them before the first match, where a sentence is cut

Phrase = tuple[tuple[str, ...], ...]  # for each of its words the terms it is searched under
Hits = dict[int, int]  # an occurrence (4 * position + field) -> the index of the query's word that it matches


class Shown(NamedTuple):
    """A passage as results keep it; see documents.Passage."""

    start: int
    text: str
    anchor: str = ""
    stands: tuple[int, int] | None = None


class Reason(Value, frozen=True):
    """Why a word of the query matched: the word as asked for, the document's word, in which field that is."""

    asked: str
    found: str
    field: str


class Excerpt(Value, frozen=True):
    """A passage or part of one.

    `marks` are spans of its code points; `cut`: whether words before it and after it are left out.
    """

    text: str
    anchor: str
    marks: tuple[tuple[int, int], ...] = ()
    cut: tuple[bool, bool] = (False, False)


def hits(phrases: Iterable[Phrase], occurrences: Callable[[str], Iterable[int]]) -> Hits:
    """What in a document matches these phrases, given where each term occurs in it."""
    found: Hits = {}
    index = 0
    for phrase in phrases:
        places = [{at for term in terms for at in occurrences(term)} for terms in phrase]
        for first in sorted(places[0]):
            run = range(first, first + len(phrase) * len(FIELDS), len(FIELDS))
            if all(at in word for at, word in zip(run, places, strict=True)):
                for word, at in enumerate(run, index):
                    found.setdefault(at, word)
        index += len(phrase)
    return found


def best(fields: Sequence[Sequence[Shown]], found: Hits) -> Excerpt:
    """Of the text's passages the one with the most words of the query, then most matches, then the first.

    Where a word matched in another name only, the name that stands in the text is taken for it.
    """
    inside = dict(found)
    direct = {word for at, word in found.items() if at % len(FIELDS) == 1}
    for name in fields[2]:
        for index in range(len(analyze(name.text))):
            word = found.get((name.start + index) * len(FIELDS) + 2)
            if word is not None and word not in direct and name.stands:
                for position in range(name.stands[0], name.stands[1] + 1):
                    inside.setdefault(position * len(FIELDS) + 1, word)
    ranked = [(passage, _matches(passage, inside)) for passage in fields[1]]
    if not ranked:
        return Excerpt("", "")
    return _cut(*max(ranked, key=lambda row: (len(set(row[1].values())), len(row[1]))))


def _matches(passage: Shown, found: Hits) -> dict[int, int]:
    """Of a passage of the text, the words (by index) that match, and what word of the query they match."""
    places = (
        (index, (passage.start + index) * len(FIELDS) + 1) for index in range(len(analyze(passage.text)))
    )
    return {index: found[place] for index, place in places if place in found}


def _cut(passage: Shown, matches: Mapping[int, int]) -> Excerpt:
    words = [(start, end) for _, start, end in analyze(passage.text)]
    first = max(0, min(min(matches, default=0) - _BEFORE, len(words) - _WIDTH))
    last = min(first + _WIDTH, len(words))
    start = words[first][0] if first else 0
    end = words[last - 1][1] if last < len(words) else len(passage.text)
    marks: list[tuple[int, int]] = []
    for index in sorted(matches):
        if first <= index < last:
            left, right = words[index][0] - start, words[index][1] - start
            joins = marks and re.fullmatch(r" +", passage.text[marks[-1][1] + start : left + start])
            marks.append((marks.pop()[0] if joins else left, right))
    return Excerpt(passage.text[start:end], passage.anchor, tuple(marks), (first > 0, last < len(words)))


def reasons(asked: Sequence[str], fields: Sequence[Sequence[Shown]], found: Hits) -> tuple[Reason, ...]:
    """For each word asked for that matched, its first match: in the text if there is one."""
    first: dict[int, Reason] = {}
    for field in (1, 0, 2, 3):
        for passage in fields[field]:
            for index, (_, start, end) in enumerate(analyze(passage.text)):
                word = found.get((passage.start + index) * len(FIELDS) + field)
                if word is not None and word not in first:
                    text = _words(fields[1], *passage.stands) if passage.stands else passage.text[start:end]
                    first[word] = Reason(asked[word], text, FIELDS[field])
    return tuple(first[word] for word in sorted(first))


def _words(passages: Sequence[Shown], first: int, last: int) -> str:
    """What stands in the text from one position to another, both in the same passage."""
    passage = max((p for p in passages if p.start <= first), key=lambda p: p.start)
    words = analyze(passage.text)[first - passage.start : last - passage.start + 1]
    return passage.text[words[0][1] : words[-1][2]]
