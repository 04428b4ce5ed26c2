"""Archive -> entries: what is found as one result, an article or a statement, each in four fields.

field     of an article                            of a statement
heading   its title                                who says it, in the text's words and every name; the cue
text      its blocks, residue apart                its content, in whole words of the text
named     other names of those named in the text   the same
source    outlet, agencies, credit, authors        through whom it came, and the article's
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from musnad import edtf
from musnad.arabic.fold import fold
from musnad.arabic.sentences import split
from musnad.model import Annotations, Archive, Article, Claim, Entity, Mention, Span, Value, Voice
from musnad.search import ranking
from musnad.search.analysis import PROPER, Names, Word, name_words, names, words
from musnad.search.packing import levels, occurrences
from musnad.search.record import FIELDS, Named, Range, Record, Said, Sentence, packed

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
    text = _Text(article, names(found.mentions))
    around = _Around(found.mentions, {entity.id: entity for entity in material.entities}, text)
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


_Placed = list[tuple[int, Word]]


class _Text:
    """The words of an article's text with their positions; a phrase runs over sentences, not over blocks."""

    def __init__(self, article: Article, known: Names) -> None:
        self.sentences: list[Sentence] = []
        self.placed: _Placed = []
        self._ends: list[int] = []
        position = 0
        for number, block in enumerate(article.blocks, 1):
            text = article.text[block.start : block.end]
            position += 1
            for start, end in split(text) if block.zone != "residue" else ():
                if found := words(text[start:end], known, block.start + start):
                    self.sentences.append(Sentence(number, position, text[start:end].replace("\n", " ")))
                    self.placed += enumerate(found, position)
                    position += len(found)
        self.starts = [word.start for _, word in self.placed]
        self.terms = {word.form: word.term for _, word in self.placed}
        self.title = [Word(w.form, self.terms.get(w.form, w.term)) for w in words(article.title)]

    def range(self, start: int, end: int) -> Range | None:
        """The positions of the words from one code point to another, or None where there are none."""
        first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end) - 1
        return (self.placed[first][0], self.placed[last][0]) if 0 <= first <= last else None

    def inside(self, positions: Range) -> _Placed:
        """The words from one position to another."""
        first = bisect_left(self.placed, positions[0], key=lambda row: row[0])
        return self.placed[first : bisect_right(self.placed, positions[1], key=lambda row: row[0])]


class _Around:
    """Who and what is named in a text, carries it, or speaks in it; `words` are of each name of each."""

    def __init__(self, mentions: Iterable[Mention], entities: Mapping[str, Entity], text: _Text) -> None:
        self._entities = entities
        self._text = text
        self._stands: dict[str, list[Range]] = {}
        self._index: dict[str, int] = {}
        self.named: list[Named] = []
        self.cues: list[Range | None] = []
        self.words: list[list[tuple[Word, ...]]] = []
        for mention in mentions:
            at = text.range(mention.start, mention.end)
            if mention.entity in entities and at and mention.entity:
                self._stands.setdefault(mention.entity, []).append(at)
        self.places(self._stands)

    def places(self, keys: Iterable[str | None]) -> tuple[int, ...]:
        """The places in `named` of entities; a key that is no entity's is a name itself."""
        return tuple(dict.fromkeys(self._place(key) for key in keys if key))

    def _place(self, key: str) -> int:
        if key not in self._index:
            self._index[key] = len(self.named)
            entity = self._entities.get(key)
            named = _all_names(entity) if entity else Named((key.replace("\n", " "),))
            self.named.append(named._replace(stands=tuple(dict.fromkeys(self._stands.get(key, ())))))
            proper = entity is not None and entity.type in PROPER
            self.words.append([name_words(name, proper) for name in named.names])
        return self._index[key]

    def other(self, place: int) -> Named:
        """Who is named at this place, with only such names as stand for others in the text."""
        _, _, stands = self.named[place]
        standing = [[word.term for _, word in self._text.inside(at)] for at in stands]
        names = zip(self.named[place].names, self.words[place], strict=True)
        kept = tuple(name for name, own in names if any([w.term for w in own] != found for found in standing))
        return Named(kept, stands=stands if kept else ())

    def statements(self, claims: Iterable[Claim]) -> Iterator[Said]:
        """The statements whose content is in the text."""
        for claim in claims:
            if content := self._range(claim.content):
                speaker = self.places((_key(claim.speaker),))
                self.cues.append(self._range(claim.cue))
                yield Said(
                    id=claim.id,
                    content=content,
                    attribution=tuple(filter(None, map(self._range, (claim.source, claim.cue)))),
                    speaker=speaker[0] if speaker else None,
                    via=self.places(map(_key, claim.via)),
                    modality=claim.modality,
                    date=claim.said or "",
                )

    def _range(self, span: Span | None) -> Range | None:
        return self._text.range(span.start, span.end) if span else None


def _fields(record: Record, place: int, text: _Text, around: _Around) -> tuple[_Placed, ...]:
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


def _filters(record: Record, place: int, text: _Text, around: _Around) -> Iterator[str]:
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


def _names(around: _Around, places: Iterable[int]) -> list[Iterable[Word]]:
    return [name for place in places for name in around.words[place]]


def _apart(passages: Iterable[Iterable[Word]]) -> _Placed:
    """Words of passages with a gap before each."""
    placed: _Placed = []
    position = 0
    for passage in passages:
        position += 1
        for word in passage:
            placed.append((position, word))
            position += 1
    return placed


def _key(voice: Voice) -> str | None:
    return voice.entity or voice.name


def _carriers(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, *article.agencies, article.credit)


def _all_names(entity: Entity) -> Named:
    english = (entity.name_en,) if entity.name_en else ()
    found = {fold(name): name for name in reversed((entity.name_ar, *english, *entity.aliases))}
    return Named(tuple(reversed(found.values())), english=len(english) > 0)
