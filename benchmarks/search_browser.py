"""Asking a search page in headless Chromium: how many bytes it fetches for a query, and how long it takes."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

_ZIPPED = (".html", ".js", ".json", ".css", ".svg", ".mjs")
Log = list[tuple[str, int]]  # what was fetched: path, and bytes of its body on the wire


class Asked(NamedTuple):
    """Medians over queries: the bytes fetched for one, scripts among them, and the milliseconds it took."""

    bytes: float
    ms: float


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder as hosts of static sites send them: texts zipped, to be asked for once a visit.

    A connection stays for several requests, and an answer leaves it in one piece.
    """

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    log: Log

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in _ZIPPED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.log.append((urlsplit(self.path).path, len(data)))

    def log_message(self, format: str, *args: Any) -> None:
        """Tell nobody."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Log]]:
    """A folder's address on this machine, and what is fetched from it."""
    log: Log = []
    handler = type("Handler", (_Handler,), {"log": log})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", log
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the system's, or playwright's own."""
    with sync_playwright() as playwright:
        system = shutil.which("chromium") or shutil.which("google-chrome")
        if system is None and not os.access(playwright.chromium.executable_path, os.X_OK):
            sys.exit("No Chromium here: apt-get install chromium, or python -m playwright install chromium")
        yield playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])


def first(browser: Browser, page: str, ask: str, queries: list[str], log: Log | None = None) -> Asked:
    """Each query asked by a reader who comes for the first time. `log` is the server's; none for file://."""
    return _medians([_visit(browser, page, ask, [query], log)[0] for query in queries])


def later(browser: Browser, page: str, ask: str, queries: list[str], log: Log | None = None) -> Asked:
    """All queries but the first, asked one after another by one reader."""
    return _medians(_visit(browser, page, ask, queries, log)[1:])


def answers(browser: Browser, page: str, find: str, queries: list[str]) -> list[list[str]]:
    """What a script of a page finds for each query."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(page)
    found: list[list[str]] = [tab.evaluate(find, query) for query in queries]
    context.close()
    return found


def _medians(rows: list[Asked]) -> Asked:
    return Asked(median(row.bytes for row in rows), median(row.ms for row in rows))


def _visit(browser: Browser, page: str, ask: str, queries: list[str], log: Log | None) -> list[Asked]:
    """Queries asked in one visit; the scripts that the page brings count with the first."""
    context = browser.new_context()
    tab = context.new_page()
    fetched: Log = []
    if log is None:
        tab.on("request", lambda request: fetched.append(_file(request.url)))
        take: Callable[[], Log] = lambda: [fetched.pop() for _ in range(len(fetched))]  # noqa: E731
    else:
        log.clear()
        take = lambda: [log.pop() for _ in range(len(log))]  # noqa: E731
    tab.goto(page)
    asked = []
    for query in queries:
        ms = tab.evaluate(ask, query)
        asked.append(Asked(sum(size for path, size in take() if _of_search(path)), ms))
    context.close()
    return asked


def _file(url: str) -> tuple[str, int]:
    path = unquote(urlsplit(url).path)
    return path, Path(path).stat().st_size


def _of_search(path: str) -> bool:
    """Whether a file is one of the search's own: not a page, a style, a font or an icon."""
    return not path.endswith((".html", ".css", ".woff2", ".ico", ".svg"))
