"""Clitics: readable cases."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest

from musnad.arabic.clitics import guesses, proclitics, stems


def cases(name: str) -> list[list[str]]:
    """The rows of a file of cases."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("word", "barred"), cases("proclitics.tsv"))
def test_proclitics(word: str, barred: str) -> None:
    assert barred.replace("|", "") == word
    assert proclitics(word) == [0, *accumulate(len(piece) for piece in barred.split("|")[:-1])]


@pytest.mark.parametrize(("word", "expected"), cases("clitics.tsv"))
def test_stems(word: str, expected: str) -> None:
    assert stems(word) == expected.split()


@pytest.mark.parametrize(("form", "expected"), cases("guesses.tsv"))
def test_guesses(form: str, expected: str) -> None:
    found = guesses(form)
    assert [guess for guess in found if guess in expected.split()] == expected.split()
    assert found[: len(stems(form))] == stems(form)
