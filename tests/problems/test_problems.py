"""Every kind of problem, shown in a small archive of its own and told as a curator will read it.

A folder is named by the problem's code, or the code, a dot and what is special. Its files are laid over
`base/`, a sound archive; `expected.txt` holds the lines `path:line: severity [code] message` that
`build.py check` must print, in order. A folder with `add/` has what lies in there brought in by
`build.py add` instead; one with `texts.jsonl` has that searched for `queries.jsonl` by `build.py search`,
one with `query.txt` the archive for that. One with `release.txt` is released on the day in it, one with
`kept/` has that verified as a site, one with `exported/` is exported into that,
one with `packed/` packed into that.
A file `delete.txt` names files of `base/` that are taken away first.
"""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import build
from musnad.problems import kinds

HERE = Path(__file__).parent
FOLDERS = sorted(folder.name for folder in HERE.iterdir() if (folder / "expected.txt").exists())
HEAD = re.compile(r"\S.*: (?:error|warning) \[[a-z0-9-]+\] ")


def told(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first line of each problem that the command line tells of an archive."""
    monkeypatch.chdir(root)
    added = sorted(path.relative_to(root).as_posix() for path in (root / "add").glob("*"))
    command = ["add", *added] if added else ["check"]
    if (root / "texts.jsonl").exists():
        command = ["search", "--texts", "texts.jsonl", "--queries", "queries.jsonl"]
    if (root / "query.txt").exists():
        command = ["search", (root / "query.txt").read_text("utf-8")]
    if (root / "release.txt").exists():
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795390200")  # 2026-11-22
        command = ["release", "--date", (root / "release.txt").read_text("utf-8").strip()]
    if (root / "kept").exists():
        command = ["verify", "kept"]
    if (root / "packed").exists():
        command = ["export", "zip", "--output", "packed"]
    if (root / "exported").exists():
        command = ["export", "tei", "--output", "exported"]
    done = CliRunner().invoke(build.main, ["--workers", "1", *command])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return [row for row in done.output.splitlines() if HEAD.match(row)]


@pytest.mark.parametrize("code", FOLDERS)
def test_problem_is_told(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / code, tmp_path, symlinks=True, dirs_exist_ok=True)
    if (tmp_path / "delete.txt").exists():
        for name in (tmp_path / "delete.txt").read_text("utf-8").split():
            (tmp_path / name).unlink()
    expected = (tmp_path / "expected.txt").read_text("utf-8").splitlines()
    rows = told(tmp_path, monkeypatch)
    assert rows == expected
    assert any(f"[{code.partition('.')[0]}] " in row for row in rows)


def test_base_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    assert told(tmp_path, monkeypatch) == []


def test_every_kind_has_a_folder() -> None:
    assert sorted(kinds()) == sorted({folder.partition(".")[0] for folder in FOLDERS})
