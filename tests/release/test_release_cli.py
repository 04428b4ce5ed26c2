"""`build.py release` at the command line: the day, the bytes, what is written, and refusals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build
from musnad import releasing
from tests.laws.conftest import SMALL, read

NOW = "1795390200"  # 2026-11-22, 23:30 in UTC, and the next day already in Damascus


def run(root: Path, *words: str, **environment: str) -> Result:
    """The command line called in an archive on that day, its exceptions let through."""
    command = ["--root", str(root), "--workers", "1", *words]
    given = {"SOURCE_DATE_EPOCH": NOW, **environment}
    return CliRunner().invoke(build.main, command, catch_exceptions=False, env=given)


def test_two_releases_of_one_archive_have_the_same_bytes(small: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(SMALL, tmp_path / "مكان آخر" / "archive"))
    done = run(small, "release", "--date", "2026-11-22")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-1].startswith("release 1 of 2026-11-22: ")
    assert run(other, "release", TZ="Asia/Damascus").exit_code == 0
    one, two = (read(root) for root in (small, other))
    kept = [path for path in one if not path.startswith(".musnad/")]
    assert kept == [path for path in two if not path.startswith(".musnad/")]
    assert [path for path in kept if one[path] != two[path]] == []
    again = run(small)
    assert again.exit_code == 0
    assert " 0 written, 0 removed" in again.output
    assert read(small)["content/addresses.tsv"] == one["content/addresses.tsv"]


def test_an_article_that_is_gone_stops_the_build(small: Path) -> None:
    assert run(small, "release", "--date", "2026-11-22").exit_code == 0
    before = read(small)
    (small / "content/articles/a0000003.md").unlink()
    (small / "content/corrections/a0000001.yaml").unlink()
    for words in ([], ["check"], ["release", "--date", "2026-11-23"]):
        done = run(small, *words)
        assert done.exit_code == 1
        assert "[lost-article] articles/a0000003.html is in release 1 of 2026-11-22" in done.output
        assert "articles/a0000003.html: {withdrawn: YYYY-MM-DD, why: the reason}" in done.output
    after = read(small)
    assert {
        path for path in before if before[path] != after.get(path) and not path.startswith(".musnad/")
    } == {
        "content/articles/a0000003.md",
        "content/corrections/a0000001.yaml",
    }
    assert releasing.latest(small) == 1


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "2026-11"])
def test_a_day_that_is_none(small: Path, day: str) -> None:
    done = run(small, "release", "--date", day)
    assert done.exit_code == 2
    assert "is no day" in done.output
    assert not (small / "content/addresses.tsv").exists()


def test_a_day_that_is_still_to_come(small: Path) -> None:
    done = run(small, "release", "--date", "2026-11-24")
    assert done.exit_code == 2
    assert "«2026-11-24» is still to come: today is 2026-11-22" in done.output
    assert not (small / "content/addresses.tsv").exists()
    assert run(small, "release", "--date", "2026-11-23").exit_code == 0  # it has begun east of here


@pytest.mark.parametrize("seconds", ["today", "1e9", "9" * 30])
def test_a_moment_that_is_none(small: Path, seconds: str) -> None:
    done = run(small, "release", SOURCE_DATE_EPOCH=seconds)
    assert done.exit_code == 2
    assert f"SOURCE_DATE_EPOCH is «{seconds}», no number of seconds" in done.output
