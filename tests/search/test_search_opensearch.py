"""The export for OpenSearch: bulk requests of the right shape, an analyzer that folds and cuts as ours."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic import fold
from musnad.arabic.analyzer import analyze
from musnad.arabic.kin import kin
from musnad.model import Archive, Output, Voice
from musnad.search import opensearch, packing, terminal
from musnad.search.opensearch_index import FIELDS, POINT, char_filters, index
from musnad.search.vocabulary import readings
from tests.search import chain, fuzzed
from tests.search.made import archive, article, claim, entries
from tests.search.test_search_documents import BALI, NORTH, SDF
from tests.search.test_search_parity import made

_DOCS = (Path(__file__).parents[2] / "docs/opensearch.md").read_text("utf-8")


@cache
def searched() -> Archive:
    """Some dozen annotated articles."""
    return made(40)


@cache
def files() -> tuple[Output, ...]:
    """What is exported of them, in requests of few documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opensearch, "BYTES", 60_000)
        return tuple(opensearch.export(entries(searched()), readings()))


def exported() -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The index's request, and the documents by their ids."""
    *bulk, last = files()
    lines = [line for one in bulk for line in one.data.decode().split("\n")[:-1]]
    actions = [json.loads(line) for line in lines[::2]]
    assert all(action == {"index": {"_id": action["index"]["_id"]}} for action in actions)
    ids = [action["index"]["_id"] for action in actions]
    assert len(set(ids)) == len(ids)
    return json.loads(last.data), dict(zip(ids, map(json.loads, lines[1::2]), strict=True))


def test_requests_are_pairs_of_lines_within_the_size() -> None:
    *bulk, last = files()
    assert last.path == "index.json"
    assert [one.path for one in bulk] == [f"documents-{n + 1:04}.ndjson" for n in range(len(bulk))]
    assert len(bulk) > 3
    assert opensearch.BYTES <= 50_000_000  # half of what a server takes
    for one in bulk:
        assert one.data.endswith(b"\n")
        assert b"\r" not in one.data
        lines = one.data.decode().split("\n")[:-1]
        assert len(lines) % 2 == 0
        pairs = [len(f"{a}\n{b}\n".encode()) for a, b in zip(lines[::2], lines[1::2], strict=True)]
        assert len(one.data) <= 60_000 or len(pairs) == 1


def test_every_article_and_statement_is_a_document_and_ids_are_stable() -> None:
    _, documents = exported()
    entered = entries(searched())
    assert list(documents) == [
        f"{one.id}-{one.record.statements[place - 1].id}" if place else one.id
        for one in entered
        for place in range(len(one.lengths))
    ]
    assert tuple(opensearch.export(entries(searched()), readings()))[-1] == files()[-1]
    _, again = exported()
    assert again == documents


def test_documents_have_the_fields_of_the_mapping() -> None:
    request, documents = exported()
    assert request["mappings"]["dynamic"] == "strict"
    assert request["mappings"]["properties"] == {name: dict(kind) for name, kind in FIELDS.items()}
    seen = {name for document in documents.values() for name in document}
    assert seen == set(FIELDS)
    for document in documents.values():
        assert {"kind", "id", "article", "order", "title", "content", "text", "filters"} <= set(document)


def test_the_terms_are_those_of_the_index() -> None:
    _, documents = exported()
    for one in entries(searched()):
        places = [packing.read_occurrences(places) for places in one.places.split()]
        ours: dict[int, dict[int, str]] = {place: {} for place in range(len(one.lengths))}
        for term, found in zip(one.terms.split(), places, strict=True):
            for place, occurrences in found:
                ours[place] |= dict.fromkeys(occurrences, term)
        for place, found in ours.items():
            document = documents[f"{one.id}-{one.record.statements[place - 1].id}" if place else one.id]
            for field, name in enumerate(("heading", "text", "named", "source")):
                terms = [found[code] for code in sorted(found) if code % 4 == field]
                assert " ".join(document.get(name, ())).split() == terms


