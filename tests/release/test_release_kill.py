"""Whenever a release is killed: the old one stands or the new one, and the next run ends it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.laws.conftest import read

HERE = Path(__file__).parent
FIRST, SECOND = "2026-11-22", "2026-11-23"
WHOLE = "-"
NEW = ".site.musnad-new"
# In their order; whether the new addresses are recorded then, whether the new site is out.
MOMENTS = (
    (f"open {NEW}/articles/a0000001.html", False, False),
    ("os.rename content/versions/.a0000001.v2.md~", False, False),
    ("os.rename .musnad/.release~", False, False),
    ("os.rename content/.addresses.tsv~", False, False),
    ("exchange", True, False),
    ("os.remove .musnad/release", True, True),
)

Files = dict[str, bytes]


def release(root: Path, day: str, moment: str = WHOLE) -> int:
    """Release an archive in another process, killed at a moment if one is given; its exit code."""
    command = [sys.executable, str(HERE / "killed.py"), str(root), day, moment]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "SOURCE_DATE_EPOCH": "1795476600"}
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment).returncode


def content(root: Path) -> Files:
    """An archive's own files, without what a kill may leave hidden beside them."""
    return {path: data for path, data in read(root / "content").items() if not path.endswith("~")}


def test_kill_a_release_at_any_moment(small: Path, tmp_path: Path) -> None:
    assert release(small, FIRST) == 0
    article = small / "content/articles/a0000001.md"
    article.write_text(article.read_text("utf-8").replace("السبت", "الأحد"), "utf-8")
    sites, own = [read(small / "site")], [content(small)]
    whole = Path(shutil.copytree(small, tmp_path / "whole"))
    assert release(whole, SECOND) == 0
    sites.append(read(whole / "site"))
    own.append(content(whole))
    assert sites[0]["articles/a0000001.html"] != sites[1]["articles/a0000001.html"]
    for moment, recorded, out in MOMENTS:
        assert release(small, SECOND, moment) == -signal.SIGKILL, moment
        assert read(small / "site") == sites[out], moment
        now = content(small)
        assert now["addresses.tsv"] == own[recorded]["addresses.tsv"], moment
        assert now.items() <= own[0].items() | own[1].items(), moment
    assert release(small, SECOND) == 0
    assert (read(small / "site"), content(small)) == (sites[1], own[1])
    assert not list(small.rglob("*~"))
    assert release(small, SECOND) == 0  # that one is out: the next is another
    assert b"# release\t3\t2026-11-23" in content(small)["addresses.tsv"]
