"""The review list in the terminal: by file and line, as text and as JSON; an archive with errors has none."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.commands.review import doubts, listing
from musnad.model import (
    Annotations,
    Archive,
    Article,
    Block,
    Doubt,
    Mention,
    Quantity,
)

ROOT = Path(__file__).parent.parent.parent
TEXT = "خبر\nزار علي حلب مع 20 رجلا"


def archive() -> Archive:
    """An article with three marks to look at."""
    blocks = (Block(0, 3, "headline", line=9), Block(4, len(TEXT), "body", line=11))
    mentions = (
        Mention(8, 11, "علي", "person", "names:person@0.1.0", entity="n-ali", score=0.62),
        Mention(12, 15, "حلب", "place", "names:gazetteer@0.1.0", candidates=("aleppo", "halab"), score=0.8),
        Mention(19, 26, "20 رجلا", "quantity", "quantities:digits@0.1.0", value=Quantity(20, "=", "رجلا")),
    )
    return Archive(
        articles=(Article(id="a1", title="خبر", text=TEXT, blocks=blocks, path="content/articles/a1.md"),),
        annotations={"a1": Annotations("a1", mentions)},
        entities={},
        appearances={},
        statements_by={},
        unnamed={},
        days={},
        sources={},
        review=(
            Doubt("a1", 1, "several", 0.4),
            Doubt("a1", 0, "unknown", 0.62),
            Doubt("a1", 2, "unsure", 0.65),
        ),
    )


def test_rows_have_place_reason_and_candidates() -> None:
    rows = list(doubts(archive()))
    assert [(row["line"], row["reason"], row["score"]) for row in rows] == [
        (11, "several", 0.4),
        (11, "unknown", 0.62),
        (11, "unsure", 0.65),
    ]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert rows[0]["candidates"] == ["aleppo", "halab"]
    assert rows[2]["value"] == {"number": 20.0, "comparator": "=", "unit": "رجلا", "counted": None}
    assert all(row["context"] == TEXT[4:] for row in rows)


def test_lines_for_a_reader() -> None:
    assert list(listing(doubts(archive())))[:2] == [
        "content/articles/a1.md:11: 0.40 several: place «حلب» aleppo | halab, by names:gazetteer@0.1.0, "
        "in «زار علي حلب مع 20 رجلا»",
        "content/articles/a1.md:11: 0.62 unknown: person «علي» n-ali, by names:person@0.1.0, "
        "in «زار علي حلب مع 20 رجلا»",
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one article of the repository, without records."""
    root = tmp_path_factory.mktemp("archive")
    (root / "content/articles").mkdir(parents=True)
    (root / "site.toml").write_bytes((ROOT / "site.toml").read_bytes())
    text = "---\nid: a0000001\ntitle: خبر\ndate_published: 2019-03-20\n---\n\n# خبر\n\nزار علي حلب.\n"
    (root / "content/articles/a0000001.md").write_text(text, "utf-8")
    return root


def run(root: Path, *words: str) -> tuple[int, str]:
    """The exit code of the command and what it printed."""
    command = runpy.run_path(str(ROOT / "build.py"))["main"]
    done = CliRunner().invoke(command, ["--root", str(root), "--workers", "1", *words])
    return done.exit_code, done.stdout


def test_the_command(site: Path) -> None:
    code, printed = run(site, "review", "--json")
    assert code == 0
    found = json.loads(printed)
    assert [row["score"] for row in found] == sorted(row["score"] for row in found)
    code, printed = run(site, "review")
    assert code == 0
    assert len(printed.splitlines()) == len(found)


def test_an_archive_with_errors_has_no_list(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("nonsense", "utf-8")
    code, printed = run(tmp_path, "review", "--json")
    assert code == 1
    assert json.loads(printed) == []
