"""What tests of several stages share: the browsers, each started once for the run of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browsers import launch


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium."""
    browser = launch(playwright, "chromium")
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """A headless Firefox: no forced colours, no dark scheme, no print, and script is always on."""
    browser = launch(playwright, "firefox")
    yield browser
    browser.close()


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Browser:
    """Chromium, or each browser in turn for a test that is marked with `both`."""
    found: Browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    return found
