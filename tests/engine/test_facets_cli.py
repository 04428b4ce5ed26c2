"""The terminal's search told to count and narrow by facets."""

from __future__ import annotations

import re
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_search_counts_what_it_can_be_narrowed_by(run: Run) -> None:
    told = run("search", "الباغوز", "--facets").output
    total = int(re.findall(r"^(\d+) found", told, re.MULTILINE)[0])
    kinds = re.findall(r"^ +(\d+)  kind=(\w+)", told, re.MULTILINE)
    assert sum(int(number) for number, _ in kinds) == total
    number, kind = kinds[0]
    narrowed = run("search", "الباغوز", "--only", f"kind={kind}", "--latest-first").output
    assert f"{number} found" in narrowed


def test_a_facet_that_is_none_is_told(run: Run) -> None:
    found = run("search", "الباغوز", "--only", "colour=red")
    assert found.exit_code == 2
    assert "speaker=" in found.output
