"""`build.py search --texts FILE --queries FILE`: one JSON line a query, without an archive."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import build

TEXTS = [
    {"id": "نص 1", "text": "وصل المقاتلون إلى الباغوز\n\nقال ترامب إن الحرب انتهت"},
    {"id": 2, "text": "مقاتل واحد، مقاتلان، ثلاثة مقاتلين"},
    {"id": "", "text": "هدوء", "date": "2019"},
    {"id": "t/4", "text": ""},
    {"id": "t5", "text": "مقاتل واحد، مقاتلان، ثلاثة مقاتلين"},
    {"id": "t6", "text": "\x00\u202e😀 <script>alert(1)</script>"},
]


def lines(rows: Iterable[object]) -> str:
    """Rows as JSON Lines, with an empty line between them."""
    return "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"


def found(folder: Path, queries: list[str], texts: list[dict[str, Any]] = TEXTS) -> list[list[object]]:
    """What each query finds among texts."""
    (folder / "texts.jsonl").write_text(lines(texts), "utf-8-sig")
    asked = [{"id": number, "query": query} for number, query in enumerate(queries)]
    (folder / "queries.jsonl").write_text(lines(asked), "utf-8")
    options = ["--texts", str(folder / "texts.jsonl"), "--queries", str(folder / "queries.jsonl")]
    done = CliRunner().invoke(build.main, ["--root", str(folder), "--workers", "1", "search", *options])
    assert done.exit_code == 0, done.output
    answers = [json.loads(line) for line in done.output.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(len(queries)))
    return [answer["found"] for answer in answers]


def test_texts_are_found_best_first(tmp_path: Path) -> None:
    phrases = ['"الحرب انتهت"', '"انتهت الحرب"']
    queries = ["مقاتل", *phrases, "مقاتل -ترامب", "هدوء OR ترمب", "script", "", "كسوف"]
    assert found(tmp_path, queries) == [
        [2, "t5", "نص 1"],
        ["نص 1"],
        [],
        [2, "t5"],
        ["", "نص 1"],
        ["t6"],
        [],
        [],
    ]


def test_without_texts_nothing_is_found(tmp_path: Path) -> None:
    assert found(tmp_path, ["هدوء"], []) == [[]]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    found(tmp_path, ["هدوء"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["queries.jsonl", "texts.jsonl"]


@pytest.mark.parametrize("given", [[], ["--texts", "a"], ["--queries", "a"], ["هدوء", "--texts", "a"]])
def test_half_a_question_is_refused(given: list[str]) -> None:
    done = CliRunner().invoke(build.main, ["search", *given])
    assert done.exit_code == 2
    assert "either a query, or both --texts and --queries" in done.output


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    options = ["--texts", str(tmp_path / "a"), "--queries", str(tmp_path / "b")]
    done = CliRunner().invoke(build.main, ["search", *options])
    assert done.exit_code == 1
    assert done.output.count("[unreadable]") == 2
