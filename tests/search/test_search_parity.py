"""Drawn queries of every kind find the same in browser and terminal, in one order, in some hundred articles.

The same for thousands of articles of a corpus: benchmarks/search_parity.py.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser

from musnad import crossref
from musnad.annotate import annotate
from musnad.annotate.knowledge import Knowledge
from musnad.model import Archive
from musnad.search import terminal
from musnad.search.vocabulary import readings
from tests.search.drawn import drawn
from tests.search.made import article, entries, opened, ranked_in_browser, seeds, site

_OUTLETS = ("رويترز", "وكالة الأنباء", None)


def made(number: int) -> Archive:
    """So many articles, each of some of the seeds' paragraphs, of drawn days and outlets, annotated."""
    draw = random.Random(number)
    articles, entities = seeds()
    texts = [one.text[block.start : block.end] for one in articles for block in one.blocks]
    for _ in range(number - len(articles)):
        articles.append(
            article(
                f"a{draw.getrandbits(35):07x}"[:8],
                "\n".join(draw.sample(texts, draw.randint(1, 2))),
                date_published=f"2019-{draw.randint(1, 4):02}-{draw.randint(1, 28):02}",
                outlet=draw.choice(_OUTLETS),
                authors=draw.choice(((), ("سلمى الحاج",))),
            )
        )
    known = Knowledge(entities)
    return crossref.compile(articles, [annotate(one, known) for one in articles], entities)[0]


def test_browser_and_terminal_answer_drawn_queries_alike(chromium: Browser, tmp_path: Path) -> None:
    given = made(250)
    indexed = entries(given)
    terminal.update(tmp_path / "whoosh", indexed, b"test")
    queries = list(drawn(given, readings(), 300))
    page = opened(chromium, site(tmp_path / "موقع", given, indexed))
    theirs = ranked_in_browser(page, given, [(one.query, one.statements, one.by_date) for one in queries])
    page.close()
    found: Counter[str] = Counter()
    for one, rows in zip(queries, theirs, strict=True):
        ours = terminal.documents(tmp_path / "whoosh", one.query, readings(), one.statements, one.by_date)
        assert ours == rows, one
        found[one.kind] += len(ours) > 0
    assert sum(found.values()) > len(queries) * 2 // 3
    assert all(number for kind, number in found.items() if kind != "from the dictionary"), found
