"""Scripts as they are published: small, the same program, and an archive's own untouched."""

import gzip
import re
from pathlib import Path

import pytest

from musnad.assets import assets

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = sorted(path.name for path in (ROOT / "static").glob("*.js"))
LOADED = re.search(r"for script in \((.*?)\)", (ROOT / "templates/search.html").read_text("utf-8"))
COMMENT = re.compile(r"^\s*//.*", re.MULTILINE)


def published(root: Path) -> dict[str, bytes]:
    """The scripts of an archive."""
    return {
        output.path.removeprefix("static/"): output.data
        for output in assets(root)
        if output.path.endswith(".js")
    }


def zipped(scripts: dict[str, bytes], names: list[str]) -> int:
    """The bytes of scripts as hosts send them, each by itself."""
    return sum(len(gzip.compress(scripts[name], 9)) for name in names)


@pytest.mark.parametrize("root", [ROOT, ROOT / "nowhere"])
def test_scripts_are_published_without_comments_and_indentation(root: Path) -> None:
    scripts = published(root)
    assert sorted(scripts) == SCRIPTS
    for name, data in scripts.items():
        assert not re.search(rb"^\s|^//", data.strip(), re.MULTILINE), name


@pytest.mark.parametrize("name", SCRIPTS)
def test_template_literals_are_published_as_they_are(name: str) -> None:
    source = COMMENT.sub("", (ROOT / "static" / name).read_text("utf-8"))
    literals = re.findall(r"`[^`]*`", source)
    assert re.findall(r"`[^`]*`", published(ROOT / "nowhere")[name].decode()) == literals


def test_scripts_are_small() -> None:
    scripts = published(ROOT)
    assert LOADED
    assert zipped(scripts, [f"{name}.js" for name in re.findall(r"[\w-]+", LOADED[1])]) <= 15_000
    assert zipped(scripts, SCRIPTS) <= 38_000


def test_an_archives_own_script_is_published_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "static" / "page.js"
    own.parent.mkdir()
    own.write_text("// mine\n  const a = `${`b  c`}  `;\n", "utf-8")
    assert published(tmp_path)["page.js"] == own.read_bytes()
