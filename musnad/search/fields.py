"""What stands in the four fields of an article's documents, and by which filters they are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from musnad.search import ranking
from musnad.search.analysis import Word, Words, name_words
from musnad.search.record import FIELDS, Record
from musnad.search.texts import Around, Text

_HEADING, _TEXT, _NAMED, _SOURCE = range(len(FIELDS))
Occurrences = dict[str, list[int]]  # term -> 4 * position + field of each of its occurrences, field by field


class Fields:
    """The documents of an article: itself (place 0) and its statements (from 1); see `record.fields`.

    `forms` gathers the words of the documents asked for.
    """

    def __init__(self, record: Record, text: Text, around: Around) -> None:
        self.forms: set[Word] = set(zip(text.forms, text.terms, strict=True))
        self._record = record
        self._text = text
        self._around = around
        self._codes = [position * len(FIELDS) + _TEXT for position in text.positions]

    def length(self, place: int) -> int:
        """How many words the text of a document has."""
        return len(self._text.positions[self._part(place)])

    def occurrences(self, place: int) -> Occurrences:
        """What stands where in a document."""
        record, text = self._record, self._text
        found: Occurrences = defaultdict(list)
        part = self._part(place)
        terms = text.terms[part]
        if place:
            said = record.statements[place - 1]
            parts = [text.inside(one) for one in said.attribution]
            heading = [tuple(zip(text.forms[one], text.terms[one], strict=True)) for one in parts]
            heading += self._names(() if said.speaker is None else (said.speaker,))
            sources = self._names(dict.fromkeys((*said.via, *record.carriers)))
        else:
            heading = [text.title]
            sources = [*self._names(record.carriers)]
            sources += (name_words(author, proper=True) for author in record.authors)
        self._add(found, _HEADING, heading)
        for term, code in zip(terms, self._codes[part], strict=True):
            found[term].append(code)
        if terms:
            self._add(found, _NAMED, self._names(self._inside(text.positions[part])), frozenset(terms))
        self._add(found, _SOURCE, sources)
        return found

    def filters(self, place: int) -> set[str]:
        """What a document is found by through the query's fields; see data/query.toml."""
        record, text, around = self._record, self._text, self._around
        if not place:
            standing = (at for at, one in enumerate(around.named) if one.stands)
            return {"k:article", *self._named("o", record.carriers), *self._named("e", standing)}
        said, cue = record.statements[place - 1], around.cues[place - 1]
        speaker = () if said.speaker is None else (said.speaker,)
        return {
            "k:statement",
            f"m:{said.modality}",
            *self._named("o", (*said.via, *record.carriers)),
            *self._named("s", speaker),
            *self._named("e", (*self._inside(said.content), *speaker)),
            *(f"c:{term}" for term in (text.terms[text.inside(cue)] if cue else ())),
        }

    def _part(self, place: int) -> slice:
        """A document's words among the text's."""
        return self._text.inside(self._record.statements[place - 1].content) if place else slice(None)

    def _inside(self, positions: Sequence[int]) -> Iterator[int]:
        """Who is named from the first of these positions to the last."""
        first, last = positions[0], positions[-1]
        for at, named in enumerate(self._around.named):
            if any(first <= a and b <= last for a, b in named.stands):
                yield at

    def _names(self, places: Iterable[int]) -> list[Words]:
        return [words for place in places for words in self._around.words[place]]

    def _named(self, field: str, places: Iterable[int]) -> Iterator[str]:
        return (f"{field}:{term}" for place in places for term in self._around.terms[place])

    def _add(
        self,
        found: Occurrences,
        field: int,
        passages: Iterable[Words],
        but: frozenset[str] = frozenset(),
    ) -> None:
        """Add the words of passages, with a gap before each, but for some terms."""
        code = field
        for passage in passages:
            code += len(FIELDS)
            for word in passage:
                if word[1] not in but:
                    found[word[1]].append(code)
                    self.forms.add(word)
                code += len(FIELDS)


class Postings:
    """The terms of an article's documents: how much each weighs in each, and where it is."""

    def __init__(self) -> None:
        self.levels: dict[str, dict[int, int]] = {}
        self.places: dict[str, dict[int, list[int]]] = {}

    def add(self, place: int, length: int, found: Occurrences) -> None:
        """Take the document at this place in, whose text has so many words."""
        alone = [_level((field,), length, place > 0) for field in range(len(FIELDS))]
        levels, places = self.levels, self.places
        for term, some in found.items():
            if len(some) == 1:
                level = alone[some[0] % len(FIELDS)]
            else:
                level = _level(tuple([code % len(FIELDS) for code in some]), length, place > 0)
                some.sort()
            if term in levels:
                levels[term][place] = level
                places[term][place] = some
            else:
                levels[term] = {place: level}
                places[term] = {place: some}


@lru_cache(maxsize=1 << 16)
def _level(fields: tuple[int, ...], length: int, statement: bool) -> int:
    return ranking.level(fields, length, statement)
