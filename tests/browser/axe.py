"""What axe finds on a page: its rules of every severity, and the size of what is touched."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()


def violations(page: Page, **options: Any) -> list[str]:
    """One line a violation and element; `options` are axe's own, to run less."""
    given = {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}},
        "preload": False,  # of style sheets: a page may not connect to anything
    } | options
    found = _AXE.run(page, options=given).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def contrast(page: Page) -> list[str]:
    """The same, of contrast alone."""
    return violations(page, runOnly=["color-contrast"], rules={})
