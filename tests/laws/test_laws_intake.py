"""Law: any bytes at all may come; they become an article that builds, or a problem, and no byte is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad import pipeline
from musnad.commands import intake
from musnad.engine.cache import Cache
from musnad.engine.work import Work
from musnad.problems import errors

SMALL = Path(__file__).parent / "small"
PIECES = (Path(__file__).parent / "pieces.txt").read_text("utf-8").splitlines()
SIGNS = ["\n\n", "\r\n", *"\n\r\u2028\x85\x0b\x0c\u00a0\ufeff\u200f\u202e\u2066\x00"]
text = st.lists(st.one_of(st.sampled_from(PIECES + SIGNS), st.text(max_size=8)), max_size=12).map(" ".join)
raw = st.one_of(
    text.map(lambda words: words.encode("utf-8", "replace")),
    text.map(lambda words: words.encode("utf-16", "replace")),
    text.map(lambda words: words.encode("cp1256", "replace")),
    st.binary(max_size=200),
)


@pytest.fixture(scope="module")
def work() -> Iterator[Work]:
    with Cache() as cache:
        yield Work(cache)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(raw, st.sampled_from(["raw.txt", "raw.md"]))
def test_any_bytes(work: Work, tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    folder = tmp_path_factory.mktemp("intake")
    archive = Path(shutil.copytree(SMALL, folder / "archive"))
    file = folder / name
    file.write_bytes(data)
    found, told = intake.annotate(archive, [file], work, {}, with_authority=True)
    assert found["articles"] or told
    added, problems = intake.add(archive, [file], work)
    assert bool(added) != bool(errors(problems))
    assert file.read_bytes() == data
    if added:
        (kept,) = (archive / "seeds").iterdir()
        assert kept.read_bytes() == data
        assert pipeline.load(archive, work)[2] == ()
    else:
        assert not (archive / "seeds").exists() or not any((archive / "seeds").iterdir())


def test_a_very_large_file(work: Work, tmp_path: Path) -> None:
    archive = Path(shutil.copytree(SMALL, tmp_path / "archive"))
    file = tmp_path / "large.txt"
    file.write_bytes("قال مصدر إن المعركة انتهت. ".encode() * 1_000_000)
    added, problems = intake.add(archive, [file], work)
    assert added or errors(problems)
