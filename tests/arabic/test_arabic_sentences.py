"""Sentences: readable cases, and that they tile their text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.sentences import split

LINES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]
texts = st.text(st.characters(codec="utf-8") | st.sampled_from('ابوت .؟!…،«»"()\n\u064b12a'), max_size=80)


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    text = case.replace("|+", "").replace(" | ", " ")
    sentences = [piece.strip() for piece in case.replace("|+", "|").split("|")]
    assert [text[start:end] for start, end in split(text)] == sentences


@settings(derandomize=True, max_examples=500)
@given(texts)
def test_sentences_tile_the_text(text: str) -> None:
    end = 0
    for start, following in split(text):
        assert text[end:start].strip() == ""
        assert text[start:following].strip() == text[start:following] != ""
        assert "\n" not in text[start:following]
        end = following
    assert text[end:].strip() == ""
