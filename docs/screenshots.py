"""Pictures of the built site: a page of every kind by width, scheme and language, and pages printed to PDF.

Run after `python build.py` as `python docs/screenshots.py` (or `make screenshots`). Writes the folder
screenshots/, and docs/screenshot.png, the README's picture.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
OUT = ROOT / "screenshots"
WIDTHS = (360, 820, 1440)
TALLEST = 6000  # pixels of a page that a picture shows
FOLDERS = ("articles", "stories", "questions", "claims", "entities", "sources", "dates")
TONGUES = {"": "", "-en": "en/"}  # what ends a picture's name, where the language's pages are


def kinds() -> dict[str, str]:
    """The address of a page of every kind by its name; of each kind the one with most to show."""
    pages = {path.stem: path.name for path in sorted(SITE.glob("*.html"))}
    for folder in FOLDERS:
        pages[f"{folder}-list"] = f"{folder}/index.html"
        others = [path for path in (SITE / folder).glob("*.html") if path.name != "index.html"]
        if others:
            pages[folder] = f"{folder}/{largest(others)}"
    statements = list((SITE / "claims").glob("c*.html"))
    disputed = [path for path in statements if 'id="contradicts"' in path.read_text()]
    if statements:
        pages["statement"] = f"claims/{largest(disputed or statements)}"
    pages = {name: address for name, address in pages.items() if (SITE / address).exists()}
    return pages | compared(pages)


def largest(paths: list[Path]) -> str:
    """The name of the file with most in it."""
    return max(paths, key=lambda path: (path.stat().st_size, path.name)).name


def compared(pages: dict[str, str]) -> dict[str, str]:
    """Two texts beside each other, those of a statement and of what contradicts it, and a third."""
    page = (SITE / pages.get("statement", "index.html")).read_text()
    pairs = re.findall(r"compare\.html\?a=([\w-]+)&amp;b=([\w-]+)", page)
    if not pairs:
        return {}
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    two = f"compare.html?a={texts[0]}&b={texts[1]}"
    return {"compare-two": two} | ({"compare-three": f"{two}&c={texts[2]}"} if len(texts) > 2 else {})


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium, or playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    system = next((path for name in names if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    if system is None and not os.access(own, os.X_OK):
        sys.exit("No Chromium here: apt-get install chromium, or python -m playwright install chromium")
    return playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])


def show(page: Page, name: str, address: str) -> None:
    """A page, when it is complete: its faces there, its texts compared."""
    page.goto(f"{SITE.as_uri()}/{address}")
    page.evaluate("document.fonts.ready")
    if name.startswith("compare-"):
        page.wait_for_selector("#compared > *")


def main() -> None:
    """Take every picture."""
    if not (SITE / "index.html").exists():
        sys.exit("There is no site yet: python build.py")
    OUT.mkdir(exist_ok=True)
    pages = [
        (name, f"{name}{ending}", folder + address)
        for name, address in kinds().items()
        for ending, folder in TONGUES.items()
        if (SITE / folder / address.partition("?")[0]).exists()
    ]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for name, file, address in pages:
                    show(page, name, address)
                    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                    clip = {"x": 0, "y": 0, "width": width, "height": height}
                    page.screenshot(path=OUT / f"{file}-{width}-{scheme}.png", full_page=True, clip=clip)
                page.close()
        page = browser.new_page(viewport={"width": 1240, "height": 1080})
        for name, file, address in pages:
            show(page, name, address)
            page.pdf(path=OUT / f"{file}.pdf", format="A4")
        show(page, "articles", kinds().get("articles", "index.html"))
        page.screenshot(path=ROOT / "docs/screenshot.png")
        browser.close()
    print(f"{len(list(OUT.iterdir()))} files in {OUT.relative_to(ROOT)}/, and docs/screenshot.png")


if __name__ == "__main__":
    main()
