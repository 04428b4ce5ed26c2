"""Graphic words: what is found in a text, what a curator and the settings say, what the page covers."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from musnad import render
from musnad.render.parts.graphic import graphic
from tests.render.archive import config, environment, words
from tests.render.made import archive, article

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("graphic.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
WORDS = "عُثر على جثث متفحمة"


@pytest.mark.parametrize(("text", "found"), CASES)
def test_what_is_graphic(text: str, found: str) -> None:
    assert " ؛ ".join(graphic(article([("body", text)]))) == found


def test_residue_is_covered_anyway() -> None:
    assert graphic(article([("body", "خبر"), ("residue", WORDS)])) == ()


@pytest.mark.parametrize(
    ("said", "listed", "covered", "why"),
    [
        (None, True, True, "جثث متفحمة"),
        (None, False, False, ""),
        (False, True, False, ""),
        (True, False, True, words()["ar"]["warning"]["curator"]),
        ("صور أطفال قتلى", False, True, "صور أطفال قتلى"),
    ],
)
def test_who_decides(said: str | bool | None, listed: bool, covered: bool, why: str) -> None:
    made = environment()
    of = archive([article([("body", WORDS)], warning=said)])
    plan = render.plan(of, structs.replace(config(), warnings=listed))
    page = next(page for page in plan if page.address == "articles/a0000001.html")
    html = render.render(page, made).decode()
    assert ("<details class=warning>" in html) == covered
    assert why in html
