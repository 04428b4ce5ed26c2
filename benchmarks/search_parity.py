"""Asks the browser's search and the terminal's the same queries: do they give the same ids in the same order?

    python benchmarks/search_parity.py ARCHIVE [QUERIES] [SEED]

ARCHIVE is one as generate.py makes it; its annotations are kept in it, in .musnad. The queries, 300 of them
if not told otherwise, are drawn from it: words, phrases, choices, exclusions, beginnings, fields, dates and
names (tests/search/drawn.py). The browser's script runs in headless Chromium on an index made for this. All
that is found is compared, with its scores, not only what a page shows. A JSON line is printed with what was
asked and found; each query answered differently is told, and the exit code is then 1.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from search_browser import chromium
from search_ours import archive

from musnad import pipeline
from musnad.engine.work import opened
from musnad.model import Archive
from musnad.search import terminal
from musnad.search.documents import Entry
from musnad.search.vocabulary import readings
from tests.search import drawn, made


def main() -> None:
    """Reads the arguments, asks, prints what came of it."""
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    number, seed = (int(given or usual) for given, usual in zip_longest(sys.argv[2:], (300, 1)))
    with opened(root) as work:
        read = archive(root, work)
        entries = list(pipeline.entries(read, work))
    sys.exit(compare(read, entries, list(drawn.drawn(read, readings(), number, seed))))


def compare(read: Archive, entries: list[Entry], queries: list[drawn.Drawn]) -> int:
    """Asks both; the exit code."""
    asked = [(one.query, one.statements, one.by_date) for one in queries]
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        index = Path(place, "whoosh")
        terminal.update(index, entries, b"parity")
        page = made.opened(browser, made.site(Path(place, "site"), read, entries))
        theirs = made.ranked_in_browser(page, read, asked)
        ours = [terminal.documents(index, one[0], readings(), *one[1:]) for one in asked]
    differ = [one for one, a, b in zip(queries, ours, theirs, strict=True) if a != b]
    print(
        json.dumps(
            {
                "articles": len(read.articles),
                "documents": sum(len(one.lengths) for one in entries),
                "queries": len(queries),
                "kinds": len({one.kind for one in queries}),
                "found something": sum(1 for found in ours if found),
                "results compared": sum(map(len, ours)),
                "differ": len(differ),
                "differ by kind": Counter(one.kind for one in differ),
            },
            ensure_ascii=False,
        )
    )
    for one in differ:
        print(json.dumps(one._asdict(), ensure_ascii=False), file=sys.stderr)
    return 1 if differ else 0


if __name__ == "__main__":
    main()
