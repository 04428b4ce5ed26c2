"""The command line on raw files: `add` and `annotate`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Files = Callable[[Path], dict[str, bytes]]
HOUSE = Path(__file__).parent.parent.parent
RAW = "قال مصدر في قوات سوريا الديمقراطية (قسد) السبت إن 30 مقاتلا خرجوا من الباغوز.\n"


def test_arabic_is_printed_whatever_the_locale(archive: Path) -> None:
    raw = archive / "new.txt"
    raw.write_text(RAW, "utf-8")
    command = [sys.executable, str(HOUSE / "build.py"), "--workers", "1", "annotate", str(raw)]
    done = subprocess.run(
        command, cwd=archive, capture_output=True, check=True, env={"PYTHONIOENCODING": "latin-1"}
    )
    assert "قسد" in done.stdout.decode()


def test_add(files: Files, run: Run, archive: Path, tmp_path: Path) -> None:
    raw = tmp_path / "خبر.txt"
    raw.write_text(RAW, encoding="utf-8")
    added = run("add", raw)
    assert added.exit_code == 0
    (path,) = added.output.split()
    assert f"seeds/{raw.name}" in (archive / path).read_text("utf-8")
    assert (archive / "seeds" / raw.name).read_bytes() == raw.read_bytes()
    before = files(archive)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(raw.read_bytes())
    for same in (raw, copy, archive / "seeds" / raw.name):
        again = run("add", same)
        assert again.exit_code == 0
        assert "[already-added]" in again.output
    changed = {path for path, data in files(archive).items() if before.get(path) != data}
    assert {path for path in changed if not path.startswith(".musnad")} == set()
    assert run().exit_code == 0


def test_two_raw_files_of_one_name(run: Run, archive: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.txt").write_text(RAW * number, encoding="utf-8")
        assert run("add", folder / "a.txt").exit_code == 0
    kept = sorted(path.read_text("utf-8") for path in (archive / "seeds").glob("*.txt"))
    assert kept == [RAW, RAW * 2]
    assert run("check").exit_code == 0


def test_a_raw_file_that_lies_in_seeds_already(run: Run, archive: Path) -> None:
    (archive / "seeds" / "deep").mkdir(parents=True)
    (archive / "seeds/deep/a.txt").write_text(RAW, encoding="utf-8")
    (path,) = run("add", "seeds/deep/a.txt").output.split()
    assert "seeds/deep/a.txt" in (archive / path).read_text("utf-8")
    assert [str(p.relative_to(archive)) for p in (archive / "seeds").rglob("*.txt")] == ["seeds/deep/a.txt"]


def test_what_cannot_be_added_is_told_and_the_rest_is_added(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    added = run("add", tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path, tmp_path / "good.txt")
    assert added.exit_code == 1
    assert "none.txt: error [no-file]" in added.output
    assert "empty.txt" in added.output
    assert [path.name for path in (archive / "seeds").iterdir()] == ["good.txt"]


def test_annotate(run: Run, archive: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw.txt"
    raw.write_text(RAW, encoding="utf-8")
    found = json.loads(run("annotate", "--json", raw).stdout)
    assert found["links"] == []
    (article,) = found["articles"]
    assert article["file"] == "raw.txt"
    names = {mention["text"]: mention["entity"] for mention in article["mentions"]}
    assert names["قسد"] == names["قوات سوريا الديمقراطية"] == "sdf"
    places = [*article["mentions"], *(claim["content"] for claim in article["claims"])]
    assert all(place["text"] == RAW[place["start"] : place["end"]] for place in places)
    assert article["claims"]
    listed = run("annotate", raw).output
    assert "raw.txt:12: organization «قوات سوريا الديمقراطية» sdf" in listed
    unaided = json.loads(run("annotate", "--json", "--no-authority", raw).stdout)
    assert "sdf" not in {mention["entity"] for mention in unaided["articles"][0]["mentions"]}


def test_annotate_with_a_date(run: Run, tmp_path: Path) -> None:
    raw = tmp_path / "raw.txt"
    raw.write_text(RAW, encoding="utf-8")
    found = json.loads(run("annotate", "--json", "--date", "2019-03-25", raw).stdout)
    dates = {m["text"]: m["value"] for m in found["articles"][0]["mentions"] if m["type"] == "date"}
    assert dates == {"السبت": "2019-03-23"}


def test_annotate_outside_an_archive_leaves_nothing(run: Run, tmp_path: Path) -> None:
    raw = tmp_path / "raw.txt"
    raw.write_text(RAW, encoding="utf-8")
    outside = tmp_path / "outside"
    outside.mkdir()
    assert run("--root", outside, "annotate", "--json", raw).exit_code == 0
    assert list(outside.iterdir()) == []


def test_names_of_files_that_are_no_text(run: Run, archive: Path, tmp_path: Path) -> None:
    raw = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"))
    raw.write_text(RAW, encoding="utf-8")
    (article,) = json.loads(run("annotate", "--json", raw).stdout)["articles"]
    assert article["file"] == "\N{REPLACEMENT CHARACTER}\x1b[31m.txt"
    assert "\x1b" not in run("annotate", raw).output
    assert run("add", raw).exit_code == 0
    assert [path.name for path in (archive / "seeds").iterdir()] == ["\N{REPLACEMENT CHARACTER}_[31m.txt"]
    raw.rename(archive / "seeds" / raw.name)
    assert run("check").exit_code == 0
    (archive / "content/articles" / raw.name).write_text("", encoding="utf-8")
    checked = run("check")
    assert "its name is not Unicode" in checked.output
    assert "\x1b" not in checked.output


def test_annotate_what_cannot_be_read(run: Run) -> None:
    failed = run("annotate", "--json", "none.txt")
    assert failed.exit_code == 1
    assert json.loads(failed.stdout) == {"articles": [], "links": []}
