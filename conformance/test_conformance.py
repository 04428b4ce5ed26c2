"""Exports and pages held against the field's own validators; docs/conformance.md tells what stays and why."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from urllib.parse import quote

import bagit
import feedparser
import openapi_spec_validator
import pytest
import requests
from frictionless import Package, system
from playwright.sync_api import Browser
from pyld import jsonld
from rdflib import Graph
from rocrate_validator import models, services
from rocrate_validator.utils import http
from signposting.htmllinks import find_signposting_html
from signposting.linkset import find_signposting_linkset
from signposting.signpost import Signpost

from tests.browser.whole import read, watched
from tests.export.api_files import validated

HERE = Path(__file__).parent
# vnu reads files, which «'self'» of a page's policy does not mean; data in a page (JSON-LD) is no script.
EXPLAINED = ("Resource violates Content Security Policy", "Inline script violates Content Security Policy")
# Of kiwix-serve's own bar, up to 3.4: the jQuery in it tries out what browsers can do.
OF_KIWIX = "Executing inline event handler violates"

QUADS = {"format": "application/n-quads", "base": "https://example.org/archive/"}
# What schema.org's own context says of the keys we use.
SCHEMA = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}
DATA = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>')


def told(*command: str | Path) -> list[str]:
    """What a validator prints, without what its Java says of itself."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    rows = (done.stdout + done.stderr).splitlines()
    return [row for row in rows if row and not row.startswith(("[warning] /usr/bin/", "Picked up "))]


def test_tei(root: Path) -> None:
    assert told("jing", HERE / "tei_all.rng", *sorted((root / "out/tei").glob("*.xml"))) == []


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("atom.rnc", "**/feed.xml"),
        ("atom.rnc", "entities/*.xml"),
        ("atom.rnc", "sources/*.xml"),
        ("oai.rnc", "oai.xml"),
    ],
)
def test_feeds(root: Path, schema: str, files: str) -> None:
    found = sorted((root / "site").glob(files))
    assert found
    assert told("jing", "-c", HERE / schema, *found) == []
    assert not any(feedparser.parse(path.read_bytes()).bozo for path in found)


