"""The archive written into a folder for other programs."""

from __future__ import annotations

from pathlib import Path

from musnad import pipeline
from musnad.engine import disk
from musnad.engine.work import Work
from musnad.export import FORMATS
from musnad.problems import Problems, problem
from musnad.search import opensearch


def to_opensearch(root: Path, work: Work, folder: Path) -> tuple[list[str], Problems]:
    """Write the archive at `root` for OpenSearch; the names of the files, none where it has errors.

    Documents of an earlier export in the same folder are taken away.
    """
    archive, _, problems = pipeline.load(root, work)
    if archive is None:
        return [], problems
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("documents-*.ndjson"):
        old.unlink()
    written = []
    for output in opensearch.export(pipeline.entries(archive, work), pipeline.readings(work)):
        disk.write(folder / output.path, output.data)
        written.append(output.path)
    return written, problems


def to_files(root: Path, work: Work, form: str, folder: Path) -> tuple[int, Problems]:
    """Write the archive at `root` into `folder` in one of `FORMATS`; how many files, none where it has
    errors or the folder already holds something."""
    if folder.exists() and any(folder.iterdir()):
        return 0, (problem("not-empty", str(folder)),)
    archive, config, problems = pipeline.load(root, work)
    if archive is None or config is None:
        return 0, problems
    made = 0
    for output in FORMATS[form][0](archive, config):
        disk.write(folder / output.path, output.data)
        made += 1
    return made, problems
