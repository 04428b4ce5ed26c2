"""A small archive of its own for each test, and building it in every way there is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from musnad import pipeline
from musnad.engine.cache import Cache
from musnad.engine.pool import Pool
from musnad.engine.work import Work

Site = dict[str, bytes]
SMALL = Path(__file__).parent / "small"


def read(folder: Path) -> Site:
    """Every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def build_small(root: Path, workers: int = 1) -> Site:
    """Build an archive and read its site."""
    with Cache(root / ".musnad" / "cache.db") as cache:
        built, problems = pipeline.build(root, Work(cache, Pool(workers, least=2)))
    assert built is not None, problems
    return read(root / "site")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small archive, to be changed at will."""
    return Path(shutil.copytree(SMALL, tmp_path / "archive"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small archive's site."""
    return build_small(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("small") / "archive")))


@pytest.fixture(scope="session")
def build() -> Callable[..., Site]:
    """How to build an archive: `build(root, workers=1)`."""
    return build_small
