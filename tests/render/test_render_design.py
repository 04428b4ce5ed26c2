"""What docs/design.md says of the style sheets is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DESIGN = (ROOT / "docs/design.md").read_text("utf-8")
SHEETS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "static").glob("*.css"))}
STYLE = "".join(SHEETS.values())
TOKENS = dict(re.findall(r"(--[a-z-]+): ([^;]+);", SHEETS["site.css"].split(":root {")[1].split("}")[0]))
ROWS = [
    (name, value.replace(" rem", "rem").strip())
    for names, values in re.findall(r"^\| (`--[^|]+) \| ([^|]*\d[^|]*) \|", DESIGN, re.M)
    for name, value in zip(re.findall(r"`(--[a-z-]+)`", names), values.split(", "), strict=True)
    if " to " not in value
]


@pytest.mark.parametrize(("token", "value"), ROWS)
def test_tokens_have_the_values_told(token: str, value: str) -> None:
    assert TOKENS[token] == value


def test_the_table_of_tokens_was_read() -> None:
    assert {"--size-text", "--line-note", "--measure", "--gap"} <= {token for token, _ in ROWS}


def test_every_colour_is_a_pair_for_both_schemes() -> None:
    coloured = [value for value in TOKENS.values() if "#" in value]
    assert len(coloured) >= 20
    assert all(re.fullmatch(r"light-dark\(#[0-9a-f]{3,6}, #[0-9a-f]{3,6}\)", value) for value in coloured)


def test_text_grows_by_the_steps_told() -> None:
    told = re.search(r"a percentage on the root \(([\d, ]+)\)", DESIGN)
    assert told
    steps = re.findall(r"\[data-size=\"\w+\"\] \{ font-size: (\d+)%", STYLE)
    assert sorted([*map(int, steps), 100]) == [int(step) for step in told[1].split(", ")]


def test_nothing_moves_by_itself() -> None:
    """Notes are shown at once when they stand at their lines: a step of visibility is no motion."""
    assert not re.search(r"transition|scroll-behavior: smooth", STYLE)
    assert re.findall(r"@keyframes (\w+) (\{.*\})", STYLE) == [("appear", "{ from { visibility: hidden; } }")]
    assert all("step" in each or each == "none" for each in re.findall(r"animation: ([^;}]+)", STYLE))
