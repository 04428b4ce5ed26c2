"""The repository's site, built once for a worker, and pages of it opened from the disk or over HTTP."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.build import build
from tests.browser.pages import ROOT

HOSTILE = "أرشيف الباغوز #1 100%41 + أسئلة؟?&"  # the folder that the site lies in


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("archive") / HOSTILE
    root.mkdir()
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site.toml", root)
    return build(root)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine; gives the address, with «/» at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is, with «/» at its end: on the disk; marked `anywhere`, under a path of a server."""
    if getattr(request, "param", "file") == "file":
        yield f"{site.as_uri()}/"
    else:
        with served(site.parent) as root:
            yield f"{root}{site.name}/"


# The style «body {}», which playwright tries to add where it takes a picture.
_PICTURE = "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA="
# What the search page says in Firefox of a list that stops coming when its page is left.
_LEFT = "Error"


class Told(list[str]):
    """What pages complained of: console errors, uncaught errors, requests to anywhere but home."""

    def __init__(self, home: str) -> None:
        self._home = home

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("console", lambda said: self._said(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._said(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _said(self, text: str) -> None:
        if _PICTURE not in text and text != _LEFT:
            self.append(text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self._home):
            self.append(request.url)

    def _failed(self, request: Request) -> None:
        # A page that was left before its faces came.
        if request.failure not in ("net::ERR_ABORTED", "NS_BINDING_ABORTED"):
            self.append(f"{request.failure}: {request.url}")


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: opened("about.html", width=390, scheme="dark", script=False).

    `forced`: with the system's colours in place of the page's. `before`: script that runs before the page's.
    At the end no page may have complained.
    """
    told = Told(address)
    contexts: dict[tuple[object, ...], BrowserContext] = {}

    def open_(
        path: str,
        width: int = 1440,
        scheme: str = "light",
        script: bool = True,
        forced: bool = False,
        before: str = "",
    ) -> Page:
        key = width, scheme, script, forced, before
        if key not in contexts:
            contexts[key] = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=script,
                forced_colors="active" if forced else "none",
            )
            if before:
                contexts[key].add_init_script(before)
        page = contexts[key].new_page()
        told.watch(page)
        page.goto(address + path)
        return page

    yield open_
    for context in contexts.values():
        context.close()
    assert told == []
