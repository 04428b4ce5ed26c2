"""Every kind of page, and every record, read by the reference manager's own translators (`zotero.js`)."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

HERE = Path(__file__).parent
ADDRESS = "https://archive.example.org/baghuz/"
TYPES = {"article-newspaper": "newspaperArticle", "webpage": "webpage"}
OF_PAGE = re.compile(r'href="?data:application/vnd\.citationstyles\.csl\+json[^,"> ]*,([^"> ]+)')
Record = dict[str, Any]


def taken(site: Path, paths: list[str]) -> list[tuple[str, str, Record]]:
    """What Zotero takes from files of a site, one thing from each: path, translator, item."""
    done = subprocess.run(
        ["node", HERE / "zotero.js", site, ADDRESS],
        input=json.dumps(paths),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert [path for path, *_ in found] == paths
    things = [(path, by, [one for one in items if one["itemType"] != "note"]) for path, by, items in found]
    assert [path for path, _, items in things if len(items) != 1] == []
    return [(path, by, items[0]) for path, by, items in things]


def record(site: Path, path: str) -> Record:
    """The CSL record that a page offers: a file beside it, or in itself."""
    beside = site / (re.sub(r"^en/|(\.p\d+)?\.html$", "", path) + ".csl.json")
    if beside.exists():
        return dict(json.loads(beside.read_text("utf-8"))[0])
    found = OF_PAGE.search((site / path).read_text("utf-8"))
    assert found, path
    return dict(json.loads(unquote(unescape(found[1])))[0])


def line(words: str) -> str:
    """Words as names go through tags, where a comma or a semicolon would take them apart."""
    return " ".join(words.replace(",", " ").replace(";", " ").split())


def plain(words: str) -> str:
    """A title without what its importers lose: a comment of HTML in RIS, TeX's name of a backslash."""
    return " ".join(re.sub(r"<!.*|\\textbackslash|[\\~^]", "", words).split())


def people(item: Record) -> list[tuple[str, str]]:
    """Those named in an item, with their roles."""
    named = [
        (one, one.get("name") or f"{one.get('firstName') or ''} {one['lastName']}")
        for one in item["creators"]
    ]
    return [(one["creatorType"], line(name)) for one, name in named]


def citable(site: Path, folder: str) -> list[str]:
    """Pages of a kind that offer to be cited, not too many."""
    pages = (path.relative_to(site).as_posix() for path in sorted((site / folder).glob("*.html")))
    return list(
        islice((path for path in pages if "<details class=cite" in (site / path).read_text("utf-8")), 40)
    )


@pytest.mark.parametrize("kind", ["articles", "claims", "entities", "questions", "stories"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_pages(root: Path, kind: str, language: str) -> None:
    site = root / "site"
    paths = citable(site, language + kind)
    if kind in ("articles", "claims", "entities"):
        assert len(paths) > 4
    for path, by, item in taken(site, paths) if paths else ():
        given = record(site, path)
        roles = [
            (role, line(name["literal"]))
            for role in ("author", "contributor")
            for name in given.get(role, [])
        ]
        keywords = [word for word in given.get("keyword", "").split(", ") if word]
        assert by == ("COinS" if keywords or "contributor" in given else "Embedded Metadata"), path
        assert item["itemType"] == TYPES[given["type"]], path
        assert item["title"].split() == given["title"].split(), path
        assert people(item) == roles, path
        where = item.get("publicationTitle") or item.get("websiteTitle")
        assert where == given.get("container-title"), path
        assert item.get("url") == given["URL"], path
        assert item.get("language") == given["language"], path
        assert [tag["tag"] for tag in item["tags"]] == keywords, path
        told = item.get("abstractNote") or ""
        assert told.startswith(" ".join(given.get("abstract", "").split())), path
        issued = given.get("issued", {})
        parts = [f"{part:02}" for part in issued.get("date-parts", [[]])[0]]
        assert (item.get("date") or "") == "-".join(parts), path
        assert ("غير مؤكد" in told) == ("circa" in issued or len(issued.get("date-parts", [])) == 2), path


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        (".ris", TYPES),
        (".csl.json", TYPES),
        (".bib", {"article-newspaper": "journalArticle", "webpage": "webpage"}),
    ],
)
def test_records(root: Path, form: str, kinds: dict[str, str]) -> None:
    site = root / "site"
    files = [
        path for folder in ("articles", "questions", "stories") for path in (site / folder).glob(f"*{form}")
    ]
    paths = sorted(path.relative_to(site).as_posix() for path in files)[:60]
    for path, _, item in taken(site, paths):
        given = record(site, path.removesuffix(form) + ".html")
        assert item["itemType"] == kinds[given["type"]], path
        assert plain(item["title"]) == plain(given["title"]), path
        assert [name for role, name in people(item) if role == "author"] == [
            line(name["literal"]) for name in given.get("author", [])
        ], path
        assert item["url"] == given["URL"], path
        if given["type"] == "article-newspaper":
            assert item.get("publicationTitle", "") == given.get("container-title", ""), path
        years = [str(parts[0])[:3] for parts in given.get("issued", {}).get("date-parts", [])[:1]]
        assert all(year in item["date"] for year in years), path
        assert bool(item.get("date")) == bool(years), path
