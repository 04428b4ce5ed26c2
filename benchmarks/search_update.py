"""Brings the terminal's index of an archive up to date: what all articles cost, one edited one, and none.

    python benchmarks/search_update.py ARCHIVE

ARCHIVE is one as generate.py makes it; its annotations are kept in it, in .musnad. A JSON line is printed:
seconds of the processor, articles indexed, bytes of the index and of the articles' texts. Reading and
annotating the archive is not in them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent))

from search_ours import archive

from musnad import pipeline
from musnad.engine.work import opened
from musnad.search import keep
from musnad.search.documents import Entry, entry, materials


def main() -> None:
    """Reads the argument, brings up to date, prints."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    with opened(root) as work:
        made = archive(root, work)
        entries = list(pipeline.entries(made, work))
    middle = len(entries) // 2
    before = materials(made)[middle]
    words = f"{before.article.title} عاجل"
    edited = entry(
        msgspec.structs.replace(before, article=msgspec.structs.replace(before.article, title=words))
    )
    with tempfile.TemporaryDirectory() as place:
        update = partial(updated, Path(place, "whoosh"))
        found = {
            "articles": len(entries),
            "bytes of texts": sum(len(one.text.encode()) for one in made.articles),
            "all": update(entries),
            "none": update(entries),
            "one edited": update([*entries[:middle], edited, *entries[middle + 1 :]]),
        }
    print(json.dumps(found))


def updated(folder: Path, entries: list[Entry]) -> dict[str, float]:
    """Brings the index in a folder up to date: articles indexed, seconds, bytes of the index."""
    start = time.process_time()
    _, how = keep.ask(folder, lambda: entries, b"benchmark", lambda _: None)
    seconds = round(time.process_time() - start, 2)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return {"indexed": how.indexed, "seconds": seconds, "bytes": size}


if __name__ == "__main__":
    main()
