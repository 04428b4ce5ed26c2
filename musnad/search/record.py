"""What results show of an article and its statements: its text by sentence, and the names in and around it.

`fields` makes of a record what a document's four fields hold, as passages. `static/search-record.js` reads
`packed` and makes the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from musnad.arabic.analyzer import analyze
from musnad.model import Modality, Value
from musnad.search.packing import pack
from musnad.search.squeeze import squeeze

FIELDS = ("heading", "text", "named", "source")
MODALITIES: tuple[Modality, ...] = get_args(Modality)

Range = tuple[int, int]  # the positions of a first and a last word in the text


class Passage(NamedTuple):
    """A stretch of a field: the positions of its words count on from `start`.

    `anchor` is its place on the page; `stands` is where in the text names stand of which this is another.
    """

    start: int
    text: str
    anchor: str = ""
    stands: tuple[Range, ...] = ()


class Sentence(NamedTuple):
    """A sentence: the number of its block, the position of its first word, its words."""

    block: int
    start: int
    text: str


class Named(NamedTuple):
    """Somebody or something named: all names, and where in the text they stand.

    The first name is the Arabic one; the second the English one, where `english` says so.
    """

    names: tuple[str, ...]
    english: bool = False
    stands: tuple[Range, ...] = ()


class Said(NamedTuple):
    """A statement: its content in the text, its attribution's words there, who says it and through whom.

    `speaker` and `via` are places in the record's `named`; `date` is its own, which results do not
    show. `cue` is that one of `attribution` which is the cue.
    """

    id: str
    content: Range
    attribution: tuple[Range, ...]
    speaker: int | None
    via: tuple[int, ...]
    modality: Modality
    date: str = ""
    cue: Range | None = None


class Record(Value, frozen=True):
    """An article as results show it. `carriers` are places in `named`."""

    id: str
    title: str
    date: str | None
    sentences: tuple[Sentence, ...]
    named: tuple[Named, ...]
    carriers: tuple[int, ...]
    authors: tuple[str, ...]
    statements: tuple[Said, ...]


def fields(record: Record, place: int) -> tuple[list[Passage], ...]:
    """The passages of the four fields of the article (place 0) or of one of its statements (from 1)."""
    if not place:
        inside, anchor = (0, record.sentences[-1].start + 10**6) if record.sentences else (0, 0), ""
        heading = [record.title]
        sources = [*_names(record, record.carriers), *record.authors]
    else:
        said = record.statements[place - 1]
        inside, anchor = said.content, said.id
        heading = [words(record, one) for one in said.attribution]
        heading += _names(record, () if said.speaker is None else (said.speaker,))
        sources = _names(record, dict.fromkeys((*said.via, *record.carriers)))
    others: list[tuple[str, tuple[Range, ...]]] = []
    for one in record.named:
        stands = tuple(at for at in one.stands if inside[0] <= at[0] and at[1] <= inside[1])
        others += ((name, stands) for name in one.names if stands)
    return (
        _apart((text, ()) for text in heading),
        list(clipped(record, inside, anchor)),
        _apart(others),
        _apart((text, ()) for text in sources),
    )


def clipped(record: Record, inside: Range, anchor: str = "") -> Iterator[Passage]:
    """The sentences, or parts of them, from one position to another, under this anchor or their blocks'."""
    for block, start, text in record.sentences:
        spans = analyze(text)
        first, last = max(inside[0] - start, 0), min(inside[1] - start, len(spans) - 1)
        if first > last:
            continue
        left = spans[first][1] if first else 0
        right = spans[last][2] if last < len(spans) - 1 else len(text)
        yield Passage(start + first, text[left:right], anchor or f"p{block}")


def words(record: Record, inside: Range) -> str:
    """What stands in the text from one position to another."""
    return " ".join(passage.text for passage in clipped(record, inside))


def _names(record: Record, places: Iterable[int]) -> list[str]:
    return [name for place in places for name in record.named[place].names]


def _apart(texts: Iterable[tuple[str, tuple[Range, ...]]]) -> list[Passage]:
    """Passages with a gap before each, so that no phrase runs from one to the next."""
    found, start = [], 1
    for text, stands in texts:
        found.append(Passage(start, text, "", stands))
        start += len(analyze(text)) + 1
    return found


def packed(record: Record) -> str:
    """A record for the browser: squeezed texts, «|», ids, «|», numbers."""
    texts = [record.title, record.date or ""]
    texts += (sentence.text for sentence in record.sentences)
    texts += (name for named in record.named for name in named.names)
    texts += record.authors
    ids = " ".join((record.id, *(said.id for said in record.statements)))
    return "|".join((squeeze("\n".join(texts)), ids, pack(_numbers(record))))


def _numbers(record: Record) -> Iterator[int]:
    yield len(record.sentences)
    block = at = 0
    for sentence in record.sentences:
        yield sentence.block - block
        yield sentence.start - at
        block, at = sentence.block, sentence.start
    yield len(record.named)
    for named in record.named:
        yield len(named.names) * 2 + named.english
        yield from _ranges(named.stands)
    yield from (len(record.carriers), *record.carriers, len(record.authors))
    for said in record.statements:
        yield from (said.content[0], said.content[1] - said.content[0])
        yield from _ranges(said.attribution)
        yield 0 if said.speaker is None else said.speaker + 1
        yield from (len(said.via), *said.via, _head(said))


def _head(said: Said) -> int:
    """A statement's modality, and which of its sorted attribution is the cue (0: none)."""
    cue = sorted(said.attribution).index(said.cue) + 1 if said.cue else 0
    return MODALITIES.index(said.modality) * 3 + cue


def _ranges(ranges: Iterable[Range]) -> Iterator[int]:
    given = tuple(ranges)
    yield len(given)
    at = 0
    for first, last in sorted(given):
        yield from (first - at, last - first)
        at = first
