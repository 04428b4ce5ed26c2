"""The repository's site, built once for a run, and pages of it opened from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.build import build
from tests.browser.pages import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("archive")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site.toml", root)
    return build(root)


class Told(list[str]):
    """What pages complained of: console errors, uncaught errors, requests to anywhere but the disk."""

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("console", lambda said: self.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _request(self, request: Request) -> None:
        if not request.url.startswith("file://"):
            self.append(request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before its faces came
            self.append(f"{request.failure}: {request.url}")


@pytest.fixture
def opened(chromium: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: opened("about.html", width=390, scheme="dark", script=False).

    `forced`: with the system's colours in place of the page's.
    At the end no page may have complained.
    """
    told = Told()
    contexts: dict[tuple[object, ...], BrowserContext] = {}

    def open_(
        path: str, width: int = 1440, scheme: str = "light", script: bool = True, forced: bool = False
    ) -> Page:
        key = width, scheme, script, forced
        if key not in contexts:
            contexts[key] = chromium.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=script,
                forced_colors="active" if forced else "none",
            )
        page = contexts[key].new_page()
        told.watch(page)
        page.goto(
            (site / path.partition("?")[0]).as_uri() + ("?" + path.partition("?")[2] if "?" in path else "")
        )
        return page

    yield open_
    for context in contexts.values():
        context.close()
    assert told == []
