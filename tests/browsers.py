"""The browsers of the tests, Chromium and Firefox: found on this machine, or installed if it allows that.

`python -m tests.browsers` installs what is missing; exit code 1 and an instruction where it cannot.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserType, Playwright, sync_playwright


class Kind(NamedTuple):
    """A browser: its name in playwright, its commands and Debian package, how the system's own is started."""

    name: str
    commands: tuple[str, ...]
    package: str
    least: int  # the first version that playwright is known to drive
    options: dict[str, Any]


_QUIET = ("background-networking", "component-update", "gpu", "quic", "sync")
KINDS = {
    "chromium": Kind(
        "chromium",
        ("chromium", "chromium-browser", "google-chrome"),
        "chromium",
        120,
        {"args": ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in _QUIET)]},
    ),
    "firefox": Kind(
        "firefox",
        ("firefox-esr", "firefox"),
        "firefox-esr",
        153,
        {
            "channel": "moz-firefox",  # by WebDriver BiDi, which it has as it comes
            # Of a page that comes back from the cache playwright is not told.
            "firefox_user_prefs": {"browser.sessionhistory.max_total_viewers": 0},
        },
    ),
}

# A test marked so is run in each browser, by the fixture `browser`.
both = pytest.mark.parametrize("browser", list(KINDS), indirect=True)


def launch(playwright: Playwright, name: str) -> Browser:
    """A headless browser: the system's or playwright's own; without one the test fails, saying why."""
    kind = KINDS[name]
    starter: BrowserType = getattr(playwright, name)
    if path := _installed(kind):
        return starter.launch(executable_path=path, **kind.options)
    if not _downloaded(starter):
        pytest.fail(_instruction(kind), pytrace=False)
    return starter.launch()


def _installed(kind: Kind) -> str | None:
    """The path of the system's browser; None where there is none, or one too old."""
    for path in filter(None, map(shutil.which, kind.commands)):
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
        version = re.search(r"\d+", told)
        if version and int(version[0]) >= kind.least:
            return path
    return None


def _downloaded(starter: BrowserType) -> bool:
    return os.access(starter.executable_path, os.X_OK)


def _instruction(kind: Kind) -> str:
    return (
        f"The browser tests need {kind.name.title()} {kind.least} or newer. Install Debian's package "
        f"(apt-get install {kind.package}) or playwright's own "
        f"({sys.executable} -m playwright install --with-deps {kind.name}), and run the tests again."
    )


def _missing() -> list[Kind]:
    """The browsers that no test would find."""
    wanted = [kind for kind in KINDS.values() if not _installed(kind)]
    if not wanted:
        return []
    with sync_playwright() as playwright:
        return [kind for kind in wanted if not _downloaded(getattr(playwright, kind.name))]


def _run(*command: str) -> None:
    """A step that may fail: what counts is what is there after it."""
    if shutil.which(command[0]):
        subprocess.run(command, check=False)


def main() -> None:
    """Install the browsers that are missing: Debian's packages where the system has them, or playwright's."""
    wanted = _missing()
    if not wanted:
        return
    print(f"Installing for the browser tests: {', '.join(kind.name for kind in wanted)}.", flush=True)
    if shutil.which("apt-get"):
        root = () if os.getuid() == 0 else ("sudo", "-n")
        _run(*root, "apt-get", "update", "-qq")
        for kind in wanted:
            _run(*root, "apt-get", "install", "-y", "-qq", kind.package)
    for kind in _missing():
        _run(sys.executable, "-m", "playwright", "install", kind.name)
    if left := _missing():
        sys.exit("\n".join(map(_instruction, left)))


if __name__ == "__main__":
    main()
