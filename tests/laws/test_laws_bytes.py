"""Law: the same archive gives the same bytes, however and wherever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from musnad.engine import disk

Site = dict[str, bytes]
Build = Callable[..., Site]
HOUSE = Path(__file__).parent.parent.parent


def read_site(archive: Path) -> Site:
    """Every file of an archive's site."""
    folder = archive / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_any_number_of_workers(small: Path, site: Site, build: Build) -> None:
    assert build(small, workers=3) == site


def test_any_order_of_files(small: Path, site: Site, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def backwards(folder: Path, **options: object) -> Iterator[tuple[str, list[str], list[str]]]:
        for at, folders, names in walk(folder, **options):
            folders.sort(reverse=True)
            yield at, folders, sorted(names, reverse=True)

    monkeypatch.setattr(disk.os, "walk", backwards)
    assert build(small) == site


def test_any_folder_and_file_times(small: Path, site: Site, build: Build) -> None:
    moved = small.rename(small.with_name("أرشيف آخر"))
    for path in moved.rglob("*"):
        os.utime(path, (0, 0))
    assert build(moved) == site


def test_nothing_changed_means_nothing_written(small: Path, build: Build) -> None:
    build(small)
    before = {path: path.stat() for path in (small / "site").rglob("*") if path.is_file()}
    build(small)
    for path, old in before.items():
        new = path.stat()
        if path.name != ".musnad-site":
            assert (new.st_ino, new.st_mtime_ns) == (old.st_ino, old.st_mtime_ns), path


def test_any_working_directory(small: Path, site: Site, tmp_path: Path) -> None:
    for name in ("musnad", "click", "json"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('not what was meant')", encoding="utf-8")
    command = [sys.executable, str(HOUSE / "build.py"), "--root", str(small), "--workers", "2"]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert read_site(small) == site


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Damascus", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_any_environment(small: Path, site: Site, environment: dict[str, str]) -> None:
    command = [sys.executable, str(HOUSE / "build.py"), "--root", str(small), "--workers", "2"]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    done = subprocess.run(command, check=False, env=kept | environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert read_site(small) == site


def test_a_damaged_cache_is_not_believed(small: Path, site: Site, build: Build) -> None:
    build(small)
    cache = small / ".musnad" / "cache.db"
    data = bytearray(cache.read_bytes())
    for at in range(0, len(data), 97):
        data[at] ^= 0x55
    cache.write_bytes(data)
    assert build(small) == site
    shutil.rmtree(small / "site")
    assert build(small) == site
