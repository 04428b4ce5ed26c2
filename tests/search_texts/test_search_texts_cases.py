"""Matching of Arabic words: the cases of tests/arabic, by the command that anyone tries others with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from musnad.commands.search_texts import search_texts
from musnad.engine.work import opened

CASES = Path(__file__).parent.parent / "arabic"
KEYS = ("category", "query", "should_match_text", "should_not_match_text")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file: a query, a text that it must find, and perhaps one that it must not find.

    Of a file of forms each is in a text of its own.
    """
    lines = (CASES / name).read_text("utf-8").splitlines()
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in lines]
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    if name in ("search_forms.tsv", "search_spellings.tsv"):
        rows = ((kind, word, f"ثم {form} هناك") for kind, word, forms in rows for form in forms.split())
    return [dict(zip(KEYS, (*row, None)[:4], strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("name", "found_at_least", "avoided_at_least"),
    [
        ("search_cases.jsonl", 0.97, 0.97),
        ("search_cases_fresh.tsv", 0.97, 0.97),
        ("search_cases_second.tsv", 0.97, 0.97),
        ("search_cases_third.tsv", 0.95, 0.97),
        ("search_cases_fourth.tsv", 0.97, 0.97),
        ("search_cases_fifth.tsv", 0.97, 0.95),
        ("search_cases_sixth.tsv", 0.97, 0.97),
        ("search_forms.tsv", 0.98, 0.97),
        ("search_spellings.tsv", 0.97, 0.97),
        ("search_names_fresh.tsv", 0.8, 0.97),
    ],
)
def test_words_are_found_in_their_forms_and_others_avoided(
    name: str, found_at_least: float, avoided_at_least: float, tmp_path: Path
) -> None:
    asked = cases(name)
    texts = [(f"{at}{key}", one[key]) for at, one in enumerate(asked) for key in KEYS[2:] if one[key]]
    queries = [(at, one["query"]) for at, one in enumerate(asked)]
    for file, key, rows in (("texts", "text", texts), ("queries", "query", queries)):
        lines = (json.dumps({"id": id_, key: words}) for id_, words in rows)
        (tmp_path / file).write_text("\n".join(lines), "utf-8")
    with opened(tmp_path, workers=1) as work:
        found, problems = search_texts(tmp_path, tmp_path / "texts", tmp_path / "queries", work)
    assert problems == ()
    answers = list(zip(asked, found, strict=True))
    missed = [one["query"] for one, got in answers if f"{got['id']}{KEYS[2]}" not in got["found"]]
    wrong = [one["query"] for one, got in answers if f"{got['id']}{KEYS[3]}" in got["found"]]
    traps = sum(1 for one in asked if one[KEYS[3]])
    assert 1 - len(missed) / len(asked) >= found_at_least, missed
    assert len(wrong) <= (1 - avoided_at_least) * traps, wrong
