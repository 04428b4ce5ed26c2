"""Building an archive's site for tests."""

from __future__ import annotations

from pathlib import Path

from musnad import pipeline
from musnad.engine.work import opened
from musnad.problems import errors


def build(root: Path) -> Path:
    """The built site of the archive at `root`."""
    with opened(root, workers=1) as work:
        built, problems = pipeline.build(root, work)
    assert built, errors(problems)
    return root / "site"
