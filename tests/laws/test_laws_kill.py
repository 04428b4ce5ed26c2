"""Law: whatever the moment at which a build is killed, the old site or the new one stands, whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.engine.cache import Cache
from musnad.engine.publish import Staging

Site = dict[str, bytes]
Build = Callable[..., Site]
HERE = Path(__file__).parent


def whole(site: Path) -> bool:
    """Whether a folder holds all 30 files, all of one site."""
    number = int((site / "0").read_text())
    paths = [site / (f"{file}" if file < 10 else f"folder/{file}") for file in range(30)]
    expected = [str(number if file % 3 == 0 else number // 4) for file in range(30)]
    return [path.read_text() for path in paths] == expected and sum(
        path.is_file() for path in site.rglob("*")
    ) == 31


@pytest.mark.parametrize("how", ["exchange", "moves"])
def test_kill_at_any_moment(tmp_path: Path, how: str) -> None:
    dice = random.Random(how)
    command = [sys.executable, str(HERE / "publisher.py"), str(tmp_path), how]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    for _ in range(15):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if how == "moves" and not (tmp_path / "site").exists():
            with Cache(tmp_path / "cache.db") as cache, Staging(tmp_path / "site", cache):
                pass
        assert whole(tmp_path / "site")


def test_kill_a_whole_build(small: Path, site: Site, build: Build) -> None:
    old, new = small, Path(shutil.copytree(small, small.with_name("new")))
    edit = (new / "site.toml").read_text("utf-8").replace("أرشيف صغير", "أرشيف آخر")
    (new / "site.toml").write_text(edit, encoding="utf-8")
    after = build(new)
    assert build(old) == site != after
    (old / "site.toml").write_text(edit, encoding="utf-8")
    command = [sys.executable, str(HERE.parent.parent / "build.py"), "--root", str(old), "--workers", "2"]
    for moment in (0.6, 0.9, 1.2, 1.6, 2.0):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(moment)
        process.kill()
        process.communicate()
        files = (path for path in (old / "site").rglob("*") if path.is_file())
        assert {p.relative_to(old / "site").as_posix(): p.read_bytes() for p in files} in (site, after)
    assert build(old) == after


def test_a_reader_never_misses_the_site(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "publisher.py"), str(tmp_path), "exchange"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    process.stdout.readline()
    seen = set()
    end = time.monotonic() + 2
    while time.monotonic() < end:
        folder = os.open(tmp_path / "site", os.O_RDONLY)
        os.close(folder)
        seen.add((tmp_path / "site/0").read_text())
    process.kill()
    process.communicate()
    assert len(seen) > 1


def test_workers_do_not_outlive_a_killed_build(tmp_path: Path) -> None:
    code = (
        "import os\n"
        "from musnad.engine.pool import Pool\n"
        "def sleeper():\n"
        "    import time\n"
        "    return lambda item: time.sleep(item) or os.getpid()\n"
        "if __name__ == '__main__':\n"
        "    for made in Pool(2, least=2).map(sleeper, (), [0] * 64 + [60] * 64):\n"
        "        print(made, flush=True)\n"
    )
    (tmp_path / "script.py").write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py")], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    workers = {int(process.stdout.readline()) for _ in range(64)}
    process.kill()
    process.communicate()
    end = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
