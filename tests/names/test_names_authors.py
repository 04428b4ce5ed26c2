"""Names in the author line of a pasted post."""

import pytest

from musnad.annotate import names
from musnad.annotate.knowledge import Knowledge, made_id
from musnad.model import Annotations, Article, Block, Entity, Post

HADI = Entity("hadi", "person", "هادي العبدالله", handles=("@HadiAlabdallah",))
AGENCY = Entity("sana", "organization", "سانا", handles=("SanaAjel",))


@pytest.mark.parametrize(
    ("line", "post", "expected"),
    [
        (
            "— هادي العبدالله Hadi (@HadiAlabdallah) March 20, 2019",
            Post("هادي العبدالله Hadi", "HadiAlabdallah"),
            [("هادي العبدالله", "person", "hadi"), ("Hadi", "person", "hadi")],
        ),
        (
            "— د. نور الزين (@nour) March 20, 2019",
            Post("نور الزين", "nour"),
            [("نور الزين", "person", made_id("نور الزين", "person"))],
        ),
        (
            "— أخبار عاجلة (@sanaajel) March 20, 2019",
            Post("أخبار عاجلة", "sanaajel"),
            [("أخبار عاجلة", "organization", "sana")],
        ),
        ("pic.example/x", Post("نور الزين", "nour"), []),
    ],
    ids=["two scripts", "no record", "an agency", "author not in the line"],
)
def test_author_line(line: str, post: Post, expected: list[tuple[str, str, str]]) -> None:
    article = Article("a0", "", line, (Block(0, len(line), "credit", post=0),), posts=(post,))
    found = names.annotate(article, Knowledge((HADI, AGENCY)), Annotations("a0")).mentions
    assert [(name.text, name.type, name.entity) for name in found] == expected
