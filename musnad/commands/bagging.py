"""The whole archive in a folder that can be handed over: a bag (BagIt, RFC 8493), with an RO-Crate in it.

Its payload are the archive's own files (settings, content, sources) and its site; not what is only kept to be
faster. Files are copied as they are, a piece at a time.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from musnad import arrival, pipeline, releasing
from musnad.config import Config
from musnad.engine import disk
from musnad.engine.work import Work
from musnad.export import crate
from musnad.model import Archive
from musnad.problems import Problems, errors, problem
from musnad.release import manifest

_PARTS = ("site.toml", "content", "seeds", "templates", "static", "site")
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(root: Path, work: Work, folder: Path) -> tuple[int, Problems]:
    """Build the archive at `root` and put it into `folder` as a bag; how many files its payload has."""
    if folder.exists() and any(folder.iterdir()):
        return 0, (problem("not-empty", str(folder)),)
    built, problems = pipeline.build(root, work)
    archive, config, _ = pipeline.load(root, work)
    if built is None or archive is None or config is None or errors(problems):
        return 0, problems
    day = state_day(root, archive, config)
    digests, size = {}, 0
    for path in _payload(root):
        to = folder / "data" / path
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, to)
        digests[f"data/{path}"] = _digest(to)
        size += to.stat().st_size
    described = crate.crate(archive, config, day)
    disk.write(folder / "data" / crate.NAME, described)
    digests[f"data/{crate.NAME}"] = hashlib.sha256(described).hexdigest()
    tags = {
        "bagit.txt": _DECLARED,
        "bag-info.txt": _info(config, day, len(digests), size + len(described)),
        manifest.NAME: manifest.written(digests),
    }
    tags["tagmanifest-sha256.txt"] = manifest.written(
        {name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}
    )
    for name, data in tags.items():
        disk.write(folder / name, data)
    return len(digests), problems


def _payload(root: Path) -> Iterator[str]:
    """The files of the archive, by their way from its root; what begins with a full stop is no part of it."""
    for part in _PARTS:
        found = [root / part] if (root / part).is_file() else sorted((root / part).rglob("*"))
        for path in found:
            names = path.relative_to(root).parts
            if path.is_file() and not any(name.startswith(".") for name in names):
                yield "/".join(names)


def _info(config: Config, day: str, files: int, size: int) -> bytes:
    """bag-info.txt; a line break in what it tells would begin another line of it."""
    title = " ".join(next(iter(config.title.values())).split())
    rows = [f"Bagging-Date: {day}", f"External-Description: {title}", f"Payload-Oxum: {size}.{files}"]
    if config.url:
        rows.append(f"External-Identifier: {config.url}")
    if config.contact:
        rows.append(f"Contact-Email: {config.contact}")
    return "".join(f"{row}\n" for row in sorted(rows)).encode()


def state_day(root: Path, archive: Archive, config: Config) -> str:
    """The day of the latest release, else the last on which an article came in."""
    known, _ = releasing.known(root, archive, config.languages)
    if known and known.past.release:
        return known.past.release.date
    dated = arrival.newest(archive.articles)
    return dated[0][0].isoformat() if dated else "1970-01-01"


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
