"""Search in the terminal, through Whoosh: the results of the search page, in the same order."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from whoosh.query.compound import And, Or
from whoosh.searching import Searcher

from musnad.search import excerpt, whoosh_index
from musnad.search.documents import Entry
from musnad.search.facets import Chosen
from musnad.search.meant import meant
from musnad.search.narrowing import Row, narrow
from musnad.search.query import Days, Filter, Phrase, Query, parse, signs
from musnad.search.record import Record, fields
from musnad.search.results import Result, Results
from musnad.search.seal import seal, sealed
from musnad.search.vocabulary import Readings
from musnad.search.whoosh_index import Bm25f, add, either, live, made, opened, translated
from musnad.search.whoosh_words import Lookup
from musnad.search.words import Words

STATEMENTS = parse("kind:statement").filters[0]

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_record = msgspec.msgpack.Decoder(Record).decode

_Clauses = dict[tuple[whoosh_index.Phrase, ...], list[Phrase]]  # as searched: as asked


class Document(NamedTuple):
    """A document found: its article's id, its place there (0 the article, else a statement), its score."""

    article: str
    place: int
    score: int


def update(folder: Path, entries: Iterable[Entry], made_by: bytes) -> int:
    """Bring the index in `folder` up to date with an archive's entries; how many articles were indexed.

    They are those whose text, annotations or entities have changed. `made_by` stands for the code that makes
    the index; with other code, or where the folder is not as we left it, the index is made anew.
    """
    note = sealed(folder)
    if note is None or note["made_by"] != made_by.hex():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made(folder).close()
        note = {"made_by": made_by.hex(), "articles": {}}
    had: dict[str, list[Any]] = note["articles"]
    index = opened(folder)
    writer = index.writer(timeout=1)
    gone, changed = set(had), 0
    for one in entries:
        gone.discard(one.id)
        now = blake2b(_encode(one), digest_size=16).hexdigest()
        if one.id not in had or had[one.id][0] != now:
            writer.delete_by_term("article", one.id)
            had[one.id] = [now, add(writer, one)]
            changed += 1
    for id_ in gone:
        writer.delete_by_term("article", id_)
        del had[id_]
    if changed or gone:
        writer.commit()
    else:
        writer.cancel()
    index.close()
    seal(folder, note)
    return changed


def search(
    folder: Path,
    query: str,
    readings: Readings,
    limit: int = 20,
    statements: bool = False,
    by_date: bool = False,
    chosen: Chosen | None = None,
    most: int = 0,
) -> Results:
    """The best `limit` results; `readings` is the dictionary.

    `statements`: among statements alone; `by_date`: the latest first; `chosen`: what facets narrow it to; of
    each facet the `most` frequent values are told. Raises LookupError where `folder` has not been updated.
    """
    with _searcher(folder) as searcher:
        return _search(searcher, _asked(query, statements), readings, limit, by_date, chosen or {}, most)


def documents(
    folder: Path, query: str, readings: Readings, statements: bool = False, by_date: bool = False
) -> list[Document]:
    """All that a query finds, in order, as `search` does but without what results show."""
    with _searcher(folder) as searcher:
        ranked, _ = _ranked(searcher, _asked(query, statements), readings, by_date)
    rows = ((place.split(" "), score) for _, place, _, score in ranked)
    return [Document(id_, int(number), score) for (_, id_, number), score in rows]


def _asked(query: str, statements: bool) -> Query:
    asked = parse(query)
    return replace(asked, filters=(*asked.filters, STATEMENTS)) if statements and not asked.empty else asked


def suggest(folder: Path, query: str, readings: Readings, words: Words) -> list[str]:
    """What may have been meant by a query that finds little or nothing, best first; see meant.py."""
    with _searcher(folder) as searcher:
        return meant(query, words, Lookup(searcher.reader(), readings).knows)


@contextmanager
def _searcher(folder: Path) -> Iterator[Searcher]:
    note = sealed(folder)
    if note is None:
        raise LookupError(f"no index of ours in {folder}")
    documents = sum(number for _, number in note["articles"].values())
    with opened(folder).searcher(weighting=Bm25f(documents)) as searcher:
        yield searcher