def test_tables(root: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(root / "out/tables/datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:9]


def test_bag(root: Path) -> None:
    assert bagit.Bag(str(root / "out/bag")).validate()


def test_crate(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        """RO-Crate's context, which the validator would fetch; that of 1.3 has all of 1.1."""

        status_code, ok, url = 200, True, "https://w3id.org/ro/crate/1.1/context"
        headers = {"Content-Type": "application/ld+json"}  # noqa: RUF012
        text = resources.files("rocrate").joinpath("data", "ro-crate.jsonld").read_text("utf-8")
        content = text.encode()

        def json(self) -> object:
            return json.loads(self.text)

        def raise_for_status(self) -> None:
            pass

    monkeypatch.setattr(http.HttpRequester, "get", lambda *_, **__: Context(), raising=False)
    settings = models.ValidationSettings(
        rocrate_uri=str(root / "out/bag/data"),
        profile_identifier="ro-crate-1.1",
        requirement_severity=models.Severity.RECOMMENDED,
    )
    issues = {issue.message for issue in services.validate(settings).get_issues()}
    assert issues <= {"The organization SHOULD have a URL."}


def test_annotations(root: Path) -> None:
    def context(url: str, _: object) -> dict[str, object]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        document = json.loads((HERE / "contexts/anno.jsonld").read_text("utf-8"))
        return {"contextUrl": None, "documentUrl": url, "document": document}

    for path in sorted((root / "out/annotations").glob("*.jsonld")):
        page = json.loads(path.read_text("utf-8"))
        whole = jsonld.expand(page, {"documentLoader": context})
        rows = jsonld.to_rdf(whole, {"format": "application/n-quads"}).splitlines()
        assert sum("ns/oa#hasTarget>" in row for row in rows) == len(page["items"])
        plain = {"documentLoader": context, "skipExpansion": True}
        known = jsonld.compact(whole, {"@context": page["@context"]}, plain)
        assert len(known["items"]) == len(page["items"])
        told_of = {"id", "type", "motivation", "generator", "body", "target"}
        assert all(item.keys() == told_of for item in known["items"])


def test_linked_data(root: Path) -> None:
    def named(rows: Iterable[str]) -> set[str]:
        return {row for row in rows if row.strip() and "_:" not in row}  # what has no name differs by chance

    of_json = jsonld.to_rdf(json.loads((root / "out/linked/archive.jsonld").read_text("utf-8")), QUADS)
    of_turtle = Graph().parse(root / "out/linked/archive.ttl", publicID=QUADS["base"])
    triples = Graph().parse(data=of_json, format="nt")
    assert named(triples.serialize(format="nt").splitlines()) == named(
        of_turtle.serialize(format="nt").splitlines()
    )
    assert len(triples) == len(of_turtle)


def test_linked_data_of_pages(root: Path) -> None:
    def context(url: str, _: object) -> dict[str, object]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": SCHEMA}

    for path in (root / "site/articles").glob("*.jsonld"):
        assert jsonld.to_rdf(json.loads(path.read_text("utf-8")), QUADS)
    kinds = Counter[str]()
    for path in (root / "site").rglob("*.html"):
        for found in DATA.findall(path.read_text("utf-8")):
            (node,) = jsonld.expand(json.loads(found), {"documentLoader": context, "base": QUADS["base"]})
            kinds.update(kind.removeprefix("https://schema.org/") for kind in node["@type"])
    assert kinds.keys() == {"NewsArticle", "Claim", "WebPage"}


def test_api(root: Path) -> None:
    site = root / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "api").rglob("*.json")}
    openapi_spec_validator.validate(json.loads(files["api/openapi.json"]))
    assert validated(files) == len(files) - 1


def test_signposts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = "https://archive.example.org/baghuz/"
    media = {".html": "text/html; charset=utf-8", ".json": "application/linkset+json"}

    def get(url: str, **_: object) -> requests.Response:
        """The site as a host serves it."""
        path = root / "site" / url.removeprefix(start)
        answer = requests.Response()
        answer.status_code, answer.url, answer.encoding = 200, url, "utf-8"
        answer.headers["Content-Type"] = media[path.suffix]
        answer._content = path.read_bytes()
        return answer

    monkeypatch.setattr(requests, "get", get)
    for path in sorted((root / "site/articles").glob("*.linkset.json")):
        page = f"{start}articles/{path.name.removesuffix('.linkset.json')}.html"
        told = find_signposting_html(page)
        (linked,) = told.linksets
        whole = find_signposting_linkset(linked.target)
        own = whole.for_context(page)
        assert (told.citeAs.target, told.types) == (own.citeAs.target, own.types)
        assert (targets(told.authors), targets(told.items)) == (targets(own.authors), targets(own.items))
        assert targets(told.describedBy) == targets(own.describedBy)
        assert len(own.types) == 2
        for one in own.items:
            assert whole.for_context(one.target).collection.target == page
        for one in own.describedBy:
            assert {each.target for each in whole.for_context(one.target).describes} == {page}


def targets(signposts: Iterable[Signpost]) -> set[tuple[str, str | None]]:
    """Where signposts lead, and to what type of file, which a page does not tell of pages."""
    return {(str(one.target), one.type if one.type != "text/html" else None) for one in signposts}


def test_pages(root: Path, vnu: Path) -> None:
    rows = told("java", "-Xss8m", "-jar", vnu, "--format", "gnu", "--skip-non-html", root / "site")
    assert [row for row in rows if not any(known in row for known in EXPLAINED)] == []


def test_epub(root: Path) -> None:
    rows = told("java", "-jar", shutil.which("epubcheck") or "epubcheck", root / "out/archive.epub")
    assert "No errors or warnings detected." in rows, rows


def test_zim(root: Path) -> None:
    rows = told("zimcheck", "-A", root / "out/archive.zim")
    assert [row for row in rows if "[ERROR]" in row or "[WARNING]" in row] == []


def test_kiwix(root: Path) -> None:
    with served(root / "out/archive.zim") as address:
        words = quote("الباغوز")
        with urllib.request.urlopen(f"{address}/search?content=archive&pattern={words}&format=xml") as found:
            assert b"<item>" in found.read()


def test_kiwix_in_a_browser(root: Path, browser: Browser) -> None:
    with served(root / "out/archive.zim") as address:
        page = browser.new_context().new_page()
        told = watched(page, address)
        read(page, f"{address}/archive/", root / "site")
        page.context.close()
    assert [said for said in told if not said.startswith(OF_KIWIX)] == []


@contextmanager
def served(file: Path) -> Iterator[str]:
    """kiwix-serve with a ZIM file, at an address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(["kiwix-serve", "--address", "127.0.0.1", "--port", str(port), file]) as server:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(address).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()
