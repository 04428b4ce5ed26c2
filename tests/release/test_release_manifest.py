"""The manifest of a site, and holding a folder against it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.commands import verifying
from musnad.release import manifest
from tests.laws.conftest import build_small

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1).filter(
    lambda name: name not in (".", "..")
)
DIGESTS = st.dictionaries(
    st.lists(NAMES, min_size=1, max_size=3).map("/".join), st.binary(min_size=32, max_size=32).map(bytes.hex)
)


@settings(derandomize=True, max_examples=200)
@given(DIGESTS)
def test_what_is_written_is_read(digests: dict[str, str]) -> None:
    assert manifest.read(manifest.written(digests)) == (digests, None)


def test_lines_as_other_tools_write_them() -> None:
    sha256 = "A" * 64
    rows = f"{sha256} *a.html\r\n{sha256}  ./b c.html\n{sha256}\td%0Ae%25.html\n"
    assert manifest.read(rows.encode())[0] == dict.fromkeys(["a.html", "b c.html", "d\ne%.html"], "a" * 64)


def test_lines_that_are_none() -> None:
    sha256 = "a" * 64
    for path in ("../x", "/etc/passwd", "a/../../x", "a//b", "./../x"):
        assert manifest.read(f"{sha256}  {path}\n".encode())[1] == (1, "the path leads out of the folder")
    for row in ("x", sha256, f"{sha256[:-1]}  a", f"{sha256} "):
        found, wrong = manifest.read(f"{sha256}  b\n{row}\n".encode())
        assert found == {}
        assert wrong is not None
        assert wrong[0] == 2
    assert manifest.read(f"{sha256}  a\n{sha256}  a\n".encode())[1] == (2, "this path stands here twice")
    assert manifest.read(b"\n\xff")[1] == (2, "it is not UTF-8")


def told(folder: Path) -> list[tuple[str, str]]:
    """What `verify` says of a folder: code and path within it."""
    return [(p.code, p.path.removeprefix(f"{folder}/")) for p in verifying.verify(folder)[1]]


def test_a_site_is_as_its_manifest_says(small: Path) -> None:
    site = build_small(small)
    named, wrong = manifest.read(site[manifest.NAME])
    assert wrong is None
    files = {path: hashlib.sha256(data).hexdigest() for path, data in site.items()}
    assert named == {path: files[path] for path in files if path not in (manifest.NAME, ".musnad-site")}
    assert site[manifest.NAME].splitlines() == sorted(
        site[manifest.NAME].splitlines(), key=lambda row: row[66:]
    )
    assert verifying.verify(small / "site") == (len(named), ())


def test_a_second_build_knows_the_digests_of_what_it_keeps(small: Path) -> None:
    build_small(small)
    article = small / "content/articles/a0000001.md"
    article.write_text(article.read_text("utf-8").replace("السبت", "الجمعة"), "utf-8")
    build_small(small)
    assert told(small / "site") == []


def test_every_difference_is_told(small: Path) -> None:
    build_small(small)
    site = small / "site"
    (site / "about.html").write_bytes(b"other")
    (site / "articles/a0000002.html").unlink()
    (site / "articles/a0000002.html").mkdir()
    (site / "articles/a0000002.html/x").write_bytes(b"")
    (site / "claims/index.html").unlink()
    (site / "claims/index.html").symlink_to(site / "index.html")
    (site / "elsewhere").symlink_to(small)
    (Path(os.fsdecode(os.fsencode(site) + b"/\xff\nodd"))).write_bytes(b"")
    assert told(site) == [
        ("file-changed", "about.html"),
        ("file-missing", "articles/a0000002.html"),
        ("file-extra", "articles/a0000002.html/x"),
        ("file-changed", "claims/index.html"),
        ("file-extra", "elsewhere"),
        ("file-extra", "\N{REPLACEMENT CHARACTER}\nodd"),
    ]


def test_without_a_manifest_nothing_is_verified(tmp_path: Path) -> None:
    assert [code for code, _ in told(tmp_path)] == ["unreadable"]
