"""Ids of articles: from the raw file alone, and another one where two files' letters meet."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

import build
from musnad import ids

TEXT = "وصلت القافلة إلى المدينة صباح الاثنين، وقال مسؤول إن الطريق مفتوح.\n"


def test_an_id_is_letters_of_the_sha256() -> None:
    assert ids.of_article("00" * 32) == "a0000000"
    assert ids.of_article("ff" * 32) == "azzzzzzz"
    assert ids.of_article("08" + "00" * 31) == "a1000000"
    assert ids.of_article("08" + "00" * 31, skip=1) == "a0000000"
    assert len({ids.of_article(hashlib.sha256(b"x").hexdigest(), skip) for skip in range(45)}) == 45


def test_a_file_whose_letters_are_taken_gets_later_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    taken = ids.of_article(sha256)
    (tmp_path / "site.toml").write_text('[title]\nar = "أ"\nen = "A"\n', "utf-8")
    (tmp_path / "content/articles").mkdir(parents=True)
    other = f"---\nid: {taken}\ntitle: آخر\n---\n\nنص آخر.\n"
    (tmp_path / f"content/articles/{taken}.md").write_text(other, "utf-8")
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    done = CliRunner().invoke(build.main, ["add", "report.txt"])
    free = ids.of_article(sha256, skip=7)
    assert done.output.splitlines()[0] == f"content/articles/{free}.md"
    assert f"id: {free}" in (tmp_path / f"content/articles/{free}.md").read_text("utf-8")
    assert (tmp_path / f"content/articles/{taken}.md").read_text("utf-8") == other
    again = CliRunner().invoke(build.main, ["add", "report.txt"])
    assert again.output.startswith("report.txt: warning [already-added]")
    assert f"content/articles/{free}.md" in again.output
