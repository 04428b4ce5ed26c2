"""Zip and ZIM: the whole site is in them, the same site gives the same bytes, Kiwix finds Arabic words."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher

from musnad.commands.packing import Pack, pack, zipped
from musnad.commands.zim import zimmed
from musnad.engine.work import opened

HOUSE = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("packs") / "archive"
    for part in ("content/articles", "content/authority", "seeds"):
        shutil.copytree(HOUSE / part, root / part)
    shutil.copyfile(HOUSE / "site.toml", root / "site.toml")
    return root


def packed(root: Path, file: Path, write: Pack) -> Path:
    with opened(root, 1) as work:
        made, _ = pack(root, work, file, write)
    assert made
    return file


@pytest.mark.parametrize(("name", "write"), [("archive.zip", zipped), ("archive.zim", zimmed)])
def test_the_same_site_gives_the_same_bytes(name: str, write: Pack, root: Path, tmp_path: Path) -> None:
    first = packed(root, tmp_path / "a" / name, write)
    second = packed(root, tmp_path / "b" / name, write)
    assert first.read_bytes() == second.read_bytes()
    assert not list(tmp_path.glob("*/.musnad-*"))


def test_a_zip_unpacks_into_one_folder(root: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(root, tmp_path / "archive.zip", zipped)) as made:
        assert made.testzip() is None
        names = {name: made.read(name) for name in made.namelist()}
    site = root / "site"
    files = (path for path in site.rglob("*") if path.is_file() and path.name != ".musnad-site")
    assert names == {f"archive/{path.relative_to(site).as_posix()}": path.read_bytes() for path in files}


def test_a_zim_has_the_site_and_finds_articles(root: Path, tmp_path: Path) -> None:
    made = Archive(packed(root, tmp_path / "archive.zim", zimmed))
    assert made.check()
    assert made.main_entry.get_item().path == "index.html"
    page = made.get_entry_by_path("articles/ak865512.html").get_item()
    assert bytes(page.content) == (root / "site/articles/ak865512.html").read_bytes()
    assert page.mimetype == "text/html"
    for words in ("الباغوز", "استسلام", "داعش"):
        found = Searcher(made).search(Query().set_query(words))
        assert "articles/ak865512.html" in set(found.getResults(0, 100))
    assert bytes(made.get_metadata("Language")) == b"ara,eng"
