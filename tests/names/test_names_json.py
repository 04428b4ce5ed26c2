"""All annotators together, and what they found as plain data."""

from musnad.annotate import annotate, as_json
from musnad.annotate.knowledge import Knowledge
from musnad.model import Article, Block

TEXT = "قال مصطفى بالي يوم 20 آذار 2019 إن 30 مقاتلاً من قسد قتلوا."


class Shifted:
    """A raw file in which the text stands ten code points later."""

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the raw file."""
        return start + 10, end + 10


def test_annotations_are_sorted_and_keep_their_words() -> None:
    found = annotate(Article("a0", "", TEXT, (Block(0, len(TEXT), "body"),)), Knowledge())
    spans = [(m.start, -m.end) for m in found.mentions]
    assert spans == sorted(spans)
    assert all(m.text == TEXT[m.start : m.end] for m in found.mentions)
    assert {m.type for m in found.mentions} >= {"organization", "date", "quantity"}


def test_json_has_offsets_of_the_raw_file() -> None:
    article = Article("a0", "", TEXT, (Block(0, len(TEXT), "body"),))
    data = as_json(annotate(article, Knowledge()), Shifted(), "report.txt")
    assert data["file"] == "report.txt"
    for mention in data["mentions"]:
        assert TEXT[mention["start"] - 10 : mention["end"] - 10] == mention["text"]
    values = {mention["type"]: mention["value"] for mention in data["mentions"]}
    assert values["date"] == "2019-03-20"
    assert values["quantity"]["number"] == 30
    claim = data["claims"][0]
    content = claim["content"]
    assert TEXT[content["start"] - 10 : content["end"] - 10] == content["text"]
    assert set(claim["speaker"]) == {"entity", "name"}
