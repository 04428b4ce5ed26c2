"""What tests of several stages share: the browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
]
_INSTRUCTION = (
    "The browser tests found no Chromium. Install one of: Debian's package (apt-get install chromium), "
    "or playwright's own (python -m playwright install --with-deps chromium), and run the tests again."
)


def chromium_path(playwright: Playwright) -> str | None:
    """The Chromium of this machine: the system's, one on PATH, or playwright's own; None if there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    candidates = [
        "/usr/bin/chromium",
        *(shutil.which(name) for name in names),
        playwright.chromium.executable_path,
    ]
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium for the whole test run; fails with an instruction where none is installed."""
    with sync_playwright() as playwright:
        path = chromium_path(playwright)
        if path is None:
            pytest.fail(_INSTRUCTION, pytrace=False)
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()
