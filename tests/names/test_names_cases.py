"""Names, case by case: with the records in authority/, and without any."""

from functools import cache
from pathlib import Path

import pytest

from musnad.annotate import names
from musnad.annotate.knowledge import Knowledge
from musnad.ingest import check_authority, read_authority
from musnad.model import Annotations, Article, Mention
from tests.names.written import article, cases

HERE = Path(__file__).parent


@cache
def knowledge() -> Knowledge:
    """The records in authority/."""
    files = [(path.name, path.read_bytes()) for path in sorted(HERE.glob("authority/*.yaml"))]
    read = [read_authority(*file) for file in files]
    assert not any(problems for _, problems in read)
    entities = tuple(entity for some, _ in read for entity in some)
    assert not check_authority(entities, files)
    return Knowledge(entities)


def found(read: Article, known: Knowledge) -> tuple[Mention, ...]:
    """The names of an article."""
    return names.annotate(read, known, Annotations(read.id)).mentions


@pytest.mark.parametrize(("written", "expected"), cases("known.txt"))
def test_names_of_records(written: str, expected: list[str]) -> None:
    told = [f"{name.type} {name.text} = {name.entity}" for name in found(article(written), knowledge())]
    assert told == expected


@pytest.mark.parametrize(("written", "expected"), cases("unknown.txt"))
def test_names_without_records(written: str, expected: list[str]) -> None:
    told = [f"{name.type} {name.text}" for name in found(article(written), Knowledge())]
    assert told == expected
