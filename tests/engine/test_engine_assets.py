"""Scripts and styles as they are published: small, the same program, and an archive's own untouched."""

import gzip
import re
from pathlib import Path

import pytest

from musnad.assets import PARTS, assets, published

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = sorted(path.name for path in (ROOT / "static").glob("*.js"))
JOINED = {part for parts in PARTS.values() for part in parts}
SEARCHING = {*re.findall(r"static/([\w-]+\.js)", (ROOT / "templates/search.html").read_text("utf-8"))}


def shipped(root: Path, kind: str) -> dict[str, bytes]:
    """The files of a kind that an archive publishes."""
    return {
        output.path.removeprefix("static/"): output.data
        for output in assets(root)
        if output.path.endswith(kind)
    }


def zipped(files: dict[str, bytes], names: set[str] | None = None) -> int:
    """The bytes of files as hosts send them, each by itself."""
    return sum(len(gzip.compress(files[name], 9)) for name in names or files)


@pytest.mark.parametrize("root", [ROOT, ROOT / "nowhere"])
def test_scripts_are_published_without_comments_and_indentation(root: Path) -> None:
    scripts = shipped(root, ".js")
    assert sorted(scripts) == sorted(
        {*SCRIPTS} - JOINED - {"sw-off.js"}
    )  # which stands in for sw.js where asked
    for name, data in scripts.items():
        assert not re.search(rb"^\s|^//", data.strip(), re.MULTILINE), name


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_scripts_know_one_another_by_stays(name: str) -> None:
    source = (ROOT / "static" / name).read_text("utf-8")
    shown = published(name, source.encode()).decode()
    outside = re.findall(r"^(?:async )?function (\w+)", source, re.MULTILINE)
    assert re.findall(r"function (musnad_\w+)", shown) == outside
    # What they read of lists, of elements and of each other's answers.
    code = re.sub(r"//.*|/\*[\s\S]*?\*/|`[^`]*`|\"[^\"\n]*\"|/(?:\\.|[^/\n])+/[gu]", "", source)
    assert {*re.findall(r"\w\??\.([a-z]\w+)", code)} <= {*re.findall(r"\w+", shown)}


def test_scripts_that_are_always_loaded_together_are_one_file(tmp_path: Path) -> None:
    alone = {name: published(name, (ROOT / "static" / name).read_bytes()) for name in SCRIPTS}
    scripts = shipped(ROOT, ".js")
    for name, parts in PARTS.items():
        assert scripts[name] == b";\n".join(alone[part] for part in (*parts, name))
        for part in parts:
            (tmp_path / "static").mkdir(exist_ok=True)
            (tmp_path / "static" / part).write_text("// mine\n", "utf-8")
            assert b"// mine\n" in shipped(tmp_path, ".js")[name]


def test_scripts_are_published_alike_whenever_they_are() -> None:
    assert len({tuple(shipped(ROOT, ".js").values()) for _ in range(5)}) == 1


def test_scripts_are_small() -> None:
    scripts = shipped(ROOT, ".js")
    assert SEARCHING
    assert zipped(scripts, SEARCHING) <= 15_000
    assert zipped(scripts) <= 30_000


def test_styles_are_small() -> None:
    assert zipped(shipped(ROOT, ".css")) <= 20_000


def test_an_archives_own_files_are_published_as_they_are(tmp_path: Path) -> None:
    own = {
        "settings.js": "// mine\n  const a = `${`b  c`}  `;\n",
        "site.css": "/* mine */\na { color: red; }\n",
    }
    for name, text in own.items():
        path = tmp_path / "static" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    for name in own:
        assert shipped(tmp_path, name) == {name: (tmp_path / "static" / name).read_bytes()}


@pytest.mark.parametrize("name", ["icon.svg", "fonts/matn-400.woff2"])
def test_other_files_are_published_as_they_are(name: str) -> None:
    data = (ROOT / "static" / name).read_bytes()
    assert published(name, data) == data
