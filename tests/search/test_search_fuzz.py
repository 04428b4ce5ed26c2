"""Strings of many scripts and signs are folded, tokenised and parsed alike in Python and the browser.

A share of what benchmarks/analyzer_parity.py compares: 100,000 strings.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.search import fuzzed


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with the analyzer of the browser."""
    page = fuzzed.opened(chromium)
    yield page
    page.close()


def test_the_browser_reads_drawn_strings_alike(page: Page) -> None:
    assert list(fuzzed.differing(page, fuzzed.strings(15_000, seed=2))) == []


@pytest.mark.parametrize("name", fuzzed.KINDS)
def test_the_browser_reads_every_piece_alike(name: str, page: Page) -> None:
    pieces = fuzzed.KINDS[name]
    texts = [*pieces, *(f"ب{piece}ت" for piece in pieces), *(f"1{piece}2" for piece in pieces)]
    assert list(fuzzed.differing(page, texts)) == []
