"""EPUB: notes and their references belong together, links lead somewhere, the book is whole and the same."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from musnad.commands.booking import book
from musnad.engine.work import opened
from musnad.export.epub_chapter import bound

HOUSE = Path(__file__).parent.parent.parent
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
HARMFUL = "عنوان & <b>«خبر»</b> \u000b\ufffe {{ 7*7 }} ]]>"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five reports, one of them with a title that harms careless writers."""
    root = tmp_path_factory.mktemp("book") / "archive"
    for part in ("content", "seeds"):
        shutil.copytree(HOUSE / part, root / part)
    shutil.rmtree(root / "content/releases", ignore_errors=True)
    settings = (HOUSE / "site.toml").read_text("utf-8")
    (root / "site.toml").write_text('url = "https://archive.example.org/x/"\n' + settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def file(root: Path) -> Path:
    return made(root, root.parent / "first.epub")


def made(root: Path, file: Path, workers: int = 1) -> Path:
    with opened(root, workers) as work:
        chapters, problems = book(root, work, file)
    assert chapters, problems
    return file


@cache
def chapters(file: Path) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(file) as book:
        return {
            name.removeprefix("EPUB/"): ElementTree.fromstring(book.read(name))
            for name in book.namelist()
            if name.endswith(".xhtml")
        }


def package(file: Path) -> ElementTree.Element:
    with zipfile.ZipFile(file) as book:
        return ElementTree.fromstring(book.read("EPUB/package.opf"))


def test_the_media_type_is_first_and_as_it_is(file: Path) -> None:
    with zipfile.ZipFile(file) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
        assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_file_is_in_the_manifest_and_every_chapter_in_the_spine(file: Path) -> None:
    opf = package(file)
    items = {item.get("href"): item.get("id") for item in opf.iter(f"{OPF}item")}
    with zipfile.ZipFile(file) as book:
        inside = {name.removeprefix("EPUB/") for name in book.namelist() if name.startswith("EPUB/")}
    assert items.keys() == inside - {"package.opf"}
    spine = [each.get("idref") for each in opf.iter(f"{OPF}itemref")]
    assert len(spine) == len(set(spine))
    assert {items[name] for name in chapters(file)} == set(spine)
    reading = {id_: name for name, id_ in items.items()}
    assert [reading[id_] for id_ in spine][:3] == ["index.xhtml", "nav.xhtml", "about.xhtml"]


def test_it_runs_from_right_to_left_and_tells_what_it_is(file: Path) -> None:
    opf = package(file)
    assert opf.find(f"{OPF}spine").get("page-progression-direction") == "rtl"  # type: ignore[union-attr]
    assert {tree.get("dir") for tree in chapters(file).values()} == {"rtl"}
    told = {meta.get("property"): meta.text for meta in opf.iter(f"{OPF}meta")}
    assert told["dcterms:modified"] == "2019-03-23T00:00:00Z"
    assert {"schema:accessMode", "schema:accessibilityHazard", "schema:accessibilitySummary"} <= told.keys()
    assert [each.text for each in opf.iter(f"{DC}identifier")][1:] == ["https://archive.example.org/x/"]


def test_every_reference_has_its_note_and_every_note_its_reference(file: Path) -> None:
    found = 0
    for name, tree in chapters(file).items():
        notes = {one.get("id"): one for one in tree.iter() if one.get(TYPE) == "footnote"}
        references = [one for one in tree.iter() if one.get(TYPE) == "noteref"]
        assert [one.get("href", "")[1:] for one in references] == list(notes), name
        for one in references:
            assert one.text == one.get("href", "")[2:]
            assert one.get("role") == "doc-noteref"
            note = notes[one.get("href", "")[1:]]
            assert note.get("role") == "doc-footnote"
            assert [each.get("href") for each in note.iter() if each.get("role") == "doc-backlink"] == [
                f"#{one.get('id')}"
            ]
            assert note.find(f".//{XHTML}b") is not None
        found += len(references)
    assert found > 50


def test_links_lead_to_what_is_there(file: Path) -> None:
    trees = chapters(file)
    ids = {name: [one.get("id") for one in tree.iter() if one.get("id")] for name, tree in trees.items()}
    assert all(len(own) == len(set(own)) for own in ids.values())
    led = 0
    for name, tree in trees.items():
        for one in tree.iter(f"{XHTML}a"):
            href = one.get("href", "")
            if href.startswith("https://"):
                continue
            path, _, anchor = href.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert to in trees, (name, href)
            assert not anchor or anchor in ids[to], (name, href)
            led += bool(path)
    assert led > 100


def test_a_note_leads_to_what_contradicts_it(file: Path) -> None:
    tree = chapters(file)["articles/ak865512.xhtml"]
    notes = [one for one in tree.iter() if one.get(TYPE) == "footnote"]
    against = [note for note in notes if note.find(f".//{XHTML}p[@class='rel contradicts']") is not None]
    assert against
    for note in against:
        links = [one.get("href", "") for one in note.iter(f"{XHTML}a")]
        assert any("#n" in href and not href.startswith("#") for href in links)


def test_a_chapter_tells_its_address(file: Path) -> None:
    for name, tree in chapters(file).items():
        if name.startswith("articles/"):
            address = f"https://archive.example.org/x/{name.removesuffix('.xhtml')}.html"
            assert address in [one.get("href") for one in tree.iter(f"{XHTML}a")]


def test_the_contents_have_every_chapter_once_in_reading_order(file: Path) -> None:
    nav = chapters(file)["nav.xhtml"].find(f".//{XHTML}nav[@id='toc']")
    assert nav is not None
    listed = [one.get("href") for one in nav.iter(f"{XHTML}a")]
    opf = package(file)
    items = {item.get("id"): item.get("href") for item in opf.iter(f"{OPF}item")}
    spine = [items[each.get("idref")] for each in opf.iter(f"{OPF}itemref")]
    assert listed == [name for name in spine if name != "nav.xhtml"]


def test_the_same_archive_gives_the_same_bytes(root: Path, file: Path, tmp_path: Path) -> None:
    assert made(root, tmp_path / "b.epub").read_bytes() == file.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["b.epub"]


def test_what_harms_careless_writers_is_words() -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    html = (
        f"<html><head><title>{escaped(HARMFUL)}</title></head><body><p>{escaped(HARMFUL)}</p></body></html>"
    )
    chapter = bound(html, "articles/a.html", "articles/a.xhtml", {})
    words = ElementTree.fromstring(chapter.data).findtext(f".//{XHTML}p")
    assert words == HARMFUL.replace("\u000b", "\ufffd").replace("\ufffe", "\ufffd")


LINKS = [
    ("../claims/c1.html", "b.xhtml#n2"),
    ("../articles/b.html#c1", "b.xhtml#c1"),
    ("../articles/b.html#p3", "b.xhtml#p3"),
    ("../articles/b.html#t17", "b.xhtml"),
    ("../entities/x.html", "../names.xhtml#e-x"),
    ("#n1", "#n1"),
    ("#m4", None),
    ("../dates/2019-03-20.html", None),
    ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
    ("javascript:alert(1)", None),
]


@pytest.mark.parametrize(("given", "expected"), LINKS)
def test_links_of_the_site_become_those_of_the_book(given: str, expected: str | None) -> None:
    places = {
        "claims/c1.html": "articles/b.xhtml#n2",
        "articles/b.html": "articles/b.xhtml",
        "articles/b.html#c1": "articles/b.xhtml#c1",
        "entities/x.html": "names.xhtml#e-x",
    }
    html = f'<html><head><title>x</title></head><body><a href="{given}">y</a></body></html>'
    tree = ElementTree.fromstring(bound(html, "articles/a.html", "articles/a.xhtml", places).data)
    (body,) = tree.iter(f"{XHTML}body")
    assert body[0].get("href") == expected
    assert body[0].tag == f"{XHTML}{'a' if expected else 'span'}"
