"""Archive -> documents: what is found as one result, an article or a statement, each in four fields.

field     of an article                            of a statement
heading   its title                                who says it, in the text's words and every name; the cue
text      its blocks, residue apart, by sentence   its content, by sentence
named     other names of those named in the text   the same
source    outlet, agencies, credit, authors        through whom it came, and the article's
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from musnad import edtf
from musnad.arabic.fold import fold
from musnad.arabic.sentences import split
from musnad.model import Annotations, Archive, Article, Claim, Entity, Mention, Modality, Value, Voice
from musnad.search.analysis import PROPER, Names, Word, name_words, names, words

FIELDS = ("heading", "text", "named", "source")
_MOST = 2**14 - 1  # statements of one article: the browser's keys for documents have room for no more


class Passage(NamedTuple):
    """A stretch of a field: the positions of its words count on from `start`.

    `anchor` is its place on the page. Of another name, `stands` are the positions in the text, first and
    last, of the name that stands there instead.
    """

    start: int
    text: str
    words: tuple[Word, ...]
    anchor: str = ""
    stands: tuple[int, int] | None = None


class Speaker(Value, frozen=True):
    """Who says a statement, to be shown: the name in Arabic («» for nobody named) and in English if known."""

    ar: str
    en: str | None = None


class Document(Value, frozen=True):
    """A unit of result. `id` is the article's or the claim's; `fields` in the order of FIELDS."""

    kind: Literal["article", "statement"]
    id: str
    date: str | None
    fields: tuple[tuple[Passage, ...], ...]
    speaker: Speaker | None = None
    modality: Modality | None = None

    def length(self) -> int:
        """How many words its text has."""
        return sum(len(passage.words) for passage in self.fields[1])

    def postings(self) -> dict[str, list[int]]:
        """Where each term occurs: 4 * position + field, ascending."""
        found: dict[str, list[int]] = {}
        for field, passages in enumerate(self.fields):
            for passage in passages:
                for position, word in enumerate(passage.words, passage.start):
                    found.setdefault(word.term, []).append(position * len(FIELDS) + field)
        return {term: sorted(places) for term, places in found.items()}


class Material(Value, frozen=True):
    """An article, what was found in it, and the entities that either refers to."""

    article: Article
    found: Annotations
    entities: tuple[Entity, ...]


class Entry(Value, frozen=True):
    """An article with its statements: `documents` are the article, then they in their order."""

    id: str
    title: str
    day: int
    documents: tuple[Document, ...]

    def forms(self) -> set[tuple[str, str]]:
        """Every form that occurs, with the term it is found under."""
        passages = (p for document in self.documents for field in document.fields for p in field)
        return {(word.form, word.term) for passage in passages for word in passage.words}


def day(article: Article) -> int:
    """The first day its date can mean, as `datetime.date.toordinal` counts; 0 where that is unknown."""
    days = edtf.days(article.date_published) if article.date_published else None
    return days[0].toordinal() if days and days[0] != date.min else 0


def materials(archive: Archive) -> list[Material]:
    """What the documents of each article are made of, in the order of the articles' days and ids."""
    ordered = sorted(archive.articles, key=lambda article: (day(article), article.id))
    return [_material(article, archive) for article in ordered]


def entry(material: Material) -> Entry:
    """An article and its statements as documents."""
    article, found = material.article, material.found
    entities = {entity.id: entity for entity in material.entities}
    known = names(found.mentions)
    return Entry(
        id=article.id,
        title=article.title,
        day=day(article),
        documents=(
            _article(article, found.mentions, known, entities),
            *(_statement(claim, article, found.mentions, known, entities) for claim in found.claims[:_MOST]),
        ),
    )


def _material(article: Article, archive: Archive) -> Material:
    found, entities = archive.annotations[article.id], archive.entities
    voices = (voice for claim in found.claims for voice in (claim.speaker, *claim.via))
    keys = {*_carriers(article), *(m.entity for m in found.mentions), *(voice.entity for voice in voices)}
    known = (entities[key] for key in sorted(filter(None, keys)) if key in entities)
    return Material(article, found, tuple(known))


