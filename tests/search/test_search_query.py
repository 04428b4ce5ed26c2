"""The query language: the cases of queries.tsv, read alike by Python and the browser; any string at all."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from musnad.arabic import analyzer
from musnad.search.query import Phrase, Query, parse, signs
from tests.search.made import ROOT

CASES = Path(__file__).with_name("queries.tsv")
_PIECES = [
    *'"“”«»|-–()<>:;/@.,',
    " ",
    "\t",
    "\u00a0",
    "\u202e",
    "\u0000",
    "OR",
    "أو",
    "قسد",
    "لا",
    "٣",
    "a",
    "ـ",
    "*",
    "مقاتل*",
    "speaker:",
    "المتحدث:",
    "الفعل:نفى",
    "date:",
    "2019-03",
    "..",
]


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Query, clauses, without, fields."""
    for row in CASES.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            query, clauses, without, *fields = row.split("\t")
            yield query, clauses, without, "".join(fields)


def told(query: Query) -> tuple[str, str, str]:
    """A query as queries.tsv writes it."""

    def phrase(words: Phrase) -> str:
        return "+".join(word.form + "*" * word.begins for word in words)

    fields = [f"{'-' * one.excluded}{one.field}:{phrase(one.words)}" for one in query.filters]
    if query.days:
        fields.append("..".join(date.fromordinal(day).isoformat() for day in query.days))
    return (
        "، ".join(" | ".join(map(phrase, clause)) for clause in query.clauses),
        "، ".join(map(phrase, query.excluded)),
        "، ".join(fields),
    )


@pytest.mark.parametrize(("query", "clauses", "without", "fields"), list(cases()))
def test_a_query_is_understood(query: str, clauses: str, without: str, fields: str) -> None:
    found = parse(query)
    assert told(found) == (clauses, without, fields)
    assert not found.cut


def test_a_query_of_too_many_words_is_cut() -> None:
    most = int(signs()["words"])
    assert parse("كلمة " * most) == parse("كلمة " * most)
    assert not parse("كلمة " * most).cut
    found = parse("كلمة " * (most + 1))
    assert found.cut
    assert len(found.clauses) == most


@given(st.text(max_size=60) | st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_any_string_is_a_query(query: str) -> None:
    found = parse(query)
    for phrase in (*(p for clause in found.clauses for p in clause), *found.excluded):
        assert phrase
        assert all(word.form and word.typed in query for word in phrase)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with the parser of the browser."""
    page = chromium.new_page()
    for name in ("analyzer", "search-query"):
        page.add_script_tag(content=(ROOT / f"static/{name}.js").read_text("utf-8"))
    page.evaluate(
        """([table, signs]) => {
            const { analyze, fold } = musnad_analyzer(table);
            window.parser = musnad_query(signs, analyze, fold);
        }""",
        [analyzer.table(), signs()],
    )
    yield page
    page.close()


def test_the_browser_understands_alike(page: Page) -> None:
    queries = [query for query, *_ in cases()]
    pieces = iter(_PIECES * 400)
    queries += ["".join(next(pieces) for _ in range(length % 23)) for length in range(400)]
    theirs = page.evaluate("queries => queries.map((query) => parser.parse(query))", queries)
    for query, found in zip(queries, theirs, strict=True):
        ours = parse(query)
        assert found == {
            "clauses": [[[list(word) for word in phrase] for phrase in clause] for clause in ours.clauses],
            "excluded": [[list(word) for word in phrase] for phrase in ours.excluded],
            "filters": [[field, [list(word) for word in words], out] for field, words, out in ours.filters],
            "days": list(ours.days) if ours.days else None,
            "cut": ours.cut,
        }, query


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_the_page_says_is_understood(language: str) -> None:
    words = tomllib.loads((ROOT / f"templates/words/{language}.toml").read_text("utf-8"))
    search = words["search"]
    for name, label in search["facets"].items():
        if " " in label:
            continue  # a heading alone: what it asks for is typed with the name of its field, below
        assert parse(f"{label}:2019").days or parse(f"{label}:س").filters, name
    for letter, label in search["fields"].items():
        assert parse(f"{label}:س").filters[0].field == letter
    for modality, label in words["modality"].items():
        assert parse(f'{search["fields"]["m"]}:"{label}"').filters[0].words[0].form == modality
    for kind, label in search["kinds"].items():
        assert parse(f"{search['fields']['k']}:{label}").filters[0].words[0].form == kind
