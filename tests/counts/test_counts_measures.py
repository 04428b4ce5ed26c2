"""Measures of small archives: which figures are of one thing, and whether they disagree."""

from __future__ import annotations

from pathlib import Path

import pytest

from musnad import annotate
from musnad.annotate import joined
from musnad.annotate.knowledge import Knowledge
from musnad.crossref.counts import Counted, counts
from musnad.crossref.measures import measures
from musnad.model import Annotations, Article, Block

TEXT = Path(__file__).with_name("measures.tsv").read_text("utf-8")
NAMES: list[str] = []
ARCHIVES: list[list[list[str]]] = []
for part in TEXT.split("\n\n")[1:]:
    lines = part.strip().splitlines()
    NAMES.append(lines[0].removeprefix("# "))
    ARCHIVES.append([line.split("\t") for line in lines[1:]])


def read(rows: list[list[str]]) -> tuple[list[tuple[Counted, ...]], dict[str, Annotations]]:
    """The figures and annotations of these articles."""
    found, readings = {}, []
    for number, (_, day, marked) in enumerate(rows):
        text, key = marked.replace("*", ""), f"a{number:07}"
        article = Article(key, text, text, (Block(0, len(text), "body"),), date_published=day)
        found[key] = annotate.annotate(article, Knowledge(()))
        readings.append(counts(article, found[key]))
    return readings, found


@pytest.mark.parametrize("rows", ARCHIVES, ids=NAMES)
def test_measures(rows: list[list[str]]) -> None:
    readings, found = read(rows)
    expected: dict[str, set[str]] = {}
    for number, (label, _, _) in enumerate(rows):
        if label != "-":
            expected.setdefault(label, set()).add(f"a{number:07}")
    made = measures(readings, found, joined(()).all()).shared
    assert sorted((sorted(c.article for c in m.counts), m.disagree) for m in made) == sorted(
        (sorted(articles), label.endswith("!")) for label, articles in expected.items()
    )


def test_the_order_of_readings_does_not_matter() -> None:
    readings, found = read([row for rows in ARCHIVES for row in rows])
    known = joined(()).all()
    assert measures(readings, found, known) == measures(readings[::-1], found, known)


def test_people_that_one_text_counts_stand_alone_once_a_voice() -> None:
    """Of the killed told twice the first, of their part; not what two texts count, nor cars."""
    one = "مقتل *12* شخصا في انفجار في بغداد. قتل *12* شخصا بينهم 4 أطفال في انفجار في بغداد ودمر 7 سيارات."
    two = "انفجار في بغداد يوقع *30* جريحا. أصيب *30* شخصا في انفجار في بغداد."
    three = "أصيب *30* شخصا في انفجار في بغداد."
    readings, found = read([["-", "2021-05-03", text] for text in (one, two, three)])
    made = measures(readings, found)
    assert [measure.counted for measure in made.shared] == ["wounded"]
    lone = [(m.counted, m.time, m.counts[0].low, len(m.counts)) for m in made.lone]
    assert sorted(lone) == [("killed", "2021-05-03", 4, 1), ("killed", "2021-05-03", 12, 1)]