def test_a_statement_is_told_with_all_names() -> None:
    one = article("a0000001", "نقلت وكالة الشمال عن بالي أن قسد انسحبت من البلدة", outlet="وهج")
    said = claim(
        one,
        "قسد انسحبت من البلدة",
        source="بالي",
        speaker=Voice("bali"),
        via=(Voice("north"),),
    )
    given_archive = archive([one], claims={one.id: [said]}, entities=[BALI, SDF, NORTH])
    (_, whole), (id_, document) = opensearch.documents(entries(given_archive)[0])
    assert id_ == f"a0000001-{said.id}"
    assert (document["kind"], document["modality"], document["date"]) == ("statement", "assert", "2019-03-20")
    assert {"مصطفى بالي", "Mustafa Bali"} <= set(document["speaker"])
    assert {"وكالة الشمال", "North Agency"} <= set(document["via"])
    assert document["content"] == ["قسد انسحبت من البلدة"]
    assert document["order"] > whole["order"]
    assert whole["sources"] == ["وهج"]


def test_words_of_a_query_become_the_terms_that_the_terminal_searches(tmp_path: Path) -> None:
    request, documents = exported()
    terminal.update(tmp_path, entries(searched()), b"test")
    held: dict[str, set[str]] = {}
    for id_, document in documents.items():
        for name in ("heading", "text", "named", "source"):
            for term in " ".join(document.get(name, ())).split():
                held.setdefault(term, set()).add(id_)
    words = sorted({word for one in searched().articles for word in one.text.split() if word.isalnum()})
    compared = 0
    for word in words[::17]:
        positions = chain.tokens(request, "query", word)
        if len(positions) == 1 and kin().keys().isdisjoint(positions[0]):  # there words are found without kin
            found = terminal.documents(tmp_path, word, readings())
            assert len({(one.article, one.place) for one in found}) == len(
                {id_ for term in positions[0] for id_ in held.get(term, ())}
            ), word
            compared += len(found) > 0
    assert compared > 40


# ---- the analyzer ----


def test_the_definition_is_the_table() -> None:
    rules = char_filters()["letters"]["mappings"]
    told = {}
    for rule in rules:
        letter, _, folded = rule.partition(" => ")
        told[_unescaped(letter)] = _unescaped(folded)
    table = {chr(code): letters for code, letters in fold.table().items()}
    assert {letter: folded for letter, folded in told.items() if letter in table} == table
    assert {folded for letter, folded in told.items() if letter not in table} == {" "}
    assert POINT in told


def _unescaped(letters: str) -> str:
    return "".join(chr(int(code, 16)) for code in letters.split("\\u")[1:])


def test_drawn_strings_are_cut_and_folded_as_ours() -> None:
    made_index = index({})
    for text in fuzzed.strings(8_000, seed=3):
        ours = [[token] for token, _, _ in analyze(text)]
        assert chain.tokens(made_index, "folded", text) == ours, ascii(text)


@pytest.mark.parametrize("name", fuzzed.KINDS)
def test_every_piece_is_cut_and_folded_as_ours(name: str) -> None:
    made_index = index({})
    for piece in fuzzed.KINDS[name][:2000]:
        for text in (piece, f"ب{piece}ت", f"1{piece}2", f"l{piece}", f"1,{piece}234"):
            ours = [[token] for token, _, _ in analyze(text)]
            assert chain.tokens(made_index, "folded", text) == ours, ascii(text)


@given(st.text(st.sampled_from("0123456789٣۴.,٫٬ -a\u064b\u200f"), max_size=24))
@settings(max_examples=400, derandomize=True, deadline=None)
def test_numbers_are_read_as_ours(text: str) -> None:
    assert chain.tokens(index({}), "folded", text) == [[token] for token, _, _ in analyze(text)]


def test_the_expressions_are_such_as_java_reads_alike() -> None:
    """No named or conditional groups, no possessive or atomic ones, lookbehinds of one or two characters."""
    request, _ = exported()
    analysis = request["settings"]["analysis"]
    for part in (
        *analysis["char_filter"].values(),
        *analysis["tokenizer"].values(),
        *analysis["filter"].values(),
    ):
        for odd in ("(?P", "(?>", "*+", "++", "?+", "\\w", "\\s", "\\d", "&&", "\\Q"):
            assert odd not in part.get("pattern", "")


def test_synonyms_lead_from_whole_words_to_terms() -> None:
    request, _ = exported()
    rules = request["settings"]["analysis"]["filter"]["lemmas"]["synonyms"]
    assert rules
    forms = [rule.partition(" => ")[0] for rule in rules]
    assert len(set(forms)) == len(forms)
    for rule in rules:
        form, _, terms = rule.partition(" => ")
        assert [token for token, _, _ in analyze(form)] == [form]
        assert all(term and not set(term) & set(",=>#\\ ") for term in terms.split(", "))


def test_the_page_about_it_tells_every_field() -> None:
    for name in FIELDS:
        assert f"`{name}`" in _DOCS, name
