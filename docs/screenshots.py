"""Pictures of the built site: one page of every kind, phone and wide, light and dark, and a printed article.

Run after `python build.py` as `python docs/screenshots.py` (or `make screenshots`). Writes the folder
screenshots/, and docs/screenshot.png, the README's picture.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
OUT = ROOT / "screenshots"
WIDTHS = (390, 1440)
TALLEST = 6000  # pixels of a page that a picture shows


def kinds() -> dict[str, Path]:
    """A page of every kind by its name; of articles and names the one with most to show."""
    pages = {"home": SITE / "index.html", "about": SITE / "about.html", "search": SITE / "search.html"}
    pages["new"] = SITE / "new.html"
    pages |= {name: SITE / f"{name}.html" for name in ("timeline", "map", "network")}
    for folder in ("articles", "stories", "claims", "entities", "sources", "dates"):
        pages[f"{folder}-list"] = SITE / folder / "index.html"
        others = [path for path in sorted((SITE / folder).glob("*.html")) if path.name != "index.html"]
        if others:
            pages[folder] = max(others, key=lambda path: path.stat().st_size)
    statements = list((SITE / "claims").glob("c*.html"))
    if statements:
        pages["statement"] = max(statements, key=lambda path: path.stat().st_size)
    return {name: path for name, path in pages.items() if path.exists()}


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium, or playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    system = next((path for name in names if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    if system is None and not os.access(own, os.X_OK):
        sys.exit("No Chromium here: apt-get install chromium, or python -m playwright install chromium")
    return playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])


def main() -> None:
    """Take every picture."""
    if not (SITE / "index.html").exists():
        sys.exit("There is no site yet: python build.py")
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for name, path in kinds().items():
                    for tongue, shown in (("", path), ("-en", SITE / "en" / path.relative_to(SITE))):
                        if shown.exists():
                            page.goto(shown.as_uri())
                            page.evaluate("document.fonts.ready")
                            height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                            page.screenshot(
                                path=OUT / f"{name}{tongue}-{width}-{scheme}.png",
                                full_page=True,
                                clip={"x": 0, "y": 0, "width": width, "height": height},
                            )
                page.close()
        page = browser.new_page(viewport={"width": 1240, "height": 1080})
        page.goto(kinds().get("articles", SITE / "index.html").as_uri())
        page.evaluate("document.fonts.ready")
        page.screenshot(path=ROOT / "docs/screenshot.png")
        page.pdf(path=OUT / "print.pdf", format="A4")
        browser.close()
    print(f"{len(list(OUT.iterdir()))} files in {OUT.relative_to(ROOT)}/, and docs/screenshot.png")


if __name__ == "__main__":
    main()
