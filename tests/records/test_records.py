"""YAML and TOML read into typed values: right ones as values, wrong ones as problems with their line."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from musnad.config import read_config
from musnad.problems import Problems
from musnad.records import convert, parse_yaml

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))


class Person(msgspec.Struct, frozen=True):
    name: str
    born: int | None = None
    tags: tuple[str, ...] = ()


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Person | None, Problems]:
    """A YAML mapping as a person, or None with what is wrong; the way all files are read."""
    data, lines, problems = parse_yaml(text, path, first_line)
    return (None, problems) if problems else convert(data or {}, lines, path, Person)


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_yaml(case: dict[str, Any]) -> None:
    value, problems = read_yaml(case["text"], "x.yaml")
    assert [(p.line, p.code) for p in problems] == [
        (line, code) for line, code, _ in case.get("problems", [])
    ]
    for problem, (_, _, word) in zip(problems, case.get("problems", []), strict=True):
        assert word in problem.message
    assert (msgspec.to_builtins(value, builtin_types=(tuple,)) if value else None) == (
        {**case["value"], "tags": tuple(case["value"]["tags"])} if "value" in case else None
    )


def test_front_matter_lines_count_from_the_file() -> None:
    _, problems = read_yaml("name: a\nbrn: 1\n", "x.md", first_line=2)
    assert [p.line for p in problems] == [3]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("[title]\nar = 'أ'\nlanguages = ['ar']\n", 3, "key-below-table"),
        ("languages = ['fr']\n[title]\nar = 'أ'\n", 1, "bad-value"),
        ("languges = ['ar']\n[title]\nar = 'أ'\n", 1, "unknown-key"),
        ("languages = ['ar']\n", 1, "missing-key"),
        ("title = \n", 1, "bad-toml"),
        ("title = " + "[" * 5000, 0, "bad-toml"),
    ],
)
def test_settings(text: str, line: int, code: str) -> None:
    _, problems = read_config(text)
    assert [(p.line, p.code) for p in problems] == [(line, code)]


@given(st.text(alphabet="nametgsborn:- []{}\"'#&*!|>%@`\n\t؟أ0", max_size=60))
def test_any_text_is_a_value_or_problems(text: str) -> None:
    value, problems = read_yaml(text, "x.yaml")
    assert (value is None) == bool(problems)
