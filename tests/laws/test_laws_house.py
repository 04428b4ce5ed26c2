"""Laws of the house: data moves one way, stages know nothing of each other, only cli/ prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent.parent
STAGES = ("ingest", "annotate", "crossref", "search", "render", "export", "release", "engine")
SHARED = ("arabic", "cite")  # rooms that every stage may use
MODULES = sorted((HOUSE / "musnad").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The names of the modules that a module imports, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def stages(names: Iterator[str]) -> set[str]:
    """The stages that these names belong to."""
    parts = [name.split(".") for name in names]
    return {
        part[1] for part in parts if part[0] == "musnad" and len(part) > 1 and part[1] in (*STAGES, *SHARED)
    }


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other(stage: str) -> None:
    for path in (HOUSE / "musnad" / stage).rglob("*.py"):
        assert stages(imported(path)) <= {stage, *SHARED}, path


def test_what_all_share_imports_no_stage() -> None:
    shared = [
        HOUSE / f"musnad/{name}.py"
        for name in ("problems", "records", "edtf", "ids", "address", "naming", "config")
    ]
    shared += sorted((HOUSE / "musnad" / "model").glob("*.py"))
    for path in shared:
        assert stages(imported(path)) == set(), path
    for path in (HOUSE / "musnad" / "arabic").rglob("*.py"):
        assert stages(imported(path)) <= {"arabic"}, path
    for path in (HOUSE / "musnad" / "cite").rglob("*.py"):
        assert stages(imported(path)) <= set(SHARED), path


def test_only_the_command_line_knows_the_terminal() -> None:
    inside = HOUSE / "musnad" / "cli"
    for path in MODULES:
        if inside not in path.parents:
            assert not {"click", "rich"} & {name.partition(".")[0] for name in imported(path)}, path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_nothing_prints_or_pickles(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}
    assert not {"pickle", "marshal", "shelve"} & set(imported(path))
