"""Every kind of problem, shown in a small archive of its own and told as a curator will read it.

A folder is named by the problem's code. Its files are laid over `base/`, a sound archive; `expected.txt`
holds the lines `path:line: severity [code] message` that `build.py check` must print, in order. A folder
with `add/` has its files brought in by `build.py add` instead.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.problems import kinds

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDERS = sorted(folder.name for folder in HERE.iterdir() if (folder / "expected.txt").exists())


def told(root: Path, *words: str) -> list[str]:
    """The first lines of the problems that the command line tells."""
    command = [sys.executable, str(ROOT / "build.py"), *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return [row for row in (done.stdout + done.stderr).splitlines() if ": error [" in row or ": warning [" in row]


@pytest.mark.parametrize("code", FOLDERS)
def test_problem_is_told(code: str, tmp_path: Path) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / code, tmp_path, dirs_exist_ok=True)
    expected = (tmp_path / "expected.txt").read_text("utf-8").splitlines()
    added = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "add").glob("*"))
    rows = told(tmp_path, "add", *added) if added else told(tmp_path, "check")
    assert rows == expected
    assert any(f"[{code}]" in row for row in rows)


def test_base_is_sound(tmp_path: Path) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    assert told(tmp_path, "check") == []


def test_every_kind_has_a_folder() -> None:
    assert sorted(kinds()) == FOLDERS
