"""The browser and the terminal find the same, in the same order, with the same scores and excerpts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from musnad import crossref
from musnad.annotate import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.model import Archive, Article
from musnad.search import lists
from musnad.search.record import FIELDS
from musnad.search.results import Result
from musnad.search.squeeze import squeeze
from tests.search.made import archive, article, find_in_browser, opened, search, seeds, site, update

HOSTILE = [
    "",
    "-",
    "OR | -",
    '"',
    "-قسد",
    "ا" * 10_000,
    "كلمة " * 5000,
    "\x00\u202e<script>alert(1)</script>",
    "\ud800",
]
WRITTEN = [
    "قسد",
    "وبالباغوز",
    '"لم تنته بعد"',
    "مقاتل -قسد",
    "Trump",
    "ترمب أو ترامب",
    "أسير",
    "٢٠١٩",
    "نفى قسد",
    "مقات*",
    "بال* -قسد",
    "المتحدث:بالي",
    "المتحدث:بالي الفعل:نفى",
    "speaker:Trump قسد",
    "الباغوز -النوع:قول",
    "المصدر:رويترز",
    "العلم:ترامب -المتحدث:ترامب",
    "اللفظ:قال داعش",
    "date:2018 قسد",
    "date:2019-03..2019-03-20",
    "النوع:قول تاريخ:2019-03",
    "-المتحدث:بالي",
    "speaker:nobody",
]


def generated(texts: list[str], draw: random.Random) -> list[Article]:
    """Articles of drawn paragraphs of the seeds."""
    return [
        article(
            f"a{draw.getrandbits(34):07x}"[:8],
            "\n".join(draw.sample(texts, draw.randint(1, 4))),
            date_published=draw.choice([None, "2018~", f"2018-{draw.randint(1, 12):02}"]),
        )
        for _ in range(40)
    ]


@pytest.fixture(scope="module")
def searched() -> Archive:
    """The seeds, and articles of drawn paragraphs of theirs, annotated."""
    articles, entities = seeds()
    texts = [one.text[block.start : block.end] for one in articles for block in one.blocks]
    articles += generated(texts, random.Random(7))
    found = [annotate(one, Knowledge(entities)) for one in articles]
    return crossref.compile(articles, found, entities)[0]


@pytest.fixture(scope="module")
def index(searched: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The terminal's index of it."""
    folder = tmp_path_factory.mktemp("whoosh")
    update(folder, searched)
    return folder


@pytest.fixture(scope="module")
def page(searched: Archive, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The browser's index of it in very small shards, in a folder with a space and Arabic letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SIZE", dict.fromkeys(lists.SIZE, 200))
        patch.setattr(lists, "NAMES", 400)
        patch.setattr(lists, "TOP", 10)
        made = opened(chromium, site(tmp_path_factory.mktemp("موقع البحث 1"), searched))
    yield made
    made.close()


def drawn(of: Archive) -> list[str]:
    """Words, phrases, choices and exclusions from an archive's texts."""
    draw = random.Random(11)
    words = [word for one in of.articles for word in one.text.split()]
    queries = []
    for _ in range(30):
        some = draw.sample(words, 3)
        start = draw.randrange(len(words) - 3)
        queries += [
            some[0],
            " ".join(some[: draw.randint(2, 3)]),
            f'"{" ".join(words[start : start + draw.randint(2, 3)])}"',
            f"{some[0]} OR {some[1]} -{some[2]}",
        ]
    return queries


def as_script(result: Result) -> dict[str, Any]:
    """A result of the terminal's as the browser's script has it; without what only a page shows."""
    shown = result.excerpt
    return {
        "kind": result.kind,
        "id": result.id,
        "article": result.article,
        "title": result.title,
        "date": result.date,
        "score": result.score,
        "text": shown.text,
        "anchor": shown.anchor,
        "cut": list(shown.cut),
        "marks": [shown.text[start:end] for start, end in shown.marks],
        "reasons": [(reason.asked, reason.found, FIELDS.index(reason.field)) for reason in result.reasons],
    }


def from_script(result: dict[str, Any]) -> dict[str, Any]:
    """A result of the browser's script, so as to compare."""
    shown = result["excerpt"]
    units = shown["text"].encode("utf-16-le")
    return {
        **{key: result[key] for key in ("kind", "id", "article", "title", "date", "score")},
        **{key: shown[key] for key in ("text", "anchor", "cut")},
        "marks": [units[2 * start : 2 * end].decode("utf-16-le") for start, end in shown["marks"]],
        "reasons": [(reason["asked"], reason["found"], reason["field"]) for reason in result["reasons"]],
    }


@pytest.mark.parametrize(("statements", "by_date"), [(False, False), (True, False), (False, True)])
def test_browser_and_terminal_find_the_same(
    searched: Archive, index: Path, page: Page, statements: bool, by_date: bool
) -> None:
    queries = [*WRITTEN, *drawn(searched), *HOSTILE][:: 3 if statements or by_date else 1]
    assert statements or by_date or len(queries) > 145
    found = 0
    for query in queries:
        ours = search(index, query, statements=statements, by_date=by_date)
        theirs = find_in_browser(page, query, statements, by_date)
        assert [from_script(result) for result in theirs["results"]] == [
            as_script(r) for r in ours.results
        ], query
        assert (theirs["total"], theirs["cut"]) == (ours.total, ours.cut), query
        found += ours.total > 0
    assert found > len(queries) // 2


def test_squeezed_texts_are_stretched(page: Page) -> None:
    draw = random.Random(5)
    letters = "ابتةى وال،.  \n\t«»abc019\x00\u200fﷺ\ud800\U0001f600"
    texts = ["".join(draw.choices(letters, k=draw.randint(0, 40))) for _ in range(500)]
    texts.append("وقال مسؤول في وزارة الدفاع إن القوات سيطرت على المدينة")
    squeezed = [squeeze(text) for text in texts]
    stretched = page.evaluate(
        """async (squeezed) => {
            const lists = musnad_lists("search/");
            await lists.open();
            return squeezed.map((text) => [...lists.stretch(text)].map((letter) => letter.codePointAt(0)));
        }""",
        squeezed,
    )
    assert stretched == [[ord(letter) for letter in text] for text in texts]


def test_an_empty_archive_is_searched(chromium: Browser, tmp_path: Path) -> None:
    made = opened(chromium, site(tmp_path, archive([])))
    assert find_in_browser(made, "قسد -داعش")["total"] == 0
    made.close()


def test_a_missing_shard_is_told(chromium: Browser, tmp_path: Path) -> None:
    folder = site(tmp_path, archive([article("a0000001", "بدأ القتال")]))
    for path in tmp_path.glob("search/p-*.js"):
        path.unlink()
    made = opened(chromium, folder)
    failed = made.evaluate("() => engine.find('القتال').then(() => null, (error) => error.message)")
    assert failed.startswith("p-")
    made.close()
