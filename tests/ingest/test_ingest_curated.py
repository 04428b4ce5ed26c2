"""Questions and corrections are read: as docs/files.md shows them, and in every odd shape no traceback."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.ingest import read_question, read_rejections, read_rulings
from musnad.model import Position, Rejection, Ruling

DOCS = (Path(__file__).parent.parent.parent / "docs/files.md").read_text("utf-8")


def example(heading: str, number: int = 1) -> bytes:
    """A YAML example under a heading of the documentation, the first if no number is given."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", DOCS, re.DOTALL | re.MULTILINE)
    assert section
    return re.findall(r"```yaml\n(.*?)```", section[1], re.DOTALL)[number - 1].encode()


def test_the_documented_question_is_read() -> None:
    question, problems = read_question("content/questions/convoy.yaml", example("Questions"))
    assert problems == ()
    assert question is not None
    assert question.id == "convoy"
    assert question.question["en"] == "Has the convoy arrived?"
    assert question.positions[1] == Position({"ar": "لم تصل", "en": "It has not"}, ("crcarxwcjfv",))
    assert question.lines == {"ctprjy9fkjm": 9, "crcarxwcjfv": 12}


def test_the_documented_corrections_are_read() -> None:
    path = "content/corrections/a0000002.yaml"
    rulings, problems = read_rulings(path, example("Corrections"))
    assert problems == ()
    drawn, denied = rulings
    assert drawn == Ruling(
        "crcarxwcjfv",
        "ctprjy9fkjm",
        "contradicts",
        "القافلة نفسها في اليوم نفسه",
        "سلمى الحاج",
        path,
        2,
    )
    assert (denied.relation, denied.line) == (None, 7)


def test_the_documented_rejections_are_read() -> None:
    path, article = "content/corrections/a0000002.yaml", "a0000002"
    data = example("Corrections", 2)
    assert read_rulings(path, data) == ((), ())
    assert read_rejections(path, data) == (
        (
            Rejection(article, words="الخير", type="person", path=path, line=2),
            Rejection(article, words="شمس", type="person", occurrence=2, path=path, line=3),
            Rejection(article, claim="crcarxwcjfv", path=path, line=4),
        ),
        (),
    )


def test_an_empty_file_decides_nothing() -> None:
    assert read_rulings("content/corrections/a0000002.yaml", b"# nothing yet\n") == ((), ())
    assert read_rulings("content/corrections/a0000002.yaml", b"links: []\n") == ((), ())


KEYS = st.sampled_from(
    [
        "question",
        "positions",
        "about",
        "links",
        "marks",
        "words",
        "type",
        "occurrence",
        "claim",
        "name",
        "claims",
        "ar",
        "x",
    ]
)
SCALARS = st.sampled_from(["", "null", "none", "c1", "- ", "2", "ar: x", "[", "\u200f", "«»", "a0000001"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.dictionaries(KEYS, inner, max_size=3) | st.lists(inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(VALUES, st.sampled_from(["q", "Q", "index", "سؤال"]))
def test_any_shape_is_read_or_told(value: object, name: str) -> None:
    data = str(value).encode()
    question, problems = read_question(f"content/questions/{name}.yaml", data)
    assert (question is None) == bool(problems)
    for problem in (*problems, *read_rulings(f"content/corrections/{name}.yaml", data)[1]):
        assert problem.message
        assert problem.hint


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    question, problems = read_question("content/questions/q.yaml", data)
    assert (question is None) == bool(problems)
    read_rulings("content/corrections/a0000001.yaml", data)
    read_rejections("content/corrections/a0000001.yaml", data)
