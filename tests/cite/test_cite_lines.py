"""Lines of bibliographies as `lines.txt` has them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from musnad.cite import plain
from musnad.cite.item import Edition
from tests.cite.made import ITEMS, item, name

HERE = Path(__file__).parent
WORDS = {
    form: tomllib.loads((HERE.parent.parent / f"templates/words/{form}.toml").read_text("utf-8"))
    for form in ("ar", "en")
}


def cases() -> list[dict[str, str]]:
    """The cases, each as its lines by their key."""
    found = []
    for block in (HERE / "lines.txt").read_text("utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if row and not row.startswith("#")]
        if rows:
            found.append({key: value for key, _, value in (row.partition(": ") for row in rows)})
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['kind']}-{case.get('date', 'undated')}")
def test_a_line(case: dict[str, str]) -> None:
    number, _, day = case.get("text", "").partition(" of ")
    given = item(
        kind=case["kind"],
        title=name(case["title"]),
        authors=tuple(map(name, case["authors"].split(";"))) if "authors" in case else (),
        agencies=(name(case["agencies"]),) if "agencies" in case else (),
        outlet=name(case["outlet"]) if "outlet" in case else None,
        within=case.get("within"),
        date=case.get("date"),
        edition=Edition(int(number), day, "articles/a0000001.html") if day else None,
    )
    expected = [key for key in case if " " in key]
    assert expected
    for key in expected:
        style, form = key.split()
        assert plain.cited(given, style, form, WORDS[form]) == case[key], key  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ITEMS)
def test_a_line_has_no_two_stops_and_no_gap(given: object) -> None:
    for style in plain.STYLES:
        for form in ("ar", "en"):
            line = plain.cited(given, style, form, WORDS[form])  # type: ignore[arg-type]
            assert ".." not in line.replace("…", "")
            assert "  " not in line
            assert "()" not in line
            assert "None" not in line
