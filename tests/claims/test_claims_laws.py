"""What holds of claims in any text at all."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate import claims
from musnad.annotate.claims.quotes import pair
from musnad.annotate.knowledge import Knowledge
from musnad.arabic.tokens import tokenize
from musnad.model import Annotations, Article, Block, Mention, Post

LINES = Path(__file__).with_name("fuzz_words.txt").read_text("utf-8").splitlines()
WORDS = [word for line in LINES if not line.startswith("#") for word in line.split()]
MARKS = list("«»\"“”‹›'،.:؟!()…-—\u200f\u00a0\u064f")
PIECES = st.tuples(st.sampled_from(WORDS + MARKS), st.sampled_from([" ", " ", " ", ""]))
TEXTS = st.lists(PIECES, max_size=60).map(lambda pieces: "".join(word + gap for word, gap in pieces))
ZONES = st.sampled_from(["headline", "subhead", "body", "caption", "quote", "appended", "residue", "credit"])
BLOCKS = st.lists(st.tuples(ZONES, TEXTS | st.text(max_size=40)), max_size=5)
NAMES = {"قسد": "organization", "رويترز": "organization", "دمشق": "place", "علي": "person", "السبت": "date"}


def article_of(parts: list[tuple[str, str]], post: bool) -> Article:
    text, blocks = "", []
    for zone, words in parts:
        words = words.replace("\n", " ")
        blocks.append(Block(len(text), len(text) + len(words), zone))  # type: ignore[arg-type]
        text += words + "\n"
    if post:
        tail = "قال إن الماء عاد— Ali (@ali) March 2, 2019"
        blocks += [
            Block(len(text), len(text) + 16, "tweet", 0),
            Block(len(text) + 16, len(text) + len(tail), "credit", 0),
        ]
        text += tail
    posts = (Post(author="Ali", handle="@ali", date="2019-03-02"),) if post else ()
    return Article(
        id="a0000000", title="", text=text, blocks=tuple(blocks), posts=posts, agencies=("رويترز",)
    )


def names_in(article: Article) -> tuple[Mention, ...]:
    found = []
    for words, kind in NAMES.items():
        start = article.text.find(words)
        if start >= 0:
            found.append(Mention(start, start + len(words), words, kind, "test", entity=words))  # type: ignore[arg-type]
    return tuple(found)


@settings(max_examples=250, deadline=None)
@given(BLOCKS, st.booleans())
def test_any_text(parts: list[tuple[str, str]], post: bool) -> None:
    article = article_of(parts, post)
    found = claims.annotate(article, Knowledge(), Annotations(article.id, names_in(article))).claims
    assert len({claim.id for claim in found}) == len(found)
    assert [c.content.start for c in found] == sorted(c.content.start for c in found)
    for claim in found:
        block = next(b for b in article.blocks if b.start <= claim.content.start < b.end)
        assert block.zone not in ("residue", "credit")
        for span in (claim.content, claim.cue, claim.source):
            if span is not None:
                assert span.text == article.text[span.start : span.end]
                assert span.text.strip() == span.text != ""
        for span in (claim.content, claim.cue, claim.source if claim.kind != "tweet" else None):
            assert span is None or block.start <= span.start < span.end <= block.end
        assert all(voice.entity or voice.name for voice in claim.via)


@settings(max_examples=250, deadline=None)
@given(BLOCKS, st.booleans())
def test_same_again(parts: list[tuple[str, str]], post: bool) -> None:
    article = article_of(parts, post)
    given_ = Annotations(article.id, names_in(article))
    assert claims.annotate(article, Knowledge(), given_) == claims.annotate(article, Knowledge(), given_)


@given(TEXTS)
def test_quotations_nest(text: str) -> None:
    tokens = tokenize(text)
    quotes = pair(text, tokens)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(tokens)
        assert quote.closed == (quote.end < len(tokens))
    closed = [q for q in quotes if q.closed]
    for a in closed:
        for b in closed:
            assert a == b or a.end < b.start or b.end < a.start or (a.start < b.start) == (b.end < a.end)
