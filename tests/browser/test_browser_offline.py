"""A hosted site is kept: after one visit, with the server gone, it is read and searched."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.whole import read

KEPT = """() => caches.open("musnad")
  .then((cache) => cache.match("manifest-sha256.txt")).then((kept) => kept?.text())"""
REGISTERED = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class Host:
    """A folder served in a folder of its host, until it is gone."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(Quiet, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://localhost:{self.server.server_port}/archive/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def hosted(site: Path, tmp_path: Path) -> Iterator[tuple[Host, Path]]:
    shutil.copytree(site, tmp_path / "archive")
    host = Host(tmp_path)
    yield host, tmp_path / "archive"
    host.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def until(page: Page, true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        page.wait_for_timeout(100)
    raise AssertionError("in a minute it has not come true")


def kept(page: Page, folder: Path) -> bool:
    """Whether the browser has all that the site's manifest lists."""
    rows = unquote(page.evaluate(KEPT) or "").splitlines()
    return sorted(rows) == sorted((folder / "manifest-sha256.txt").read_text("utf-8").splitlines())


def visited(page: Page, host: Host, folder: Path) -> None:
    page.goto(host.address + "index.html")
    until(page, lambda: kept(page, folder))


def test_after_one_visit_everything_is_there(hosted: tuple[Host, Path], page: Page) -> None:
    host, folder = hosted
    visited(page, host, folder)
    host.stop()
    read(page, host.address, folder)
    page.goto(host.address)
    expect(page.locator("h1")).to_be_visible()
    page.goto(host.address + "search.html?q=الاستسلام")
    expect(page.locator("#results li").first).to_be_visible()


def test_a_new_release_takes_the_old_ones_place(hosted: tuple[Host, Path], page: Page) -> None:
    host, folder = hosted
    visited(page, host, folder)
    about, gone = folder / "about.html", folder / "timeline.html"
    about.write_text(about.read_text("utf-8").replace("<h1", "<h1 id=later"), encoding="utf-8")
    gone.unlink()
    listed = folder / "manifest-sha256.txt"
    rows = [row for row in listed.read_text("utf-8").splitlines() if not row.endswith("  timeline.html")]
    rows = [f"{'0' * 64}  about.html" if row.endswith("  about.html") else row for row in rows]
    listed.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    page.goto(host.address + "search.html")
    until(page, lambda: kept(page, folder))
    host.stop()
    page.goto(host.address + "about.html")
    expect(page.locator("h1#later")).to_be_visible()
    assert page.evaluate("caches.match('timeline.html')") is None


def test_an_archive_may_take_back_what_was_kept(hosted: tuple[Host, Path], page: Page) -> None:
    host, folder = hosted
    visited(page, host, folder)
    off = Path(__file__).parent.parent.parent / "static/sw-off.js"
    shutil.copyfile(off, folder / "sw.js")
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(page, lambda: not page.evaluate("caches.has('musnad')"))
    until(
        page,
        lambda: not page.evaluate(REGISTERED),
    )


def test_of_a_larger_archive_search_and_articles_are_there(hosted: tuple[Host, Path], page: Page) -> None:
    host, folder = hosted
    worker = folder / "sw.js"
    few = re.sub(r"=5e3\b", "=400", worker.read_text("utf-8"))
    assert few != worker.read_text("utf-8")
    worker.write_text(few, "utf-8")
    rows = (folder / "manifest-sha256.txt").read_text("utf-8").splitlines()
    first = [row for row in rows if row[66:].startswith(("static/", "search", "articles/"))]
    assert len(first) < 400 < len(rows)
    page.goto(host.address + "index.html")
    until(page, lambda: sorted(unquote(page.evaluate(KEPT) or "").splitlines()) == sorted(first))
    host.stop()
    for path in sorted((folder / "articles").glob("*.html")):
        page.goto(f"{host.address}articles/{path.name}")
        expect(page.locator("h1")).to_be_visible()
    page.goto(host.address + "search.html?q=الاستسلام")
    expect(page.locator("#results li").first).to_be_visible()
