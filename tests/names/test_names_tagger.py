"""The tagger: names that no list has, laws, and whether its card tells the truth about its files."""

import re
from hashlib import sha256
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate import names
from musnad.annotate.knowledge import Knowledge
from musnad.annotate.names.match import words
from musnad.annotate.names.tagger.crf import TYPES, spans, tagged
from musnad.annotate.names.tagger.unlisted import proclitic, spread, unlisted
from musnad.annotate.names.tagger.vocabulary import shape, vocabulary
from musnad.model import Annotations, Article, Block, Mention
from tests.names.written import cases

DATA = resources.files("musnad.annotate.names").joinpath("data")
CARD = DATA.joinpath("tagger.md").read_text("utf-8")


WORDS = [
    *(word for text, _ in cases("tagger.txt") for word in text.split()),
    "«",
    "»",
    "(",
    ")",
    ".",
    "-",
    "_",
    "12",
]
TEXT = st.one_of(
    st.lists(st.sampled_from(WORDS)).map(" ".join),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=60),
    st.text(max_size=60),
)


def found(text: str) -> tuple[Mention, ...]:
    """The names in an article of one paragraph."""
    article = Article("a0", "", text, (Block(0, len(text), "body"),))
    return names.annotate(article, Knowledge(), Annotations("a0")).mentions


@pytest.mark.parametrize(("text", "expected"), cases("tagger.txt"))
def test_names_that_no_list_has(text: str, expected: list[str]) -> None:
    mentions = found(text)
    assert [f"{name.type} {name.text}" for name in mentions] == expected
    assert any(name.by == "names:tagger" for name in mentions)
    assert all(0 < name.score <= 1 for name in mentions if name.by == "names:tagger")


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_names_are_words_of_the_text_in_order(text: str) -> None:
    row = words(text, 0, len(text))
    last = -1
    for name in tagged(row, text, ()):
        assert last < name.first <= name.last < len(row)
        assert name.type in TYPES.values()
        assert 0 < name.score <= 1
        last = name.last
    for one in unlisted(row, text, ()):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert one.end >= row[one.last].end


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=4))
def test_what_is_found_does_not_depend_on_what_was_read_before(texts: list[str]) -> None:
    rows = [(words(text, 0, len(text)), text) for text in texts]
    forwards = [list(tagged(row, text, ())) for row, text in rows]
    backwards = [list(tagged(row, text, ())) for row, text in reversed(rows)]
    assert forwards == backwards[::-1]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-PER", "I-PER", "O", "B-LOC"], [(0, 1), (3, 3)]),
        (["B-PER", "B-PER"], [(0, 0), (1, 1)]),
        (["B-PER", "I-LOC", "I-LOC"], [(0, 0), (1, 2)]),
        (["I-ORG"], [(0, 0)]),
    ],
)
def test_spans_of_labels(labels: list[str], expected: list[tuple[int, int]]) -> None:
    assert list(spans(labels)) == expected


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("بوتين", 0),
        ("ببريطانيا", 1),
        ("وقال", 0),
        ("ولندن", 1),
        ("كمال", 0),
        ("لبنان", 0),
        ("وبباريس", 2),
        ("", 0),
    ],
)
def test_proclitics_are_cut_where_the_corpus_says_so(word: str, length: int) -> None:
    assert proclitic(word) == length


def test_the_vocabulary_is_in_the_form_words_are_looked_up_in() -> None:
    assert len(vocabulary().words) > 40_000
    assert all(shape(word) == word for word in vocabulary().words)


def test_sure_names_spread_in_their_article() -> None:
    text = "قال شاهين بورتولاني"
    name = next(iter(unlisted(words(text, 0, len(text)), text, ())))
    trie: dict[str, object] = {}
    spread(trie, text, [name._replace(score=0.5)])
    assert not trie
    spread(trie, text, [name._replace(score=0.99)])
    assert trie


@pytest.mark.parametrize("file", ["tagger.crf", "vocabulary.tsv.gz"])
def test_the_card_names_the_files_that_ship(file: str) -> None:
    data = DATA.joinpath(file).read_bytes()
    row = re.search(rf"\| `{re.escape(file)}` \|.*\| (\d+) \| `(\w+)` \|", CARD)
    assert row
    assert (int(row[1]), row[2]) == (len(data), sha256(data).hexdigest())
    assert len(data) < 5_000_000


def test_the_card_tells_figures_that_are_good_enough() -> None:
    held, ours = re.findall(r"\| all \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", CARD)
    assert float(held) >= 0.76
    assert float(ours) >= 0.76
    assert int(re.findall(r"(\d+) tokens a second", CARD)[0]) >= 20_000
