"""Matching of Arabic words: search_cases.jsonl, made for this project, held to a bar over all cases.

A line is {id, category, level, query, should_match_text, should_not_match_text}; all texts are one archive.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search.made import archive, article, find_in_browser, opened, search, site, update

CASES = [
    json.loads(row) for row in Path(__file__).with_name("search_cases.jsonl").read_text("utf-8").splitlines()
]

ARABIC = Path(__file__).parent.parent / "arabic"


def test_words_are_found_in_their_forms_and_others_avoided(tmp_path: Path) -> None:
    texts = {
        f"{case['id']}{kind}": case[f"should_{kind}_text"]
        for case in CASES
        for kind in ("match", "not_match")
        if case[f"should_{kind}_text"]
    }
    update(tmp_path / "index", archive(article(key, text) for key, text in texts.items()))
    missed, wrong = [], []
    for case in CASES:
        results = search(tmp_path / "index", case["query"], limit=len(texts))
        found = {result.article for result in results.results}
        if f"{case['id']}match" not in found:
            missed.append((case["query"], case["should_match_text"]))
        if f"{case['id']}not_match" in found:
            wrong.append((case["query"], case["should_not_match_text"]))
    traps = sum(1 for case in CASES if case["should_not_match_text"])
    assert 1 - len(missed) / len(CASES) >= 0.97, missed
    assert 1 - len(wrong) / traps >= 0.95, wrong


def kin() -> list[list[str]]:
    """A query, then texts."""
    rows = Path(__file__).with_name("kin.tsv").read_text("utf-8").splitlines()
    return [row.split("\t") for row in rows if not row.startswith("#")]


@pytest.mark.parametrize(("query", "texts"), [(query, texts) for query, *texts in kin()])
def test_kin_is_found_after_the_word_itself(query: str, texts: list[str], tmp_path: Path) -> None:
    given = archive(article(f"a{at}", text.removeprefix("-")) for at, text in enumerate(texts))
    update(tmp_path / "index", given)
    wanted = [f"a{at}" for at, text in enumerate(texts) if not text.startswith("-")]
    assert [result.id for result in search(tmp_path / "index", query).results] == wanted


@pytest.mark.parametrize("name", ["search_cases_second.tsv", "search_cases_third.tsv"])
def test_the_browser_finds_the_same(name: str, chromium: Browser, tmp_path: Path) -> None:
    lines = (ARABIC / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    texts = [text for _, _, *texts in rows for text in texts if text]
    given = archive(article(f"a{number:03}", text) for number, text in enumerate(texts))
    update(tmp_path / "index", given)
    page = opened(chromium, site(tmp_path / "site", given))
    for _, query, *_ in rows:
        ours = [result.id for result in search(tmp_path / "index", query).results]
        assert [result["id"] for result in find_in_browser(page, query)["results"]] == ours, query
    page.close()
