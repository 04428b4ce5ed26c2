"""Makes one index of an archive: what benchmarks/search.py runs in a process of its own, to measure it.

    python benchmarks/search_ours.py browser|whoosh ARCHIVE FOLDER
    python benchmarks/search_ours.py annotate ARCHIVE

ARCHIVE is one as generate.py makes it; its annotations are kept in it, in .musnad. Of the browser's index
FOLDER gets what a site has of it: search.html, static/ and search/. Printed are the seconds that the index
took, on the clock and of all processors; reading and annotating the archive, which a build has in memory, is
not in them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from memory import spent  # noqa: E402

from musnad import crossref, inputs, pipeline, render  # noqa: E402
from musnad.annotate import joined  # noqa: E402
from musnad.assets import assets  # noqa: E402
from musnad.engine import disk  # noqa: E402
from musnad.engine.fingerprint import code  # noqa: E402
from musnad.engine.work import Work, opened  # noqa: E402
from musnad.interface import environment, read_interface, rendered  # noqa: E402
from musnad.model import Archive  # noqa: E402
from musnad.problems import errors  # noqa: E402
from musnad.search import shards, terminal  # noqa: E402


def main() -> None:
    """Reads the arguments, makes the index, prints the seconds."""
    match sys.argv[1:]:
        case ["annotate", source]:
            with opened(Path(source)) as kept:
                archive(Path(source), kept)
        case ["browser", source, folder]:
            make(Path(source), Path(folder), for_browser)
        case ["whoosh", source, folder]:
            make(Path(source), Path(folder), for_terminal)
        case _:
            sys.exit(__doc__)


def make(source: Path, folder: Path, write: Callable[[Archive, Path, Work], None]) -> None:
    """An index of the archive at `source`, in a new folder."""
    folder.mkdir(parents=True)
    with opened(source) as kept, opened(folder) as fresh:  # the folder is no archive: nothing is kept there
        made = archive(source, kept)
        if write is for_browser:
            page(made, source, folder, kept)
        start, before = time.monotonic(), spent(os.getpid())
        write(made, folder, fresh)
        print(time.monotonic() - start, spent(os.getpid()) - before)


def archive(root: Path, work: Work) -> Archive:
    """The archive at `root`, without links between statements: the search has no use for them."""
    entities, _ = inputs.read_authority(root)
    articles, problems = inputs.read_articles(root, work)
    annotations = pipeline.annotate_all(articles, entities, work)
    if errors(problems):
        sys.exit("\n".join(map(str, problems)))
    return crossref.compile(articles, annotations, joined(entities).all())[0]


def for_browser(made: Archive, folder: Path, work: Work) -> None:
    """The browser's index."""
    (folder / "search").mkdir()
    entries, spread = pipeline.entries(made, work), partial(pipeline.spread, work)
    for output in shards.bundle(made, entries, pipeline.readings(work), spread):
        (folder / output.path).write_bytes(output.data)


def for_terminal(made: Archive, folder: Path, work: Work) -> None:
    """The terminal's index."""
    terminal.update(folder / "whoosh", pipeline.entries(made, work), code("search"))


def page(made: Archive, root: Path, folder: Path, work: Work) -> None:
    """The search page as the site has it, and its scripts and styles."""
    config, _ = inputs.read_settings(root)
    interface, problems = read_interface(root, work)
    if config is None or interface is None:
        sys.exit("\n".join(map(str, problems)))
    search = next(each for each in render.plan(made, config) if each.path == "search.html")
    disk.write(folder / "search.html", rendered(search, environment(interface)).data)
    for output in assets(folder):
        disk.write(folder / output.path, output.data)


if __name__ == "__main__":
    main()
