"""Reading an archive in a browser from one end to the other, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Told


def read(page: Page, home: str, folder: Path) -> None:
    """Open every article, search from the front page to the place, compare two articles.

    `home` is where the browser has the site, `folder` where the same site lies on the disk.
    """
    names = sorted(path.stem for path in folder.glob("articles/*.html") if path.stem != "index")
    assert names
    for name in names:
        page.goto(f"{home}articles/{name}.html")
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("article .words").first).to_be_attached()
    page.goto(f"{home}index.html")
    page.locator("#q").fill("الباغوز")
    page.keyboard.press("Enter")
    page.locator(".results > li.article a").first.click()
    page.wait_for_url("**/articles/*.html*#p*")
    expect(page.locator(":target")).to_contain_text("الباغوز")
    page.goto(f"{home}compare.html?a={names[0]}&b={names[1]}")
    expect(page.locator(".texts > li")).to_have_count(2)
    expect(page.locator(".pairs > li").first).to_be_visible()


def watched(page: Page, home: str) -> Told:
    """What the page complains of from now on."""
    told = Told(home)
    told.watch(page)
    return told
