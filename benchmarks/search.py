"""Measures the search beside Pagefind's and MiniSearch's of the same texts.

    python benchmarks/search.py FOLDER [--corpus CORPUS.jsonl.gz] [--cases CASES.jsonl]
        [--json FILE] [SIZE ...]

For each size (1000 and 10000 articles, if neither sizes nor cases are given) an archive is made in FOLDER as
generate.py makes it, and annotated: the first time a minute for two thousand articles and processor, later
it is there. Then each makes its index in a process of its own. Printed are

    s, cpu, MB held  seconds on the clock and of all processors, and memory, that the index took
    files, MB        of the index
    first KB, ms     of a reader's first query: scripts and index, until the results stand there
    later KB, ms     of each further query of one reader; all are medians
    found, avoided   of the cases in tests/arabic, or given: texts a query should find, texts it should not

Bytes are those of bodies on the wire, texts zipped as hosts send them; «file» is ours opened from the disk,
where they are the files' own. Ours shows sentences and speakers, Pagefind excerpts, MiniSearch, which keeps
no texts, titles only. Queries are one to three words in a row of the archive's titles, drawn with a seed.

Needs Chromium, Linux, and node with npm, which fetches the peers into benchmarks/node_modules the first time.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402
import search_browser as browser  # noqa: E402
import search_peers as peers  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from search_peers import Made, Page  # noqa: E402

from musnad import inputs  # noqa: E402
from musnad.commands.search_texts import search_texts  # noqa: E402
from musnad.engine.work import opened  # noqa: E402

CASES = HERE / "tests" / "arabic" / "search_cases.jsonl"
_FIRST, _LATER = 7, 30  # queries drawn
_COLUMNS = ("s", "cpu", "MB held", "files", "MB", "first KB", "ms", "later KB", "ms")
Figures = dict[str, float | None]


def main() -> None:
    """Reads the arguments, measures, prints tables."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_intermixed_args()
    peers.install()
    measured: dict[str, Any] = {}
    with browser.chromium() as chromium:
        for size in given.sizes or ([] if given.cases else [1000, 10000]):
            print(f"\n{size:,} articles" + "".join(f"{name:>10}" for name in _COLUMNS))
            measured[str(size)] = {}
            for name, row in measure(chromium, given.folder.resolve(), size, given.corpus):
                print(f"{name:14}" + "".join(map(cell, row.values())), flush=True)
                measured[str(size)][name] = row
        measured["quality"] = quality(chromium, given.cases or CASES)
    print("\nfound, avoided")
    for name, row in measured["quality"].items():
        print(f"{name:14}" + "".join(f"{value:10.3f}" for value in row.values()))
    if given.json:
        given.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def measure(chromium: Browser, folder: Path, size: int, corpus: Path | None) -> Iterator[tuple[str, Figures]]:
    """The rows of the table for so many articles."""
    archive, site, plain = (folder / f"{size}{kind}" for kind in ("", "-ours", "-plain"))
    if not archive.exists():
        reports = generate.from_corpus(corpus, size) if corpus else generate.from_seeds(size)
        generate.write(archive, reports)
    pages = list(texts(archive))
    queries = drawn([page.title for page in pages])
    peers.annotate(archive)
    made = figures(peers.ours("browser", archive, site))
    with browser.served(site) as (at, log):
        yield "musnad", made | asked(chromium, f"{at}/search.html", peers.ASK_OURS, queries, log)
    from_disk = asked(chromium, (site / "search.html").as_uri(), peers.ASK_OURS, queries, None)
    yield "musnad, file", dict.fromkeys(made) | from_disk
    peers.write_pages(plain, pages)
    made = figures(peers.pagefind(plain))
    with browser.served(plain) as (at, log):
        yield "Pagefind", made | asked(chromium, f"{at}/pagefind.html", peers.ASK_PAGEFIND, queries, log)
    made = figures(peers.minisearch(plain))
    with browser.served(plain) as (at, log):
        yield (
            "MiniSearch",
            made | asked(chromium, f"{at}/minisearch.html", peers.ASK_MINISEARCH, queries, log),
        )
    yield "Whoosh", figures(peers.ours("whoosh", archive, folder / f"{size}-whoosh"))


