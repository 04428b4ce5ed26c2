"""The built site in one file: a zip to unpack anywhere, a ZIM for Kiwix.

The same site gives the same bytes: dates inside are the archive's, not of the day of packing.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from musnad import pipeline
from musnad.arrival import newest
from musnad.config import Config
from musnad.engine.publish import MARKER
from musnad.engine.work import Work
from musnad.model import Archive, Value
from musnad.problems import Problems, errors, problem

_EARLIEST = datetime.date(1980, 1, 1)  # what a zip can tell


class Site(Value, frozen=True):
    """A built site: its folder, its files by their path in it, sorted, and the archive it shows.

    `day` is the last on which an article came in, None where none is told.
    """

    folder: Path
    paths: tuple[str, ...]
    archive: Archive
    config: Config
    day: datetime.date | None


Pack = Callable[[Site, Path], None]


def pack(root: Path, work: Work, file: Path, write: Pack) -> tuple[int, Problems]:
    """Build the archive at `root` and let `write` make one file of its site; how many files that has.

    A file that was there is replaced when the new one is whole.
    """
    if file.is_dir():
        return 0, (problem("folder-here", str(file)),)
    built, problems = pipeline.build(root, work)
    archive, config, _ = pipeline.load(root, work)
    if built is None or archive is None or config is None or errors(problems):
        return 0, problems
    folder = root / "site"
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    dated = newest(archive.articles)
    paths = tuple(sorted(name for name in names if name != MARKER))
    site = Site(folder, paths, archive, config, dated[0][0] if dated else None)
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".musnad-") as beside:
        made = Path(beside, file.name)
        write(site, made)
        made.replace(file)
    return len(paths), problems


def zipped(site: Site, file: Path) -> None:
    """The site as a zip, in a folder of the file's name, so that unpacking it nowhere spills files."""
    day = max(site.day or _EARLIEST, _EARLIEST)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for path in site.paths:
            entry = zipfile.ZipInfo(f"{file.stem}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            with open(site.folder / path, "rb") as data, made.open(entry, "w") as to:
                shutil.copyfileobj(data, to)