def _search(
    searcher: Searcher,
    query: Query,
    readings: Readings,
    limit: int,
    by_date: bool,
    chosen: Chosen,
    most: int,
) -> Results:
    found, clauses = _ranked(searcher, query, readings, by_date, any(chosen.values()))
    reader: Any = searcher.reader()
    lookup = Lookup(reader, readings)
    ranked, counts = narrow(reader, found, chosen, most)
    asked = [word.typed for phrases in clauses.values() for phrase in phrases for word in phrase]
    wanted: list[excerpt.Forms] = [
        [lookup.forms(terms) for terms in phrase] for clause in clauses for phrase in clause
    ]
    results = [_result(reader, number, score, wanted, asked) for *_, number, score in ranked[:limit]]
    return Results(len(ranked), tuple(results), query.cut, counts)


def _ranked(
    searcher: Searcher, query: Query, readings: Readings, by_date: bool = False, narrowed: bool = False
) -> tuple[list[Row], _Clauses]:
    """The documents found, in order, and what each clause of the query was searched as.

    `narrowed`: where the query asks for nothing itself, everything is found, to be narrowed by facets.
    """
    reader: Any = searcher.reader()
    lookup = Lookup(reader, readings)
    nothing: tuple[list[Row], _Clauses] = ([], {})
    clauses: _Clauses = {}
    for clause in query.clauses:
        resolved = [(found, phrase) for phrase in clause if (found := lookup.phrase(phrase, kin=True))]
        clauses.setdefault(tuple(found for found, _ in resolved), [phrase for _, phrase in resolved])
    if (query.empty and not narrowed) or () in clauses:
        return nothing
    only: list[Any] = []
    without: list[Any] = []
    for one in query.filters:
        words = _filter(one, lookup)
        if words is not None:
            (without if one.excluded else only).append(words)
        elif not one.excluded:
            return nothing
    if not clauses and not only:
        only = [whoosh_index.filters([("k:article", "k:statement") if narrowed else ("k:article",)])]
    excluded = [found for phrase in query.excluded if (found := lookup.phrase(phrase))]
    without += [either(excluded)] if excluded else []
    scored = searcher.search(
        translated(clauses) if clauses else And(only),
        limit=None,
        filter=And(only) if only and clauses else None,
        mask=Or(without) if without else None,
    ).top_n
    if not scored:
        return nothing
    order = reader.column_reader("order")
    scores = ((int(score) if clauses else 0, number) for score, number in scored)
    ranked = sorted(
        (0 if by_date else -score, place, number, score)
        for score, number in scores
        if _within(place := order[number], query.days)
    )
    return ranked, clauses


def _within(order: str, days: Days | None) -> bool:
    day = 9_999_999 - int(order[:7])
    return days is None or days[0] <= day <= days[1]


def _filter(one: Filter, lookup: Lookup) -> Any:
    """A filter as a query of Whoosh's, or None where nothing has it."""
    if one.field in signs()["values"]:
        return whoosh_index.filters([(f"{one.field}:{word.form}",) for word in one.words])
    found = lookup.phrase(one.words)
    if not found:
        return None
    return whoosh_index.filters([f"{one.field}:{term}" for term in terms] for terms in found)


def _result(reader: Any, number: int, score: int, phrases: list[excerpt.Forms], asked: list[str]) -> Result:
    article, place, _ = reader.stored_fields(number)["shown"]
    whole = min(live(reader, "article", article))  # an article is added before its statements
    record = _record(reader.stored_fields(whole)["shown"][2])
    shown = fields(record, place)
    hits = excerpt.hits(shown, phrases)
    said = record.statements[place - 1] if place else None
    speaker = record.named[said.speaker].names[0] if said and said.speaker is not None else ""
    return Result(
        "statement" if said else "article",
        id=said.id if said else record.id,
        article=record.id,
        title=record.title,
        date=record.date,
        speaker=speaker if said else None,
        score=score,
        excerpt=excerpt.best(shown, hits),
        reasons=excerpt.reasons(asked, shown, hits),
    )