def cell(value: float | None) -> str:
    """A figure in a table."""
    return f"{value:10,.1f}" if value is not None else " " * 10


def figures(made: Made) -> Figures:
    """An index in a table's units."""
    return {
        "seconds": made.seconds,
        "cpu_seconds": made.spent,
        "held_mb": made.peak / 1e6,
        "files": made.files,
        "index_mb": made.bytes / 1e6,
    }


def asked(chromium: Browser, page: str, ask: str, queries: list[str], log: browser.Log | None) -> Figures:
    """What queries cost a reader."""
    first = browser.first(chromium, page, ask, queries[:_FIRST], log)
    later = browser.later(chromium, page, ask, queries[_FIRST - 1 :], log)
    return {
        "first_kb": first.bytes / 1e3,
        "first_ms": first.ms,
        "later_kb": later.bytes / 1e3,
        "later_ms": later.ms,
    }


def texts(archive: Path) -> Iterator[Page]:
    """An archive's articles as texts, as a reader of a page has them."""
    with opened(archive) as work:
        articles, _ = inputs.read_articles(archive, work)
    for article in articles:
        blocks = (article.text[b.start : b.end] for b in article.blocks if b.zone != "residue")
        yield Page(article.id, article.title, "\n".join(blocks))


def drawn(titles: list[str]) -> list[str]:
    """Queries: one to three words in a row of these titles, of three letters or more each."""
    dice = random.Random(5)
    queries: list[str] = []
    while len(queries) < _FIRST + _LATER:
        words = re.findall(r"[^\W\d_]{3,}", dice.choice(titles))
        number = dice.randint(1, 3)
        if len(words) >= number:
            start = dice.randint(0, len(words) - number)
            queries.append(" ".join(words[start : start + number]))
    return queries


def quality(chromium: Browser, path: Path) -> dict[str, Figures]:
    """Of the cases, the share found and the share avoided, by each."""
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pages = [
        Page(f"{case['id']}{kind}", "", case[f"should_{kind}_text"])
        for case in cases
        for kind in ("match", "not_match")
        if case[f"should_{kind}_text"]
    ]
    queries = [case["query"] for case in cases]
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        peers.write_pages(folder, pages)
        rows = {"musnad": shares(cases, answers(folder, queries))}
        peers.pagefind(folder)
        peers.minisearch(folder)
        with browser.served(folder) as (at, _log):
            found = browser.answers(chromium, f"{at}/pagefind.html", peers.FIND_PAGEFIND, queries)
            rows["Pagefind"] = shares(cases, found)
            found = browser.answers(chromium, f"{at}/minisearch.html", peers.FIND_MINISEARCH, queries)
            rows["MiniSearch"] = shares(cases, found)
    return rows


def answers(folder: Path, queries: list[str]) -> list[list[str]]:
    """What our search finds among the texts of a folder."""
    rows = [json.dumps({"id": number, "query": query}) for number, query in enumerate(queries)]
    (folder / "queries.jsonl").write_text("\n".join(rows), encoding="utf-8")
    with opened(folder) as work:
        found, problems = search_texts(folder, folder / "texts.jsonl", folder / "queries.jsonl", work)
    if problems:
        sys.exit("\n".join(map(str, problems)))
    return [one["found"] for one in found]


def shares(cases: list[dict[str, str | None]], found: list[list[str]]) -> Figures:
    """The share of texts found that should be, and of texts avoided that should be."""
    pairs = list(zip(cases, found, strict=True))
    matched = [f"{case['id']}match" in ids for case, ids in pairs]
    wrong = [f"{case['id']}not_match" in ids for case, ids in pairs if case["should_not_match_text"]]
    return {"found": sum(matched) / len(matched), "avoided": 1 - sum(wrong) / len(wrong)}


if __name__ == "__main__":
    main()
