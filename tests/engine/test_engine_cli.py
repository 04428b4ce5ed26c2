"""The command line: building, checking, searching; what it answers to bad input, its exit codes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Files = Callable[[Path], dict[str, bytes]]
HOUSE = Path(__file__).parent.parent.parent


def test_build(run: Run, archive: Path) -> None:
    first = run()
    assert first.exit_code == 0
    assert (archive / "site/articles/a0000001.html").exists()
    number = re.search(r"(\d+) files, (\d+) written, 0 removed", first.output)
    assert number
    assert number[1] == number[2]
    assert f"{number[1]} files, 0 written, 0 removed" in run().output
    (archive / "content/articles/a0000003.md").unlink()
    for decided in ("stories", "questions", "corrections"):  # what they say of its statements goes with it
        shutil.rmtree(archive / "content" / decided)
    assert ", 0 removed" not in run().output
    assert not (archive / "site/articles/a0000003.html").exists()


def test_with_an_error_the_old_site_stays(files: Files, run: Run, archive: Path) -> None:
    run()
    before = files(archive / "site")
    article = archive / "content/articles/a0000001.md"
    article.write_text(article.read_text("utf-8").replace("2019-03-23\n", "23/3\n", 1), encoding="utf-8")
    failed = run()
    assert failed.exit_code == 1
    assert "content/articles/a0000001.md:5: error [bad-date]" in failed.output
    assert "Nothing was published" in failed.output
    assert files(archive / "site") == before


def test_all_problems_at_once_by_file_and_line(run: Run, archive: Path) -> None:
    (archive / "content/articles/a0000001.md").write_text("---\nid: x\ntitel: t\n---\n", encoding="utf-8")
    (archive / "content/articles/notes.txt").write_text("", encoding="utf-8")
    (archive / "content/authority/people.yaml").write_text("x: {nam: y}\n", encoding="utf-8")
    (archive / "site.toml").write_text("[title]\nar = 1\n", encoding="utf-8")
    checked = run("check")
    assert checked.exit_code == 1
    rows = [row for row in checked.output.splitlines() if "error [" in row or "warning [" in row]
    places = [row.split(": ")[0].partition(":")[::2] for row in rows]
    assert places == sorted(places, key=lambda place: (place[0], int(place[1] or 0)))
    assert {path for path, _ in places} == {
        "content/articles/a0000001.md",
        "content/articles/notes.txt",
        "content/authority/people.yaml",
        "site.toml",
    }
    assert not (archive / "site").exists()


@pytest.mark.parametrize("languages", ["[]", '["ar", "ar"]', '["fr"]', '"ar"'])
def test_languages_that_cannot_be(run: Run, archive: Path, languages: str) -> None:
    (archive / "site.toml").write_text(f"languages = {languages}\n[title]\nar = 't'\n", encoding="utf-8")
    assert "site.toml:1: error [bad-value] «languages»" in run("check").output


@pytest.mark.parametrize("languages", ["['ar']", "['en']", "['en', 'ar']"])
def test_languages_that_can_be(run: Run, archive: Path, languages: str) -> None:
    (archive / "site.toml").write_text(f"languages = {languages}\n[title]\nar = 't'\n", encoding="utf-8")
    assert run().exit_code == 0


def test_check_of_a_sound_archive_says_nothing(run: Run, archive: Path) -> None:
    checked = run("check")
    assert (checked.exit_code, checked.output) == (0, "")
    assert not (archive / "site").exists()


def test_a_folder_that_is_no_archive(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    failed = run("--root", empty)
    assert failed.exit_code == 1
    assert "site.toml: error [no-settings]" in failed.output
    assert list(empty.iterdir()) == []


def test_a_folder_of_somebody_else_is_not_replaced(files: Files, run: Run, archive: Path) -> None:
    (archive / "site").mkdir()
    (archive / "site/diary.txt").write_text("mine", encoding="utf-8")
    failed = run()
    assert failed.exit_code == 1
    assert "site: error [not-a-site]" in failed.output
    assert files(archive / "site") == {"diary.txt": b"mine"}


@pytest.mark.parametrize(
    "words",
    [
        ("--nothing",),
        ("nothing",),
        ("--workers", "0"),
        ("--root", "nowhere"),
        ("add",),
        ("annotate",),
        ("annotate", "--json"),
        ("annotate", "--json", "--date", "23/3/2019", "x.txt"),
        ("search",),
        ("serve", "--port", "70000"),
    ],
)
def test_misuse(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_what_the_system_refuses_is_told(files: Files, run: Run, archive: Path) -> None:
    run()
    before = files(archive / "site")
    (archive / "static").mkdir()
    (archive / "static/x.css").symlink_to("/nowhere")
    result = run()
    assert result.exit_code == 1
    assert "static/x.css: error [refused] the system refuses it: No such file or directory" in result.output
    assert files(archive / "site") == before


def test_a_folder_that_cannot_be_listed_is_not_taken_for_empty(run: Run, archive: Path) -> None:
    (archive / "content/articles").rename(archive / "kept")
    (archive / "content/articles").write_bytes(b"")
    for words in ((), ("check",)):
        result = run(*words)
        assert result.exit_code == 1
        assert "content/articles: error [refused] the system refuses it: Not a directory" in result.output


def test_a_pipe_is_not_waited_for(run: Run, archive: Path) -> None:
    (archive / "static").mkdir()
    os.mkfifo(archive / "static/pipe")
    os.mkfifo(archive / "content/articles/pipe.md")
    assert "content/articles/pipe.md: error [unreadable]" in run("check").output


@pytest.mark.parametrize("target", ["site", "nowhere"])
def test_a_link_that_leads_nowhere_is_not_followed(run: Run, archive: Path, target: str) -> None:
    (archive / "site").symlink_to(target)
    result = run()
    assert result.exit_code == 1
    assert "site: error [not-a-site]" in result.output
    assert not (archive / "nowhere").exists()


def test_search(run: Run) -> None:
    found = run("search", "وبالباغوز")
    assert found.exit_code == 0
    assert "a0000001" in found.output
    assert run("search", "كلمة-ليست-هنا").output.count("a000") == 0


def test_as_a_program(archive: Path) -> None:
    command = [sys.executable, str(HOUSE / "build.py"), "--workers", "2"]
    done = subprocess.run(command, cwd=archive, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("site/: ")
    assert done.stderr == ""


def commands_of_the_readme() -> list[str]:
    """The lines of README.md's fenced blocks that call us."""
    blocks = re.findall(
        r"^```\w*\n(.*?)^```", (HOUSE / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [
        row for block in blocks for row in block.splitlines() if re.match(r"(make|python build\.py)\b", row)
    ]


@pytest.mark.parametrize("row", commands_of_the_readme())
def test_the_readme_is_right(run: Run, row: str) -> None:
    words = row.split()
    if words[0] == "make":
        targets = re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert words[1] in targets
        return
    names = takewhile(lambda word: not word.startswith("-"), words[2:])
    helped = run(*names, "--help")
    assert helped.exit_code == 0
    options = [word for word in words if word.startswith("--")]
    assert all(option in helped.output for option in options)


def test_the_readme_names_every_command(run: Run) -> None:
    listed = re.findall(r"^  ([a-z]+) ", run("--help").output.partition("Commands:")[2], re.MULTILINE)
    shown = {row.split()[2] for row in commands_of_the_readme() if len(row.split()) > 2}
    assert set(listed) <= shown
