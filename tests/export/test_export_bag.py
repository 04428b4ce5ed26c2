"""A bag: everything is in it, under digests that hold, and the crate knows what its files are."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from msgspec import structs

from musnad import pipeline
from musnad.commands import bagging
from musnad.engine.work import opened
from musnad.export.crate import crate
from tests.laws.conftest import SMALL

HOUSE = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bag") / "archive"
    for part in ("content/articles", "content/authority", "seeds"):
        shutil.copytree(HOUSE / part, root / part)
    shutil.copyfile(HOUSE / "site.toml", root / "site.toml")
    (root / "content/.draft").write_text("not to be taken along", encoding="utf-8")
    with opened(root, 1) as work:
        made, _ = bagging.bag(root, work, root.parent / "out")
    assert made
    return root.parent / "out"


def listed(path: Path) -> dict[str, str]:
    rows = (row.split("  ", 1) for row in path.read_text("utf-8").splitlines())
    return {name: digest for digest, name in rows}


def test_every_file_has_its_digest(bag: Path) -> None:
    told = listed(bag / "manifest-sha256.txt") | listed(bag / "tagmanifest-sha256.txt")
    files = {path.relative_to(bag).as_posix(): path for path in bag.rglob("*") if path.is_file()}
    del files["tagmanifest-sha256.txt"]
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == told


def test_the_payload_is_the_archive_and_its_site(bag: Path) -> None:
    names = listed(bag / "manifest-sha256.txt")
    assert {"data/site.toml", "data/site/index.html", "data/ro-crate-metadata.json"} <= names.keys()
    assert {f"data/seeds/{path.name}" for path in (HOUSE / "seeds").iterdir()} <= names.keys()
    assert not [name for name in names if "/." in name]
    size = sum((bag / name).stat().st_size for name in names)
    assert f"Payload-Oxum: {size}.{len(names)}\n" in (bag / "bag-info.txt").read_text("utf-8")


def test_the_crate_tells_of_files_that_are_there(bag: Path) -> None:
    graph = json.loads((bag / "data/ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    entries = {entry["@id"]: entry for entry in graph}
    assert len(entries) == len(graph)
    for part in entries["./"]["hasPart"]:
        assert (bag / "data" / part["@id"]).exists()
        assert part["@id"] in entries
    raw = [entry for entry in graph if "sha256" in entry]
    assert raw
    for entry in raw:
        assert hashlib.sha256((bag / "data" / entry["@id"]).read_bytes()).hexdigest() == entry["sha256"]


def test_an_archive_without_raw_files_tells_of_none(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "archive"))
    with opened(root, 1) as work:
        archive, config, _ = pipeline.load(root, work)
    assert archive
    assert config
    bare = structs.replace(archive, articles=tuple(structs.replace(a, source=None) for a in archive.articles))
    assert b'"seeds/' not in crate(bare, config, "2026-11-23")
