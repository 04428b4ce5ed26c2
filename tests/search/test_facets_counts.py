"""Facets: the browser and the terminal count the same values, and narrow to the same results."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from musnad import crossref
from musnad.annotate import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.model import Archive
from musnad.search import columns, lists
from musnad.search.facets import names
from tests.search.made import opened, search, seeds, site, update
from tests.search.test_search_browser import generated

CASES = tomllib.loads((Path(__file__).parent / "facets_queries.toml").read_text("utf-8"))["search"]


@pytest.fixture(scope="module")
def searched() -> Archive:
    """The seeds, and articles of drawn paragraphs of theirs, with outlets and agencies."""
    articles, entities = seeds()
    texts = [one.text[block.start : block.end] for one in articles for block in one.blocks]
    draw = random.Random(3)
    articles += [
        replace(
            one,
            outlet=draw.choice([None, "wahj_24", "براثا نيوز"]),
            agencies=tuple(draw.sample(["reuters", "afp", "وكالة | أخرى"], draw.randint(0, 2))),
        )
        for one in generated(texts, draw)
    ]
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
    """The browser's index of it, in small shards and small bands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SIZE", dict.fromkeys(lists.SIZE, 300))
        patch.setattr(columns, "BANDS", (5, 20))
        made = opened(chromium, site(tmp_path_factory.mktemp("facets"), searched))
    yield made
    made.close()


COUNT = """async ([query, chosen, names, most]) => {
    const found = await engine.find(query, false, false, chosen);
    const facets = await engine.facets(), tops = {};
    for (const name of names) {
        const { values, more } = await facets.top(name, found, most);
        tops[name] = [values.map(({ value, count }) => [value, count]), more];
    }
    const results = await engine.show(found, 0, 20);
    return { total: found.ranked.length, ids: results.map(({ id }) => id), tops };
}"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("why", ""))
@pytest.mark.parametrize("most", [3, 8, 10_000])
def test_browser_and_terminal_count_the_same(
    case: dict[str, Any], most: int, index: Path, page: Page
) -> None:
    chosen = case.get("chosen", {})
    ours = search(index, case["query"], chosen=chosen, most=most)
    theirs = page.evaluate(COUNT, [case["query"], chosen, list(names()), most])
    assert (theirs["total"], theirs["ids"]) == (ours.total, [result.id for result in ours.results])
    for name, (values, more) in theirs["tops"].items():
        told = [[one.value, one.count] for one in ours.facets[name]]
        if name in ("kind", "date"):
            values = values[:most]
        assert values == told, name
        assert most < 10_000 or not more
    assert ours.total >= case.get("least", 1)
    if "found" in case:
        assert ours.total == case["found"]
