"""Archive -> entries: what is found as one result, an article or a statement, each in four fields.

field     of an article                            of a statement
heading   its title                                who says it, in the text's words and every name; the cue
text      its blocks, residue apart                its content, in whole words of the text
named     other names of those named in the text   the same
source    outlet, agencies, credit, authors        through whom it came, and the article's
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

import msgspec

from musnad import edtf
from musnad.model import Annotations, Archive, Article, Entity, Value
from musnad.search import facets
from musnad.search.analysis import Word
from musnad.search.fields import Fields, Postings
from musnad.search.names import kinds
from musnad.search.numbers import number
from musnad.search.packing import levels, occurrences
from musnad.search.record import Record, packed
from musnad.search.texts import Around, Text

# First letters of the terms of each group but the first: groups are about as large in an archive of news.
GROUPS = ("", *"efابجرعقمن")
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Record).decode
_MOST = 2**14 - 1  # statements of one article: the browser's keys for documents have room for no more


class Material(Value, frozen=True):
    """An article, what was found in it, and the entities that either refers to."""

    article: Article
    found: Annotations
    entities: tuple[Entity, ...]


class Entry(Value, frozen=True):
    """An article with its statements, ready for an index.

    `lengths`: how many words its text has, then each statement's. `terms`, `levels` and `places` are lists of
    as many items, see `grouped`: every term, sorted, and in packing's letters how much it weighs and where it
    is. `forms` are the forms that occur, each with «=» and each of the terms it is found under. `filters` and
    `filtered` are like `terms` and `levels`, of what a query's fields ask for («s:بالي», «m:deny»; see
    data/query.toml) and of what facets have («S:mustafa_bali»; see facets.py).
    `names` are those of its text, with their kinds, see names.py; `written` are those forms that the text
    writes otherwise, each with «=» and how. `shown` is the record as MessagePack has it, `packed` as the
    browser reads it.
    """

    id: str
    day: int
    lengths: tuple[int, ...]
    terms: str
    levels: str
    places: str
    forms: str
    filters: str
    filtered: str
    names: str
    written: str
    shown: bytes
    packed: str

    @property
    def record(self) -> Record:
        """What results show of it."""
        return _decode(self.shown)


def day(article: Article) -> int:
    """The first day its date can mean, as `datetime.date.toordinal` counts; 0 where that is unknown."""
    days = edtf.days(article.date_published) if article.date_published else None
    return days[0].toordinal() if days and days[0] != date.min else 0


def numbers(archive: Archive) -> dict[str, int]:
    """The number of each article's record in the browser's index, by its id."""
    return number((day(article), article.id) for article in archive.articles)[0]


def materials(archive: Archive) -> list[Material]:
    """What the documents of each article are made of, in the order of the articles' days and ids."""
    ordered = sorted(archive.articles, key=lambda article: (day(article), article.id))
    return [_material(article, archive) for article in ordered]


def _material(article: Article, archive: Archive) -> Material:
    found, entities = archive.annotations[article.id], archive.entities
    voices = (voice for claim in found.claims for voice in (claim.speaker, *claim.via))
    keys = {*_carriers(article), *(m.entity for m in found.mentions), *(voice.entity for voice in voices)}
    known = (entities[key] for key in sorted(filter(None, keys)) if key in entities)
    return Material(article, found, tuple(known))


def entry(material: Material) -> Entry:
    """An article and its statements as documents."""
    article, found = material.article, material.found
    text = Text(article, found.mentions)
    around = Around(found.mentions, {entity.id: entity for entity in material.entities}, text)
    carriers = around.places(_carriers(article))
    statements = tuple(around.statements(found.claims[:_MOST]))
    shown = {*carriers, *(place for said in statements for place in (said.speaker, *said.via))}
    record = Record(
        id=article.id,
        title=article.title,
        date=article.date_published,
        sentences=tuple(text.sentences),
        carriers=carriers,
        authors=article.authors,
        statements=statements,
        named=tuple(
            named if place in shown else around.other(place) for place, named in enumerate(around.named)
        ),
    )
    fields = Fields(record, text, around)
    postings = Postings()
    lengths = []
    for place in range(len(statements) + 1):
        lengths.append(fields.length(place))
        postings.add(place, lengths[-1], fields.occurrences(place))
    filtered: defaultdict[str, list[int]] = defaultdict(list)
    for place, (filters, values) in enumerate(
        zip(fields.filters(), facets.values(article, fields), strict=True)
    ):
        for one in filters.union(values):
            filtered[one].append(place)
    terms, others = sorted(postings), sorted(filtered)
    rows = [postings[term] for term in terms]
    return Entry(
        id=article.id,
        day=day(article),
        lengths=tuple(lengths),
        terms=grouped(terms, terms),
        levels=grouped(terms, [levels(row) for row in rows]),
        places=grouped(terms, [occurrences(row) for row in rows]),
        forms=" ".join(_forms(fields.forms)),
        filters=grouped(others, others),
        filtered=grouped(others, [_marked(tuple(filtered[one])) for one in others]),
        names=" ".join(kinds(text.terms, text.proper, text.named, _capitals(article.text, text))),
        written=" ".join(_written(article.text, text)),
        shown=_encode(record),
        packed=packed(record),
    )


@lru_cache(maxsize=1 << 14)
def _marked(places: tuple[int, ...]) -> str:
    """The levels of a filter that the documents in these places have."""
    return levels([(place, 1) for place in places])


def grouped(terms: Sequence[str], texts: Sequence[str]) -> str:
    """Texts, one of each of these terms, joined by spaces; on a line of its own for each of GROUPS."""
    cuts = [*(bisect_left(terms, start) for start in GROUPS), len(terms)]
    return "\n".join(" ".join(texts[first:last]) for first, last in pairwise(cuts))


def _forms(pairs: Iterable[Word]) -> Iterator[str]:
    """Each form and the terms it is found under, with «=» between, from pairs of them."""
    found: dict[str, str] = {}
    for form, term in pairs:
        found[form] = f"{found[form]}={term}" if form in found else f"{form}={term}"
    return iter(found.values())


def _capitals(whole: str, text: Text) -> dict[str, bool]:
    """The words of Latin letters that a text writes with a capital, and whether one stands by itself."""
    found: dict[str, bool] = {}
    forms = ["", *text.forms, ""]
    for at, start in enumerate(text.starts, 1):
        if forms[at].isascii() and whole[start].isupper():
            alone = not (forms[at - 1].isascii() and forms[at - 1].isalpha())
            alone = alone and not (forms[at + 1].isascii() and forms[at + 1].isalpha())
            found[forms[at]] = alone or found.get(forms[at], False)
    return found


def _written(whole: str, text: Text) -> Iterator[str]:
    """Each form in the text that is written with other letters, and these."""
    found = dict(zip(text.forms, zip(text.starts, text.ends, strict=True), strict=True))
    for form, (start, end) in found.items():
        if form != (word := whole[start:end]) and word.isalpha():
            yield f"{form}={word}"


def _carriers(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, *article.agencies, article.credit)
