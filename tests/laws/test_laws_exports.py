"""Law: every export of the same archive has the same bytes, however and wherever it is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.cli.exports import export

HOUSE = Path(__file__).parent.parent.parent
FORMS = sorted(export.commands)
HERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Damascus", "LC_ALL": "C", "LANG": "C"}
THERE = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Los_Angeles",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "ar_SY.UTF-8",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "1000000000",
}


def exported(root: Path, folder: Path, workers: int, environment: dict[str, str]) -> Path:
    """The archive at `root` in every form, each in a folder of its name."""
    program = Path(__file__).with_name("exporter.py")
    command = [sys.executable, str(program), str(root), str(folder), str(workers)]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        command,
        check=False,
        cwd=HOUSE,
        env=kept | {"PYTHONPATH": str(HOUSE)} | environment,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small archive in every form, made on two paths, in two time zones and locales, by one process and
    by two."""
    at = tmp_path_factory.mktemp("exports")
    small = Path(__file__).with_name("small")
    one = Path(shutil.copytree(small, at / "archive"))
    other = Path(shutil.copytree(small, at / "كتب أخرى" / "أرشيف"))
    for path in other.rglob("*"):
        os.utime(path, (0, 0))
    return exported(one, at / "out", 1, HERE), exported(other, at / "made there", 2, THERE)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_bytes(form: str, both: tuple[Path, Path]) -> None:
    one, other = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in (folder / form).rglob("*")
            if path.is_file()
        }
        for folder in both
    )
    assert one
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
