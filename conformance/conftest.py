"""The archives that are checked, built once with everything they can be exported to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from conformance import archives
from tests.browsers import launch

EXPORTS = {
    "tei": "tei",
    "tables": "tables",
    "annotations": "annotations",
    "linked": "linked",
    "bagit": "bag",
    "zim": "archive.zim",
    "epub": "archive.epub",
}


@pytest.fixture(scope="session", params=["seeds", "made"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, built, with a folder out/ of its exports."""
    root = tmp_path_factory.mktemp(request.param) / "archive"
    root.mkdir()
    {"seeds": archives.seeds, "made": archives.made}[request.param](root)
    build(root)
    for form, name in EXPORTS.items():
        build(root, "export", form, "--output", str(root / "out" / name))
    return root


def build(root: Path, *command: str) -> None:
    """Run musnad's command line."""
    program = archives.HOUSE / "build.py"
    done = subprocess.run(
        [sys.executable, program, "--root", root, *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def vnu() -> Path:
    """The Nu HTML checker, as `make conformance` put it there."""
    return archives.HOUSE / "conformance/node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        found = launch(playwright, "chromium")
        yield found
        found.close()
