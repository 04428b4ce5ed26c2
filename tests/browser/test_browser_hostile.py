"""The search page with hostile queries in its address: it says what it found, and nothing runs."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import both

Opened = Callable[..., Page]
pytestmark = both
_QUERIES = {
    "letters": "ا" * 10_000,
    "quotes": '"' * 3000,
    "parentheses": "(" * 3000,
    "stars": "*" * 3000,
    "operators": "OR | أو - " * 300,
    "words": "القوات " * 999,
    "controls": "\u0001\u0007\u001b[2J\u007f قسد",
    "directions": "\u202e\u2066\u200f قسد \u2069" * 99,
    "markup": '"><img src=x onerror=alert(1)><script>alert(2)</script> قسد',
    "expression": ".*+?^${}()|[\\]/ (a+)+$ قسد",
    "field": 'المتحدث:"' + "بالي " * 999,
    "days turned round": "date:2020..2018 قسد",
    "days out of range": "date:0000..99999 قسد",
    "prototypes": "__proto__:قسد constructor kind:toString",
}


@pytest.mark.parametrize("query", _QUERIES.values(), ids=_QUERIES)
@pytest.mark.parametrize("rest", ["", "&among=statements&sort=date"])
def test_a_hostile_query_is_answered(query: str, rest: str, opened: Opened) -> None:
    page = opened(f"search.html?q={quote(query)}{rest}")
    expect(page.get_by_role("status")).not_to_be_empty(timeout=20_000)
    results = page.locator(".results > li").count()
    assert results or page.get_by_role("status").text_content()
    assert page.locator("main img, main script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "rest", ["%", "%ff%fe", "q", "q=%00", "q=%ED%A0%80", "q=a&q=b", "q=%u202e", "sort=x&q=قسد"]
)
def test_an_odd_address_is_no_error(rest: str, opened: Opened) -> None:
    page = opened(f"search.html?{rest}")
    expect(page.locator("[name=q]")).to_be_visible()
    assert page.evaluate("document.readyState") == "complete"
