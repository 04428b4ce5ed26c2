"""Carriers that front matter names in words: carriers.tsv."""

from pathlib import Path

import pytest

from musnad.ingest import joined
from musnad.model import Article, Entity

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "carriers.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
][1:]
RECORDS = (
    Entity("reuters", "organization", "رويترز", "Reuters", ("وكالة رويترز",), role="agency"),
    Entity("watan", "organization", "صحيفة الوطن", role="outlet", ambiguous=("الوطن",)),
    Entity("khabar_a", "organization", "الخبر", role="outlet"),
    Entity("khabar_b", "organization", "الخبر", role="outlet"),
    Entity("sdf", "organization", "قسد"),
)


@pytest.mark.parametrize(("given", "record"), ROWS)
def test_a_name_stands_for_the_one_record_that_bears_it(given: str, record: str) -> None:
    article = Article("a1", "", "", (), outlet=given, agencies=(given,), credit=given)
    (found,) = joined([article], RECORDS)
    wanted = given if record == "-" else record
    assert (found.outlet, found.agencies, found.credit) == (wanted, (wanted,), wanted)
