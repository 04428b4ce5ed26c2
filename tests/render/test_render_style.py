"""The style sheets: contrast of every pair of colours, logical properties only, small files."""

from __future__ import annotations

import gzip
import re
from functools import cache

import pytest

from tests.render.archive import ROOT

SHEETS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "static").glob("*.css"))}
BARE = re.sub(r"/\*.*?\*/", "", "".join(SHEETS.values()), flags=re.DOTALL)
SCHEMES = ("light", "dark")

MARKED = ("person-ground", "organization-ground", "place-ground")
PAPERS = ("paper", "raised", "claim", "claim-strong")
GROUNDS = (*PAPERS, *MARKED)
# What is written on which ground. A mark paints over the statement round it, so every ground is one colour.
TEXT = {
    "ink": (*GROUNDS, "only"),
    "link": (*GROUNDS, "only"),  # the number of a note stands on the ground of what it follows
    "soft": (*GROUNDS, "only"),  # datelines are soft, with every mark in them
    "date": (*GROUNDS, "only"),
    "paper": ("ink",),  # buttons, the skip link
    "contradicts": PAPERS,
    "corroborates": PAPERS,
    "updates": PAPERS,
    "same": PAPERS,
}
LINES = {
    "person": (*PAPERS, "person-ground"),
    "organization": (*GROUNDS, "only"),  # events have no ground of their own
    "place": (*PAPERS, "place-ground"),
    "group": (*PAPERS, *MARKED, "only"),  # it may stand in another mark
    "date": (*GROUNDS, "only"),
    "quantity": (*GROUNDS, "only"),
    "soft": (*GROUNDS, "only"),  # the border of a field, the arrow of a chain, the line over a doubtful mark
    "link": PAPERS,  # focus
    "only-line": ("paper", "only"),
}


@cache
def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme by name."""
    colour = r"#[0-9a-f]{3,6}"
    found = re.findall(rf"--([\w-]+):\s*light-dark\(({colour}), ({colour})\)", BARE)
    return {name: dark if scheme == "dark" else light for name, light, dark in found}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (LINES, 3.0)], ids=["text", "lines"])
def test_every_pair_can_be_told_apart(scheme: str, pairs: dict[str, tuple[str, ...]], least: float) -> None:
    known = tokens(scheme)
    found = {
        (above, ground): contrast(known[above], known[ground])
        for above, grounds in pairs.items()
        for ground in grounds
    }
    assert {pair: round(value, 2) for pair, value in found.items() if value < least} == {}


def test_every_colour_is_a_token_and_every_token_is_used() -> None:
    outside = re.sub(r":root\s*\{.*?\}", "", BARE, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", outside)) <= {"#000", "#777"}  # a mask; a line in print
    names = set(re.findall(r"(--[\w-]+):", BARE))
    assert names == set(re.findall(r"var\((--[\w-]+)\)", BARE))


def test_properties_are_logical() -> None:
    for name, value in re.findall(r"[{;]\s*([\w-]+):\s*([^;{}]+)", BARE):
        assert not re.search(r"(^|-)(left|right|top|bottom|width|height)$", name) or name in (
            "line-height",
            "stroke-width",
        ), name
        assert not re.search(r"\b(left|right)\b", value), (name, value)


def test_the_style_sheets_are_small() -> None:
    """Together, each compressed by itself, as a server sends them; and the one that every page has."""
    assert len(SHEETS["site.css"].encode()) <= 18 * 1024
    assert sum(len(gzip.compress(sheet.encode())) for sheet in SHEETS.values()) <= 20 * 1024
    assert "@import" not in BARE


def test_marks_get_nothing_that_cuts_letters_apart() -> None:
    for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEETS["marks.css"]):
        last = [selector.split()[-1] for selector in selectors.split(",") if selector.split()]
        if any(re.match(r"(\.m|mark)(?![\w-])", name) for name in last):
            assert not re.search(r"\b(padding|margin|border|font-weight|display|letter-spacing)", rules), (
                selectors
            )
