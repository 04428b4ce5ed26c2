"""Where places that no record tells of are put: the cases of places.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

from musnad import annotate, crossref
from musnad.annotate.knowledge import Knowledge
from musnad.model import Archive, Article, Block

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "places.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def compiled(*texts: str) -> Archive:
    articles = [
        Article(f"a{number}", "", text, (Block(0, len(text), "body"),)) for number, text in enumerate(texts)
    ]
    found = [annotate.annotate(article, Knowledge()) for article in articles]
    known = annotate.joined(()).all()
    archive, problems = crossref.compile(articles, found, known, atlas=annotate.atlas(()))
    assert not problems
    return archive


@pytest.mark.parametrize(("text", "name", "whole", "latitude", "longitude"), CASES, ids=[c[0] for c in CASES])
def test_a_place_lies_where_its_article_speaks_of(
    text: str, name: str, whole: str, latitude: str, longitude: str
) -> None:
    entities = compiled(text).entities
    found = next(e for e in entities.values() if e.type == "place" and e.name_ar == name)
    assert (entities[found.part_of].name_en if found.part_of else "-") == whole
    where = (found.latitude, found.longitude)
    if latitude == "-":
        assert where == (None, None)
    else:
        assert where == (pytest.approx(float(latitude), abs=1), pytest.approx(float(longitude), abs=1))


def test_what_all_articles_that_name_a_place_speak_of_is_taken_together() -> None:
    one, other = "وصل الجيش السوري إلى بلدة مضايا في ريف دمشق.", "وصلوا إلى بلدة مضايا."
    archive = compiled(one, other)
    assert next(e for e in archive.entities.values() if e.name_ar == "مضايا").latitude is not None
