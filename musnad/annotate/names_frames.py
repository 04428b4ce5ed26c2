"""Names known by the words around them: after a class word, in quotes, as a body of a state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names_classes import ClassWord, class_words
from musnad.annotate.names_match import QUOTES, Found, Word, closed
from musnad.annotate.names_spelling import readings
from musnad.annotate.names_tables import listed, table
from musnad.arabic.fold import fold
from musnad.model import NameType

_MINISTRY = fold("وزارة")
_LONGEST = 4  # words of a name in quotation marks
_PARTICLES = frozenset(("في", "من", "على", "عبر", "إلى", "عن", "لم", "لا", "أن"))  # of a phrase, not a name

Starts = dict[int, list[Found]]


def frames(row: Sequence[Word], known: Iterable[Found], text: str) -> Iterator[Found]:
    """Names that a row's words frame; `known` are those already found in it, overlapping ones included."""
    starts: Starts = {}
    for found in known:
        starts.setdefault(found.first, []).append(found)
    for index, word in enumerate(row):
        for reading in readings(word.text):
            start, key = word.start + reading.skip, reading.parts[0]
            if entry := class_words().get(key):
                yield from _class_word(row, index, start, entry, starts, text)
            if key == _MINISTRY:
                yield from _ministry(row, index, start, starts, text)
            elif head := heads().get(key):
                last = _nationality(row, index, head, starts, bool(reading.skip))
                if last and head.purpose:
                    last = _purpose(row, last, text)
                if last:
                    yield _made(row, start, index, last, "organization", "body", text)


class Head(NamedTuple):
    """A noun that with a nationality names a body: how the adjective ends, what it does not stand after."""

    ending: str
    banned: frozenset[str]
    purpose: bool  # whether it does so only together with what the body is for


@cache
def heads() -> dict[str, Head]:
    """The nouns that with a nationality name a body, folded."""
    found = {}
    for noun, gender, banned, purpose in table("body_heads.tsv"):
        words = frozenset(fold(word) for word in banned.split(";"))
        found[fold(noun)] = Head("ي" if gender == "m" else "يه", words - {"-"}, purpose == "purpose")
    return found


def _class_word(
    row: Sequence[Word], index: int, start: int, entry: ClassWord, starts: Starts, text: str
) -> Iterator[Found]:
    """«محافظة دير الزور», a class word inside a place's name; «وكالة «هاوار»», a name in quotes."""
    after = index + 1
    if after == len(row) or not row[after].joined:
        return
    if entry.place == "outside":
        if entry.kind in ("town", "organization") and (last := _quoted(row, after, text)):
            yield _made(row, row[after].start, after, last, entry.type, "quoted", text)
        return
    for found in starts.get(after, ()):
        if found.type == "place" and found.start == row[after].start:
            entity = found.entity if entry.place == "same" else None
            yield _made(row, start, index, found.last, entry.type, "class-word", text, entity)


def _quoted(row: Sequence[Word], first: int, text: str) -> int | None:
    """The last word of a short name that stands in quotation marks of its own, beginning with `first`."""
    closing = QUOTES.get(text[max(0, row[first].start - 1)])
    for last in range(first, min(first + _LONGEST, len(row))) if closing else ():
        if last > first and text[row[last - 1].end : row[last].start] != " ":
            return None
        if row[last].text in _PARTICLES:
            return None
        if text[row[last].end : row[last].end + 1] == closing:
            return last
    return None


def _purpose(row: Sequence[Word], last: int, text: str) -> int | None:
    """The last word of what a body is for («لحقوق الإنسان», «لكرة القدم») after its nationality."""
    first = last + 1
    if (
        first >= len(row)
        or text[row[last].end : row[first].start] != " "
        or not row[first].text.startswith("ل")
    ):
        return None
    if row[first].text.startswith("لل"):
        return first
    after = first + 1
    spaced = after < len(row) and text[row[first].end : row[after].start] == " "
    return after if spaced and row[after].text.startswith("ال") else None


def _ministry(row: Sequence[Word], index: int, start: int, starts: Starts, text: str) -> Iterator[Found]:
    """«وزارة الدفاع», «وزارة التربية والتعليم السورية»."""
    last = index
    while last + 1 < len(row) and row[last + 1].joined:
        word = row[last + 1]
        goes_on = word.text.startswith("وال") or word.text in listed("office_adjectives.txt")
        if text[row[last].end : word.start] != " " or not (
            goes_on if last > index else word.text.startswith("ال")
        ):
            break
        last += 1
    for found in starts.get(last + 1, ()) if last > index else ():
        if found.type == "group" and row[last + 1].joined and _definite(row, found):
            last = found.last
            break
    if last > index:
        yield _made(row, start, index, last, "organization", "body", text)


def _nationality(row: Sequence[Word], index: int, head: Head, starts: Starts, apart: bool) -> int | None:
    """The last word of the nationality that makes a noun a body's name.

    `apart`: a proclitic parts the noun from the word before, so that it is no part of a title.
    """
    if index and row[index].joined and head.banned and not apart:
        before = {reading.parts[0] for reading in readings(row[index - 1].text)}
        if before & head.banned or any(word.startswith("ال") and len(word) > 3 for word in before):
            return None
    for found in starts.get(index + 1, ()):
        agrees = fold(row[index + 1].text).endswith(head.ending)
        if found.type == "group" and row[index + 1].joined and _definite(row, found) and agrees:
            return found.last
    return None


def _definite(row: Sequence[Word], found: Found) -> bool:
    return row[found.first].text.startswith("ال") and row[found.first].start == found.start


def _made(
    row: Sequence[Word],
    start: int,
    first: int,
    last: int,
    kind: NameType,
    rule: str,
    text: str,
    entity: str | None = None,
) -> Found:
    """A name whose entity is made from its words, unless it is given."""
    end = closed(text, start, row[last].end)
    entity = entity or made_id(text[start:end], kind)
    return Found(start, end, first, last, kind, entity, rule, (True, 3, False, entity))
