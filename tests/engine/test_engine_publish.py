"""Publishing: the whole site or none of it, only what changed written, nobody else's folder replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from musnad.engine import publish
from musnad.engine.cache import Cache
from musnad.engine.fingerprint import digest
from musnad.engine.publish import Staging, refuse

Site = dict[str, bytes]


def put(root: Path, site: Site) -> Staging:
    """Publish these files as `root`/site, as a run of its own."""
    with Cache(root / "cache.db") as cache, Staging(root / "site", cache) as staging:
        for path, data in site.items():
            if not staging.keep(path, digest(data)):
                staging.write(path, digest(data), data)
        staging.publish()
        return staging


def get(root: Path) -> Site:
    """The files that a reader of the site sees, and nothing may lie beside it."""
    site = root / "site"
    assert sorted(path.name for path in root.iterdir()) == ["cache.db", "site"]
    found = {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path != ".musnad-site"}


OLD = {"index.html": b"old", "a/1.html": b"one", "a/2.html": b"two"}
NEW = {"index.html": b"new", "a/1.html": b"one", "b/3.html": b"three"}


def test_sites_follow_each_other(tmp_path: Path) -> None:
    assert put(tmp_path, OLD).written == 3
    assert get(tmp_path) == OLD
    staging = put(tmp_path, NEW)
    assert get(tmp_path) == NEW
    assert (staging.files, staging.written) == (3, 2)


def test_a_file_that_stays_is_the_same_file(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    before = os.stat(tmp_path / "site/a/1.html")
    put(tmp_path, NEW)
    after = os.stat(tmp_path / "site/a/1.html")
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("touch", ["change", "remove", "replace"])
def test_a_file_that_somebody_touched_is_written_again(tmp_path: Path, touch: str) -> None:
    put(tmp_path, OLD)
    file = tmp_path / "site/a/1.html"
    if touch == "change":
        file.write_bytes(b"eno")
    else:
        file.unlink()
    if touch == "replace":
        file.write_bytes(b"one!")
    assert put(tmp_path, OLD).written == 1
    assert get(tmp_path) == OLD


def test_without_a_cache_everything_is_written_again(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "cache.db").unlink()
    assert put(tmp_path, OLD).written == 3
    assert get(tmp_path) == OLD


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    with Cache(tmp_path / "cache.db") as cache, Staging(tmp_path / "site", cache) as staging:
        staging.write("index.html", b"key", b"half")
    assert get(tmp_path) == OLD


@pytest.mark.parametrize("path", ["../out.html", "/etc/out.html", "a/../../out.html", "a/../b.html", ""])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        put(tmp_path, {path: b""})
    assert not (tmp_path / "site").exists()


def test_one_address_has_one_file(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache, Staging(tmp_path / "site", cache) as staging:
        staging.write("a.html", b"key", b"one")
        with pytest.raises(FileExistsError):
            staging.write("a.html", b"key", b"other")


def test_the_site_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    for site in (OLD, NEW):
        put(tmp_path, site)
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "elsewhere/index.html").read_bytes() == site["index.html"]


@pytest.mark.parametrize("exchanges", [True, False])
def test_systems_without_hard_links_or_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    def no_link(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(publish.os, "link", no_link)
    if not exchanges:
        monkeypatch.setattr(publish, "exchange", lambda *_: False)
    put(tmp_path, OLD)
    assert put(tmp_path, NEW).written == 2
    assert get(tmp_path) == NEW
    assert put(tmp_path, NEW).written == 0


def test_a_death_between_two_moves_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, OLD)
    (tmp_path / "site").rename(tmp_path / ".site.musnad-old")
    (tmp_path / ".site.musnad-new").mkdir()
    with Cache(tmp_path / "cache.db") as cache, Staging(tmp_path / "site", cache):
        pass
    assert get(tmp_path) == OLD


def test_the_exchange_is_one_step_here(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert publish.exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one/other").exists()
    assert (tmp_path / "other/one").exists()
    with pytest.raises(FileNotFoundError):
        publish.exchange(tmp_path / "one", tmp_path / "none")


def test_what_is_not_ours_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert refuse(site) == ()
    site.mkdir()
    assert refuse(site) == ()
    (site / "diary.txt").write_text("mine")
    assert [problem.code for problem in refuse(site)] == ["not-a-site"]
    (site / "diary.txt").unlink()
    put(tmp_path, OLD)
    assert refuse(site) == ()
    file = tmp_path / "file"
    file.touch()
    assert [problem.code for problem in refuse(file)] == ["not-a-site"]
