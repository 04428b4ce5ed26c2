"""Tokens: readable cases, and that they lie in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.tokens import tokenize

LINES = (Path(__file__).parent / "tokens.tsv").read_text("utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]
texts = st.text(st.characters(codec="utf-8") | st.sampled_from("ابتـًُ\u200c\u200f ٠٩12.,٬«»#@_"), max_size=60)


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_cases(text: str, tokens: str) -> None:
    assert " ".join(f"{token.text}/{token.kind[0]}" for token in tokenize(text)) == tokens


@settings(derandomize=True, max_examples=500)
@given(texts)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert token.text == text[token.start : token.end] != ""
        assert text[end : token.start].strip() == ""
        end = token.end
    assert text[end:].strip() == ""
