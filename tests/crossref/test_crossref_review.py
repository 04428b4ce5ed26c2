"""The review list: cases of review.tsv, and what holds of every list."""

from pathlib import Path

import pytest

from musnad.crossref import compile
from musnad.model import Annotations, Article, Block, Entity, Mention

KNOWN = tuple(Entity(id_, "person", id_) for id_ in ("ali_one", "ali_two", "layla"))


def cases() -> list[list[list[str]]]:
    """The cases of the file, each a list of rows."""
    text = Path(__file__).with_name("review.tsv").read_text("utf-8")
    blocks = (block.splitlines() for block in text.split("\n\n"))
    return [[row.split("\t") for row in rows if not row.startswith("#")] for rows in blocks]


def archive_of(rows: list[list[str]]) -> tuple[list[Article], list[Annotations]]:
    """The articles of some rows, in which the names stand one after another."""
    articles, annotations = [], []
    for id_ in sorted({row[0] for row in rows}):
        text, mentions = "", []
        for _, kind, words, entity, score, candidates, _ in (row for row in rows if row[0] == id_):
            ids = tuple(candidates.split(";")) if candidates else ()
            end = len(text) + len(words)
            mentions.append(
                Mention(
                    len(text),
                    end,
                    words,
                    kind,  # type: ignore[arg-type]
                    "test:case",
                    entity=entity or None,
                    candidates=ids,
                    score=float(score),
                )
            )
            text += words + " "
        articles.append(Article(id_, id_, text, (Block(0, len(text), "body"),), path=f"{id_}.md"))
        annotations.append(Annotations(id_, tuple(mentions)))
    return articles, annotations


@pytest.mark.parametrize("rows", cases())
def test_review(rows: list[list[str]]) -> None:
    archive, _ = compile(*archive_of(rows), KNOWN)
    places = {}
    for number, doubt in enumerate(archive.review, 1):
        places[doubt.article, doubt.mention] = f"{number} {doubt.reason}"
    seen = dict.fromkeys(archive.annotations, 0)
    for row in rows:
        assert places.pop((row[0], seen[row[0]]), "-") == row[6], row
        seen[row[0]] += 1
    assert not places


def test_candidates_and_wholes_are_kept() -> None:
    """What a mention may be, and what an entity belongs to, stand in the archive unmentioned."""
    articles, annotations = archive_of([["a1", "person", "علي", "n-1", "0.9", "n-1;n-2", ""]])
    known = (
        Entity("n-1", "person", "علي", part_of="n-3"),
        Entity("n-2", "person", "علي"),
        Entity("n-3", "place", "البلد", part_of="n-4"),
        Entity("n-4", "place", "القارة", part_of="n-3"),
        Entity("n-5", "place", "غيرها"),
    )
    archive, _ = compile(articles, annotations, known)
    assert list(archive.entities) == ["n-1", "n-2", "n-3", "n-4"]


def test_a_source_that_went_into_another_record_is_found_under_that() -> None:
    article = Article("a1", "", "x", (Block(0, 1, "body"),), path="a1.md", outlet="old_name")
    archive, _ = compile([article], [], [Entity("name", "organization", "اسم", same_as=("old_name",))])
    assert archive.sources == {"name": ("a1",)}
