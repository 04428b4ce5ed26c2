"""Archive -> entries: what is found as one result, an article or a statement, each in four fields.

field     of an article                            of a statement
heading   its title                                who says it, in the text's words and every name; the cue
text      its blocks, residue apart                its content, in whole words of the text
named     other names of those named in the text   the same
source    outlet, agencies, credit, authors        through whom it came, and the article's
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from musnad import edtf
from musnad.model import Annotations, Archive, Article, Entity, Value
from musnad.search import ranking
from musnad.search.analysis import Word, name_words, names
from musnad.search.packing import levels, occurrences
from musnad.search.record import FIELDS, Record, packed
from musnad.search.texts import Around, Placed, Text

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
    are like `terms` and `levels`, of what a query's fields ask for: «s:بالي», «m:deny»; see data/query.toml.
    `packed` is the record as the browser reads it.
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
    record: Record
    packed: str


def day(article: Article) -> int:
    """The first day its date can mean, as `datetime.date.toordinal` counts; 0 where that is unknown."""
    days = edtf.days(article.date_published) if article.date_published else None
    return days[0].toordinal() if days and days[0] != date.min else 0


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
    text = Text(article, names(found.mentions))
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
    forms: set[tuple[str, str]] = set()
    in_levels: dict[str, dict[int, int]] = {}
    in_places: dict[str, dict[int, list[int]]] = {}
    filtered: dict[str, dict[int, int]] = {}
    lengths = []
    for place in range(len(record.statements) + 1):
        where: dict[str, list[int]] = {}
        fields = _fields(record, place, text, around)
        lengths.append(len(fields[1]))
        for field, placed in enumerate(fields):
            for position, word in placed:
                where.setdefault(word.term, []).append(position * len(FIELDS) + field)
                forms.add((word.form, word.term))
        for term, some in where.items():
            in_levels.setdefault(term, {})[place] = ranking.level(some, lengths[-1], statement=place > 0)
            in_places.setdefault(term, {})[place] = sorted(some)
        for one in sorted(set(_filters(record, place, text, around))):
            filtered.setdefault(one, {})[place] = 1
    return Entry(
        id=article.id,
        day=day(article),
        lengths=tuple(lengths),
        terms=" ".join(in_levels),
        levels=" ".join(map(levels, in_levels.values())),
        places=" ".join(map(occurrences, in_places.values())),
        forms=" ".join(f"{form} {term}" for form, term in sorted(forms)),
        filters=" ".join(filtered),
        filtered=" ".join(map(levels, filtered.values())),
        record=record,
        packed=packed(record),
    )


def _fields(record: Record, place: int, text: Text, around: Around) -> tuple[Placed, ...]:
    """The words of a document's four fields with their positions, as `record.fields` lays passages out."""
    if not place:
        authors = [name_words(author, proper=True) for author in record.authors]
        heading: list[Iterable[Word]] = [text.title]
        found, sources = text.placed, [*_names(around, record.carriers), *authors]
    else:
        said = record.statements[place - 1]
        heading = [[word for _, word in text.inside(one)] for one in said.attribution]
        heading += _names(around, () if said.speaker is None else (said.speaker,))
        found = text.inside(said.content)
        sources = _names(around, dict.fromkeys((*said.via, *record.carriers)))
    standing = {word.term for _, word in found}
    others: list[Iterable[Word]] = []
    for named, spelled in zip(around.named, around.words, strict=True):
        if found and any(found[0][0] <= first and last <= found[-1][0] for first, last in named.stands):
            others += spelled
    other = [(at, word) for at, word in _apart(others) if word.term not in standing]
    return _apart(heading), found, other, _apart(sources)


def _filters(record: Record, place: int, text: Text, around: Around) -> Iterator[str]:
    """What a document is found by through the query's fields."""

    def named(field: str, places: Iterable[int]) -> Iterator[str]:
        return (f"{field}:{word.term}" for name in _names(around, places) for word in name)

    if not place:
        yield "k:article"
        yield from named("o", record.carriers)
        yield from named("e", (at for at, one in enumerate(around.named) if one.stands))
        return
    said, cue = record.statements[place - 1], around.cues[place - 1]
    speaker = () if said.speaker is None else (said.speaker,)
    first, last = said.content
    inside = (
        at for at, one in enumerate(around.named) if any(first <= a and b <= last for a, b in one.stands)
    )
    yield "k:statement"
    yield f"m:{said.modality}"
    yield from named("o", (*said.via, *record.carriers))
    yield from named("s", speaker)
    yield from named("e", (*inside, *speaker))
    yield from (f"c:{word.term}" for _, word in (text.inside(cue) if cue else ()))


def _names(around: Around, places: Iterable[int]) -> list[Iterable[Word]]:
    return [name for place in places for name in around.words[place]]


def _apart(passages: Iterable[Iterable[Word]]) -> Placed:
    """Words of passages with a gap before each."""
    placed: Placed = []
    position = 0
    for passage in passages:
        position += 1
        for word in passage:
            placed.append((position, word))
            position += 1
    return placed


def _carriers(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, *article.agencies, article.credit)
