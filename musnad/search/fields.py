"""What stands in the four fields of an article's documents, and by which filters they are found."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from musnad.search import ranking
from musnad.search.analysis import Word, Words, name_words
from musnad.search.record import FIELDS, Record
from musnad.search.texts import Around, Text

_HEADING, _TEXT, _NAMED, _SOURCE = range(len(FIELDS))
Posting = tuple[int, int, list[int]]  # the place of a document that has a term, its level, occurrences
Occurrences = dict[str, list[int]]  # term -> 4 * position + field of each of its occurrences, field by field


class Fields:
    """The documents of an article: itself (place 0) and its statements (from 1); see `record.fields`.

    `forms` gathers the words of the documents asked for.
    """

    def __init__(self, record: Record, text: Text, around: Around) -> None:
        self.forms: dict[Word, None] = dict.fromkeys(zip(text.forms, text.terms, strict=True))
        self.record = record
        self.text = text
        self.around = around
        self._codes = [position * len(FIELDS) + _TEXT for position in text.positions]
        self._parts = [slice(None), *(text.inside(said.content) for said in record.statements)]
        self._inside = [[at for at, one in enumerate(around.named) if one.stands]]
        stands = sorted((a, b, at) for at in self._inside[0] for a, b in around.named[at].stands)
        for said in record.statements:
            first, last = said.content
            some = stands[bisect_left(stands, (first,)) : bisect_left(stands, (last + 1,))]
            self._inside.append(sorted({at for _, b, at in some if b <= last}))

    def length(self, place: int) -> int:
        """How many words the text of a document has."""
        return len(self.text.positions[self._parts[place]])

    def inside(self, place: int) -> list[int]:
        """Who is named in the text of a document: places in `around.named`, ascending."""
        return self._inside[place]

    def occurrences(self, place: int) -> Occurrences:
        """What stands where in a document."""
        record, text = self.record, self.text
        found: Occurrences = defaultdict(list)
        part = self._parts[place]
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
            self._add(found, _NAMED, self._names(self._inside[place]), frozenset(terms))
        self._add(found, _SOURCE, sources)
        return found

    def filters(self) -> Iterator[set[str]]:
        """What each document is found by through the query's fields; see data/query.toml."""
        record, text = self.record, self.text
        carriers = [*self._named("o", record.carriers)]
        named = {at: _filters("e", self.around.terms[at]) for at in self._inside[0]}
        yield {"k:article"}.union(carriers, *named.values())
        for said, cue, inside in zip(record.statements, self.around.cues, self._inside[1:], strict=True):
            speaker = () if said.speaker is None else (said.speaker,)
            yield {
                "k:statement",
                f"m:{said.modality}",
                *carriers,
                *self._named("o", said.via),
                *self._named("s", speaker),
                *self._named("e", speaker),
                *chain.from_iterable(map(named.__getitem__, inside)),
                *(f"c:{term}" for term in (text.terms[text.inside(cue)] if cue else ())),
            }

    def _names(self, places: Iterable[int]) -> list[Words]:
        return [words for place in places for words in self.around.words[place]]

    def _named(self, field: str, places: Iterable[int]) -> Iterator[str]:
        return chain.from_iterable(_filters(field, self.around.terms[place]) for place in places)

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
                    self.forms[word] = None
                code += len(FIELDS)


class Postings(dict[str, list[Posting]]):
    """The terms of an article's documents, each with the documents that have it, in order of place."""

    def add(self, place: int, length: int, found: Occurrences) -> None:
        """Take the document at this place in, whose text has so many words."""
        alone = [_level((field,), length, place > 0) for field in range(len(FIELDS))]
        for term, some in found.items():
            if len(some) == 1:
                level = alone[some[0] % len(FIELDS)]
            else:
                level = _level(tuple([code % len(FIELDS) for code in some]), length, place > 0)
                some.sort()
            if term in self:
                self[term].append((place, level, some))
            else:
                self[term] = [(place, level, some)]


@lru_cache(maxsize=1 << 16)
def _filters(field: str, terms: frozenset[str]) -> tuple[str, ...]:
    """These terms as filters of a field of the query."""
    return tuple(f"{field}:{term}" for term in terms)


@lru_cache(maxsize=1 << 16)
def _level(fields: tuple[int, ...], length: int, statement: bool) -> int:
    return ranking.level(fields, length, statement)
