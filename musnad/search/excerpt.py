"""What a result shows: the sentence that fits best, its matching words marked, why the document matched.

Matches are found anew in what is shown, by the forms under which the index knows the terms asked for. The
same rules run in `static/search-excerpt.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from musnad.arabic.analyzer import analyze
from musnad.model import Value
from musnad.search.record import FIELDS, Passage

_WIDTH = 50  # words of a sentence that are shown at most
_BEFORE = 12  # of them before the first match, where a sentence is cut
_HEADING, _TEXT, _NAMED, _SOURCE = range(len(FIELDS))

Forms = Sequence[AbstractSet[str]]  # of a phrase: for each of its words the forms that match it
Hits = dict[tuple[int, int], int]  # field and position of a word -> the index of the query's word it matches


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


def hits(fields: Sequence[Sequence[Passage]], phrases: Iterable[Forms]) -> Hits:
    """What in a document's fields matches these phrases, the first of them where several do."""
    read = [
        {
            position: form
            for passage in field
            for position, (form, _, _) in enumerate(analyze(passage.text), passage.start)
        }
        for field in fields
    ]
    found: Hits = {}
    index = 0
    for phrase in phrases:
        for field, forms in enumerate(read):
            for first in forms:
                run = range(first, first + len(phrase))
                if all(forms.get(at) in word for at, word in zip(run, phrase, strict=True)):
                    for word, at in enumerate(run, index):
                        found.setdefault((field, at), word)
        index += len(phrase)
    return found


def best(fields: Sequence[Sequence[Passage]], found: Hits) -> Excerpt:
    """Of the text's passages the one with the most words of the query, then most matches, then the first.

    Where a word matched in another name only, the names that stand in the text are taken for it.
    """
    inside = dict(found)
    direct = {word for (field, _), word in found.items() if field == _TEXT}
    for passage in fields[_NAMED]:
        for position in range(passage.start, passage.start + len(analyze(passage.text))):
            word = found.get((_NAMED, position))
            if word is not None and word not in direct:
                for first, last in passage.stands:
                    for at in range(first, last + 1):
                        inside.setdefault((_TEXT, at), word)
    ranked = [(passage, _marked(passage, inside)) for passage in fields[_TEXT]]
    if not ranked:
        return Excerpt("", "")
    return _cut(*max(ranked, key=lambda row: (len(set(row[1].values())), len(row[1]))))


def _marked(passage: Passage, found: Hits) -> dict[int, int]:
    """Of a passage of the text, the words (by index) that match, and what word of the query they match."""
    places = ((index, (_TEXT, passage.start + index)) for index in range(len(analyze(passage.text))))
    return {index: found[place] for index, place in places if place in found}


def _cut(passage: Passage, matches: Mapping[int, int]) -> Excerpt:
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


def reasons(asked: Sequence[str], fields: Sequence[Sequence[Passage]], found: Hits) -> tuple[Reason, ...]:
    """For each word asked for that matched, its first match: in the text if there is one."""
    first: dict[int, Reason] = {}
    for field in (_TEXT, _HEADING, _NAMED, _SOURCE):
        for passage in fields[field]:
            for position, (_, start, end) in enumerate(analyze(passage.text), passage.start):
                word = found.get((field, position))
                if word is not None and word not in first:
                    text = (
                        _words(fields[_TEXT], *passage.stands[0])
                        if passage.stands
                        else passage.text[start:end]
                    )
                    first[word] = Reason(asked[word], text, FIELDS[field])
    return tuple(first[word] for word in sorted(first))


def _words(passages: Sequence[Passage], first: int, last: int) -> str:
    """What stands in the text from one position to another."""
    parts = []
    for passage in passages:
        spans = analyze(passage.text)
        left, right = max(first - passage.start, 0), min(last - passage.start, len(spans) - 1)
        if left <= right:
            parts.append(passage.text[spans[left][1] : spans[right][2]])
    return " ".join(parts)