def _article(
    article: Article, mentions: Iterable[Mention], known: Names, entities: Mapping[str, Entity]
) -> Document:
    text = _Field()
    for number, block in enumerate(article.blocks, 1):
        if block.zone != "residue":
            text.add_text(article.text[block.start : block.end], f"p{number}", known, block.start)
    source = _Field().add_names(_carriers(article), entities)
    for author in article.authors:
        source.add(author, name_words(author, proper=True))
    # A name in the title is one that the text has.
    terms = {word.form: word.term for passage in text.passages for word in passage.words}
    title = tuple(Word(word.form, terms.get(word.form, word.term)) for word in words(article.title))
    fields = _Field().add(article.title, title), text, text.other_names(mentions, entities), source
    return Document("article", article.id, article.date_published, tuple(tuple(f.passages) for f in fields))


def _statement(
    claim: Claim, article: Article, mentions: Iterable[Mention], known: Names, entities: Mapping[str, Entity]
) -> Document:
    content, speaker = claim.content, _key(claim.speaker)
    heading = _Field()
    for span in (claim.source, claim.cue):
        if span:
            heading.add(span.text, words(span.text, known, span.start))
    heading.add_names((speaker,), entities)
    text = _Field().add_text(content.text, claim.id, known, content.start)
    inside = (m for m in mentions if content.start <= m.start and m.end <= content.end)
    source = _Field().add_names((*map(_key, claim.via), *_carriers(article)), entities)
    fields = heading, text, text.other_names(inside, entities), source
    entity = entities.get(speaker or "")
    return Document(
        kind="statement",
        id=claim.id,
        date=claim.said or article.date_published,
        fields=tuple(tuple(field.passages) for field in fields),
        speaker=Speaker(entity.name_ar, entity.name_en) if entity else Speaker(speaker or ""),
        modality=claim.modality,
    )


def _key(voice: Voice) -> str | None:
    return voice.entity or voice.name


def _carriers(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, *article.agencies, article.credit)


class _Field:
    """A field as it grows. A phrase may run from sentence to sentence, but not over what was added apart."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._next = 0

    def add(
        self,
        text: str,
        found: tuple[Word, ...],
        anchor: str = "",
        stands: tuple[int, int] | None = None,
        apart: bool = True,
    ) -> _Field:
        """A passage with its words."""
        self._next += apart
        self.passages.append(Passage(self._next, text, found, anchor, stands))
        self._next += len(found)
        return self

    def add_text(self, text: str, anchor: str, known: Names, offset: int) -> _Field:
        """A paragraph of an article, or a stretch of one, sentence by sentence."""
        apart = True
        for start, end in split(text):
            if found := words(text[start:end], known, offset + start):
                self.add(text[start:end], found, anchor, apart=apart)
                apart = False
        return self

    def add_names(self, keys: Iterable[str | None], entities: Mapping[str, Entity]) -> _Field:
        """Each of these entities in every name it has; a key that is no entity's is a name itself."""
        for key in dict.fromkeys(key for key in keys if key):
            entity = entities.get(key)
            for name in _all_names(entity) if entity else (key,):
                self.add(name, name_words(name, entity is not None and entity.type in PROPER))
        return self

    def other_names(self, mentions: Iterable[Mention], entities: Mapping[str, Entity]) -> _Field:
        """A field of the names that those mentioned in this one have beside the mentions' own words."""
        found = _Field()
        named = [m for m in mentions if m.entity in entities]
        seen = {fold(mention.text) for mention in named}
        first = {mention.entity or "": mention for mention in reversed(named)}
        for key in sorted(first):
            entity = entities[key]
            stands = self._stands(first[key])
            for name in _all_names(entity) if stands else ():
                if fold(name) not in seen:
                    found.add(name, name_words(name, entity.type in PROPER), stands=stands)
        return found

    def _stands(self, mention: Mention) -> tuple[int, int] | None:
        """The positions of a mention's first and last word, or None where this field does not have them."""
        at = bisect_right(self.passages, mention.start, key=lambda p: p.words[0].start) - 1
        if at < 0:
            return None
        starts = [word.start for word in self.passages[at].words]
        first, last = bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end) - 1
        start = self.passages[at].start
        return (start + first, start + last) if 0 <= first <= last else None


def _all_names(entity: Entity) -> tuple[str, ...]:
    other = (entity.name_en,) if entity.name_en else ()
    return tuple({fold(name): name for name in (entity.name_ar, *entity.aliases, *other)}.values())
