"""The command line, called in a small archive of a test's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build

SMALL = Path(__file__).parent.parent / "laws" / "small"
Run = Callable[..., Result]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small archive, with the working directory in it."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "archive"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(archive: Path) -> Run:
    """Calls the command line with these words, its exceptions let through."""
    return lambda *words: CliRunner().invoke(
        build.main, [str(word) for word in words], catch_exceptions=False
    )


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes]]:
    """Reads every file below a folder."""
    return lambda folder: {
        str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
