"""The analyzer: readable cases, laws, and the browser's twin held equal to it."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from musnad.arabic import analyzer, clitics, fold

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "static" / "analyzer.js"


def cases() -> list[tuple[str, list[str]]]:
    """The shared vectors: a text, and its folded tokens."""
    lines = (HERE / "analyzer.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(json.loads(f'"{text}"'), tokens.split()) for text, tokens in rows]


# What the strings of the fuzz are made of: whole blocks, and what is likely to go wrong at their edges.
_PIECES = [
    *(chr(code) for code in range(0x20, 0x250)),
    *(chr(code) for code in [*range(0x300, 0x370), *range(0x590, 0x900), *range(0xFB00, 0xFF00)]),
    *(chr(code) for code in [*range(0x2000, 0x2070), *range(0x1E00, 0x2000), *range(0xFF00, 0xFF60), 0x180E]),
    *"😀👩‍👩‍👧🇸🇾𞤀𐤀𝟘𞸀",
    *"ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة" * 20,
    *"0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" * 10,
    *".,٫٬ـ ()«»" * 20,
    *"\u064b\u064c\u064e\u064f\u0650\u0651\u0652\u0654\u0670\u200c\u200d\u200e\u200f\u202b\u202c\ufeff" * 5,
]  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(("text", "tokens"), cases())
def test_cases(text: str, tokens: list[str]) -> None:
    assert [token for token, _, _ in analyzer.analyze(text)] == tokens


@settings(derandomize=True, max_examples=300)
@given(texts)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold.fold(fold.fold(text)) == fold.fold(text)


@settings(derandomize=True, max_examples=300)
@given(texts)
def test_equivalent_texts_have_the_same_tokens(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [token for token, _, _ in analyzer.analyze(composed)] == [
        token for token, _, _ in analyzer.analyze(decomposed)
    ]


@settings(derandomize=True, max_examples=300)
@given(texts)
def test_tokens_are_folded_and_in_order(text: str) -> None:
    end = 0
    for token, first, last in analyzer.analyze(text):
        assert token == fold.fold(token)
        assert token
        assert not any(letter.isspace() for letter in token)
        assert end <= first < last
        end = last
    assert end <= len(text)


def test_every_letter_folds_to_letters() -> None:
    for first, last in analyzer.table()["letters"]:
        for code in range(first, last + 1):
            assert unicodedata.category(fold.fold(chr(code))[0])[0] in "LC", hex(code)


def test_a_code_point_is_of_one_kind() -> None:
    table = analyzer.table()
    spans = [span for name in ("letters", "marks", "invisible") for span in table[name]]
    codes = [code for first, last in spans for code in range(first, last + 1)] + [
        ord(d) for d in table["digits"]
    ]
    assert len(codes) == len(set(codes))


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page with the analyzer in it, and its table."""
    page = chromium.new_page()
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    page.evaluate("table => { window.analyzer = musnad_analyzer(table); }", analyzer.table())
    yield page
    page.close()


def utf16(text: str) -> list[list[object]]:
    """The analysis of a text, its offsets counted as JavaScript counts."""
    places = [0]
    for letter in text:
        places.append(places[-1] + 1 + (ord(letter) > 0xFFFF))
    return [[token, places[start], places[end]] for token, start, end in analyzer.analyze(text)]


def test_the_browser_analyzes_alike(page: Page) -> None:
    random.seed(1)
    strings = ["".join(random.choices(_PIECES, k=random.randrange(40))) for _ in range(4000)]
    strings += [text for text, _ in cases()]
    strings += [f"وعبد{joined}الله" for joined in ["", *_PIECES]]
    found = page.evaluate("texts => texts.map(text => analyzer.analyze(text))", strings)
    wrong = [
        (text, theirs, utf16(text))
        for text, theirs in zip(strings, found, strict=True)
        if theirs != utf16(text)
    ]
    assert wrong[:3] == []


def test_the_browser_folds_alike(page: Page) -> None:
    letters = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
    assert page.evaluate("letters => letters.map(letter => analyzer.fold(letter))", letters) == [
        fold.fold(letter) for letter in letters
    ]


def test_the_browser_guesses_alike(page: Page) -> None:
    random.seed(2)
    heads = ["و", "ف", "ب", "ك", "ل", "س", "ال", "لل", "وال", "بال", "ولل", "وسي"]
    tails = clitics.data()["pronouns"]
    words = [
        random.choice(["", *heads])
        + "".join(random.choices("ابتيلنوسكهمء", k=length))
        + random.choice(["", *tails])
        for length in range(7)
        for _ in range(400)
    ]
    assert page.evaluate("words => words.map(word => analyzer.guesses(word))", words) == [
        clitics.guesses(word) for word in words
    ]
