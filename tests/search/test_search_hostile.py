"""Hostile queries give a result or none, the same in browser and terminal, for a bounded amount of work."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

import build
from musnad.arabic import analyzer
from musnad.arabic.fold import fold
from musnad.model import Archive
from musnad.search import lists, narrowing, query, terminal, whoosh_index, whoosh_words
from musnad.search.vocabulary import readings
from tests.search import fuzzed
from tests.search.made import ROOT, entries, opened, search, site
from tests.search.test_search_parity import made

SCRIPTS = 40  # of small shards, that the browser loads for one query at most
LOOKED_UP = 400  # postings that the terminal looks at for one query at most


def hostile() -> Iterator[str]:
    """The queries of hostile.toml, and halves of a pair, which TOML cannot hold."""
    for row in tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))["query"]:
        filled = row.get("filled", "") * 10_000
        yield row["text"] * row.get("times", 1) + filled + row.get("after", "")
    yield from ("\ud800", "\udfff قسد", "قسد \ud83d", '"\ud800" -\udc00*', "\udc00\ud800" * 999)


def drawn() -> Iterator[str]:
    """Strings of signs, names of fields, words and pieces of many scripts."""
    draw = random.Random(4)
    words = ["قسد", "والباغوز", "ترامب", "Bali", *fuzzed.KINDS["queries"], *fuzzed.KINDS["signs"]]
    for text in fuzzed.strings(150, seed=4):
        yield "".join(
            draw.choice(words) + draw.choice(("", " ", text[:3])) for _ in range(draw.randint(1, 20))
        )


QUERIES = [*hostile(), *drawn()]


@pytest.fixture(scope="module")
def searched() -> Archive:
    """Some dozen annotated articles."""
    return made(60)


@pytest.fixture(scope="module")
def index(searched: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The terminal's index of them."""
    folder = tmp_path_factory.mktemp("whoosh")
    terminal.update(folder, entries(searched), b"test")
    return folder


@pytest.fixture(scope="module")
def page(searched: Archive, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The browser's index of them, in small shards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SIZE", dict.fromkeys(lists.SIZE, 200))
        page = opened(chromium, site(tmp_path_factory.mktemp("site"), searched))
    yield page
    page.close()


def asked(page: Page, text: str) -> dict[str, Any]:
    """What the browser makes of a query: how much it finds, and how many scripts it has loaded by then.

    The query goes as JSON in ASCII, since halves of a pair have no UTF-8.
    """
    found: dict[str, Any] = page.evaluate(
        """async (text) => {
            const found = await engine.find(JSON.parse(text));
            const results = await engine.show(found, 0, 5);
            const scripts = musnad_shards.size;
            return { total: found.ranked.length, cut: found.cut, ids: results.map(({ id }) => id), scripts };
        }""",
        json.dumps(text),
    )
    return found


def test_browser_and_terminal_answer_alike(index: Path, page: Page) -> None:
    for text in QUERIES:
        ours = search(index, text, limit=5)
        theirs = asked(page, text)
        assert (theirs["total"], theirs["cut"]) == (ours.total, ours.cut), ascii(text[:200])
        assert theirs["ids"] == [result.id for result in ours.results], ascii(text[:200])


def test_the_terminal_looks_at_few_postings(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0
    live = whoosh_index.live

    def counted(*given: Any) -> Any:
        nonlocal looked_up
        looked_up += 1
        return live(*given)

    for module in (terminal, narrowing, whoosh_index, whoosh_words):
        monkeypatch.setattr(module, "live", counted)
    for text in QUERIES:
        looked_up = 0
        terminal.documents(index, text, readings())
        assert looked_up <= LOOKED_UP, ascii(text[:200])


def test_the_browser_loads_few_scripts(page: Page) -> None:
    for text in hostile():
        page.reload()
        page.evaluate("() => { window.engine = musnad_search('search/'); }")
        assert asked(page, text)["scripts"] <= SCRIPTS, ascii(text[:200])


def test_no_query_is_more_than_its_words() -> None:
    for text in QUERIES:
        found = query.parse(text)
        phrases = [*(phrase for clause in found.clauses for phrase in clause), *found.excluded]
        words = sum(map(len, phrases)) + sum(len(one.words) for one in found.filters)
        assert words <= int(query.signs()["words"])


def test_a_letter_is_folded_twice_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = 0

    def counted(text: str) -> str:
        nonlocal folded
        folded += len(text)
        return fold(text)

    monkeypatch.setattr(analyzer, "fold", counted)
    for text in hostile():
        folded = 0
        analyzer.analyze(text)
        assert folded <= 2 * len(text)


def test_nothing_runs_and_nothing_is_planted(page: Page) -> None:
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    for text in QUERIES:
        asked(page, text)
    assert told == []
    assert page.evaluate("document.querySelectorAll('img, iframe, object').length") == 0
    assert page.evaluate("Object.keys(Object.prototype).length") == 0


@pytest.mark.parametrize(
    "text",
    [
        "-",
        '"',
        "ا" * 10_000,
        "\x1b[2J\u202e<script>",
        "date:2020..2018 قسد",
        "speaker:" + "ق" * 9999,
        "\x00",
        "(" * 999,
    ],
)
def test_the_command_line_tells_plainly(text: str, tmp_path: Path) -> None:
    command = ["--root", str(tmp_path), "--workers", "1", "search", "--", text]
    base = ROOT / "tests/problems/base"
    for path in base.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    done = CliRunner().invoke(build.main, command)
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-1] == "0 found"
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output
