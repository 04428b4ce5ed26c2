"""Archive -> entries: what is found as one result, an article or a statement, each in four fields.

field     of an article                            of a statement
heading   its title                                who says it, in the text's words and every name; the cue
text      its blocks, residue apart                its content, in whole words of the text
named     other names of those named in the text   the same
source    outlet, agencies, credit, authors        through whom it came, and the article's
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from musnad import edtf
from musnad.model import Annotations, Archive, Article, Entity, Value
from musnad.search import facets
from musnad.search.fields import Fields, Postings
from musnad.search.names import kinds
from musnad.search.numbers import number
from musnad.search.packing import levels, occurrences
from musnad.search.record import Record, packed
from musnad.search.texts import Around, Text

_MOST = 2**14 - 1  # statements of one article: the browser's keys for documents have room for no more


class Material(Value, frozen=True):
    """An article, what was found in it, and the entities that either refers to."""

    article: Article
    found: Annotations
    entities: tuple[Entity, ...]


class Entry(Value, frozen=True):
    """An article with its statements, ready for an index.

    `lengths`: how many words its text has, then each statement's. `terms`, `levels` and `places` are lists of
    as many items, joined by spaces: every term, and in packing's letters how much it weighs and where it is.
    `forms` are pairs, so joined: a form that occurs, and the term it is found under. `filters` and `filtered`
    are like `terms` and `levels`, of what a query's fields ask for («s:بالي», «m:deny»; see data/query.toml)
    and of what facets have («S:mustafa_bali»; see facets.py).
    `names` are those of its text, with their kinds, see names.py; `written` are those forms that the text
    writes otherwise, each with «=» and how. `packed` is the record as the browser reads it.
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
    record: Record
    packed: str


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
    filtered: dict[str, dict[int, int]] = {}
    for place in range(len(statements) + 1):
        for one in sorted({*fields.filters(place), *facets.values(article, record, place, text, around)}):
            filtered.setdefault(one, {})[place] = 1
    return Entry(
        id=article.id,
        day=day(article),
        lengths=tuple(lengths),
        terms=" ".join(postings.levels),
        levels=" ".join(map(levels, postings.levels.values())),
        places=" ".join(map(occurrences, postings.places.values())),
        forms=" ".join(f"{form} {term}" for form, term in sorted(fields.forms)),
        filters=" ".join(filtered),
        filtered=" ".join(map(levels, filtered.values())),
        names=" ".join(kinds(text.terms, text.proper, text.named)),
        written=" ".join(_written(article.text, text)),
        record=record,
        packed=packed(record),
    )


def _written(whole: str, text: Text) -> Iterator[str]:
    """Each form in the text that is written with other letters, and these."""
    found = dict(zip(text.forms, zip(text.starts, text.ends, strict=True), strict=True))
    for form, (start, end) in found.items():
        if form != (word := whole[start:end]) and word.isalpha():
            yield f"{form}={word}"


def _carriers(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, *article.agencies, article.credit)
