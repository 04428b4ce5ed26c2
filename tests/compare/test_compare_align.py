"""Which sentences are joined: cases, and what holds of any texts; asked of the script itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from musnad.arabic.analyzer import analyze

ROOT = Path(__file__).parent.parent.parent
_FILE = (Path(__file__).parent / "cases.txt").read_text("utf-8")
CASES = [case.strip("\n") for case in _FILE.split("\n## ")[1:]]
Row = list[list[int]]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with the script."""
    made = chromium.new_page()
    made.add_script_tag(path=ROOT / "static/align.js")
    yield made
    made.close()


def aligned(page: Page, texts: list[list[str]], ties: list[list[float]] | None = None) -> list[Row]:
    """The rows of texts given as sentences."""
    forms = [[[form for form, _, _ in analyze(sentence)] for sentence in text] for text in texts]
    found: list[Row] = page.evaluate(
        "([texts, ties]) => musnad_align(texts.map(t => t.map(s => s.map(musnad_stem)))).rows(ties)",
        [forms, ties or []],
    )
    return found


def runs(rows: list[Row]) -> list[str]:
    """Rows as cases write them, those of one text alone and of the same one together."""
    made = []
    for sides, same in groupby(rows, key=lambda row: [bool(cell) for cell in row]):
        found = list(same)
        if sum(sides) == 1:
            found = [[[i for row in found for i in row[k]] for k in range(len(sides))]]
        made += [" | ".join(" ".join(str(i + 1) for i in cell) or "-" for cell in row) for row in found]
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0])
def test_sentences_are_joined(case: str, page: Page) -> None:
    told, expected = case.partition("\n")[2].split("==\n")
    texts = [text.strip("\n").splitlines() for text in re.split(r"^--$", told, flags=re.MULTILINE)]
    assert runs(aligned(page, texts)) == expected.splitlines()


def drawn(seed: int) -> tuple[list[list[str]], list[list[Any]]]:
    """Two or three texts of few words, and ties between them."""
    draw = random.Random(seed)
    words = ["جيش", "مدينة", "قتل", "أعلن", "اتفاق", "نفى", "حدود", "رئيس", "12", "أمس"]
    texts = [
        [" ".join(draw.choices(words, k=draw.randrange(0, 9))) for _ in range(draw.randrange(0, 8))]
        for _ in range(draw.choice([2, 3]))
    ]
    pairs = [(x, y) for x in range(len(texts)) for y in range(len(texts)) if x < y and texts[x] and texts[y]]
    ties = [
        [x, draw.randrange(len(texts[x])), y, draw.randrange(len(texts[y])), draw.random()]
        for x, y in draw.choices(pairs, k=draw.randrange(3) if pairs else 0)
    ]
    return texts, ties


@pytest.mark.parametrize("seed", range(60))
def test_every_sentence_stands_once_and_texts_against_themselves_run_alike(seed: int, page: Page) -> None:
    texts, ties = drawn(seed)
    rows = aligned(page, texts, ties)
    for k, text in enumerate(texts):
        assert sorted(i for row in rows for i in row[k]) == list(range(len(text)))
    assert all(any(row) for row in rows)
    assert all(cell == sorted(cell) for row in rows for cell in row)
    apart = [f"{word}{n}" for n in range(5) for word in ("جبل", "وادي", "نهر")]
    same = [" ".join(apart[at : at + 3]) for at in range(0, 15, 3)]
    assert aligned(page, [same, same]) == [[[i], [i]] for i in range(5)]


def test_a_tie_joins_what_words_do_not(page: Page) -> None:
    texts = [["انتهت المعركة في البلدة", "الطقس بارد"], ["سعر النفط", "القتال مستمر في البلدة نفسها"]]
    assert aligned(page, texts)[0] == [[], [0]]
    assert [[0], [1]] in aligned(page, texts, [[0, 0, 1, 1, 0.3]])
