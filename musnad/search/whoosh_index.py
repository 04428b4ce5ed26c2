"""How Whoosh holds the index: its schema, its scores by this package's ranking, its queries.

The field `terms` has every occurrence of a term as one position, 4 * place + field, so that a phrase is a run
of positions four apart. A posting's weight is the term's level in the document. `forms` has, with each
article, pairs «form term», and `words` the same turned round; `names` each name of its text, after its kind
and each of its keys: «TRMB fترمب». `facets` are those of the document's `filters` that are values of facets.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, FieldType, Schema
from whoosh.formats import Existence, Positions
from whoosh.index import create_in, open_dir
from whoosh.query import spans
from whoosh.query.compound import And, Or
from whoosh.query.qcore import Query
from whoosh.query.terms import Term
from whoosh.query.wrappers import ConstantScoreQuery
from whoosh.scoring import BaseScorer, WeightingModel

from musnad.search import ranking, unpacked
from musnad.search.documents import Entry
from musnad.search.facets import counted
from musnad.search.likeness import keys
from musnad.search.record import FIELDS
from musnad.search.vocabulary import KIN

Phrase = tuple[tuple[str, ...], ...]  # for each of its words the terms it is searched under


class _Occurrences(Positions):
    """Positions given as (term, weight, ascending positions), one a term."""

    def word_values(self, value: Any, analyzer: Any, **_: Any) -> Iterable[tuple[Any, int, float, bytes]]:
        for term, weight, positions in value:
            yield term, len(positions), float(weight), self.encode(positions)


def made(folder: Path) -> Any:
    """A new index of Whoosh's in a folder."""
    return create_in(str(folder), _schema())


def opened(folder: Path) -> Any:
    """The index of Whoosh's in a folder, which must be one of ours: opening it reads pickles."""
    return open_dir(str(folder), schema=_schema())


def add(writer: Any, one: Entry) -> int:
    """Add an article and its statements; how many documents they are."""
    filters, forms = unpacked.filters(one), unpacked.forms(one)
    names = [f"{key} {name}" for name in one.names.split() for key in keys(name[1:])]
    for place, terms in enumerate(unpacked.terms(one)):
        writer.add_document(
            article=one.id,
            order=f"{9_999_999 - one.day:07} {one.id} {place:07}",
            terms=terms,
            filters=filters[place],
            facets=" ".join(filter(counted, filters[place])).encode(),
            forms=[f"{form} {term}" for form, term in forms] if place == 0 else [],
            words=[f"{term} {form}" for form, term in forms] if place == 0 else [],
            names=names if place == 0 else [],
            shown=(one.id, place, b"" if place else one.shown),
        )
    return len(one.lengths)


def _schema() -> Schema:
    """A document of Whoosh's is an article or a statement; the forms of both are with the article."""
    column: Any = VarBytesColumn
    field: Any = FieldType  # given terms and forms as they are: no analyzer
    return Schema(
        article=ID(),
        order=ID(sortable=True),
        terms=field(_Occurrences(), None),
        forms=field(Existence(), None),
        words=field(Existence(), None),
        names=field(Existence(), None),
        filters=field(Existence(), None),
        facets=COLUMN(column()),
        shown=STORED(),
    )


class Bm25f(WeightingModel):
    """The ranking of ranking.py, among so many `documents`."""

    def __init__(self, documents: int) -> None:
        self._documents = documents
        self._worth: dict[bytes, float] = {}

    def scorer(self, searcher: Any, fieldname: str, text: Any, qf: int = 1) -> BaseScorer:
        """What scores the postings of a term; elsewhere 1, since a union loses what scores 0."""
        if fieldname != "terms":
            return _Scorer(0)
        if text not in self._worth:
            # Whoosh's own count has deleted documents until it merges segments; the postings do not.
            having = sum(1 for _ in live(searcher.get_parent().reader(), fieldname, text))
            self._worth[text] = ranking.idf(self._documents, having)
        return _Scorer(self._worth[text])


class _Scorer(BaseScorer):
    def __init__(self, worth: float) -> None:
        self._worth = worth

    def score(self, matcher: Any) -> float:
        return ranking.gain(self._worth, int(matcher.weight())) if self._worth else 1


def live(reader: Any, field: str, text: str) -> Iterable[int]:
    """The numbers of the documents, deleted ones apart, that have this text in this field."""
    if (field, text) not in reader:
        return ()
    found: Iterable[int] = reader.postings(field, text).all_ids()
    return found


def translated(clauses: Iterable[Iterable[Phrase]]) -> Query:
    """Clauses that must all match, each of phrases of which one must, as a query of Whoosh's."""
    return And([either(clause) for clause in clauses])


def filters(words: Iterable[Iterable[str]]) -> Query:
    """What must have, for each of these, one of its filters, as a query of Whoosh's."""
    return And([Or([Term("filters", one) for one in some]) for some in words])


def either(phrases: Iterable[Phrase]) -> Query:
    """Phrases of which one must match, as a query of Whoosh's."""
    return Or([_phrase(phrase) for phrase in phrases])


def _word(term: str) -> Query:
    if term.startswith(KIN):
        return ConstantScoreQuery(Term("terms", term.removeprefix(KIN)), ranking.gain(0, 0))
    return Term("terms", term)


def _phrase(phrase: Phrase) -> Query:
    words = [Or(list(map(_word, terms))) for terms in phrase]
    if len(words) == 1:
        return words[0]
    run: Any = spans.SpanNear2
    near: Query = run(words, slop=len(FIELDS), mindist=len(FIELDS))
    return near
