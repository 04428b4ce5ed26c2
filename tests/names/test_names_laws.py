"""What holds of the names of any text, and of any set of records."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate import names
from musnad.annotate.knowledge import MADE, Knowledge, made_id
from musnad.ingest import read_authority
from musnad.model import Annotations, Article, Block, Entity, Post

HERE = Path(__file__).parent
ENTITIES = tuple(
    e for p in sorted(HERE.glob("authority/*.yaml")) for e in read_authority(p.name, p.read_bytes())[0]
)
KNOWN = Knowledge(ENTITIES)
WORDS = sorted(
    {
        word
        for name in ("known.txt", "unknown.txt")
        for line in HERE.joinpath(name).read_text("utf-8").splitlines()
        if not line.startswith(("\t", "#"))
        for word in line.split()
    }
)
WORD = st.sampled_from([*WORDS, "«", "»", '"', "(", ")", "،", ".", "#", "_", "—", "(@name)"])
TEXT = st.one_of(
    st.lists(WORD, max_size=20).map(" ".join),
    st.lists(st.one_of(WORD, st.text(max_size=3)), max_size=12).map("".join),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=50),
    st.text(max_size=50),
)
ZONES = st.sampled_from(["body", "headline", "tweet", "credit", "residue", "appended"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of a few blocks, some of them of a post."""
    texts = [part.replace("\n", " ") for part in draw(st.lists(TEXT, max_size=4))]
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(start, start + len(text), draw(ZONES), post=draw(st.sampled_from([None, 0]))))
        start += len(text) + 1
    author = draw(st.one_of(st.just("هادي العبدالله Hadi"), st.text(max_size=8)))
    post = Post(author, draw(st.sampled_from([None, "HadiAlabdallah", "nobody"])))
    outlet = draw(st.one_of(st.none(), st.just("وهج 24"), st.text(max_size=5)))
    return Article("a0", "", "\n".join(texts), tuple(blocks), posts=(post,), outlet=outlet)


@settings(max_examples=300, deadline=None)
@given(articles(), st.sampled_from([KNOWN, Knowledge()]))
def test_spans_are_their_words_inside_a_block_and_do_not_overlap(article: Article, known: Knowledge) -> None:
    mentions = names.annotate(article, known, Annotations(article.id)).mentions
    last = 0
    ids = {entity.id for entity in known.entities}
    for name in mentions:
        assert name.text == article.text[name.start : name.end]
        assert name.text == name.text.strip() != ""
        assert last <= name.start
        assert any(
            b.start <= name.start and name.end <= b.end and b.zone != "residue" for b in article.blocks
        )
        assert name.entity in ids or str(name.entity).startswith(MADE)
        last = name.end


SHUFFLED = [Knowledge(tuple(random.Random(seed).sample(ENTITIES, len(ENTITIES)))) for seed in (1, 2)]


@settings(max_examples=100, deadline=None)
@given(articles(), st.sampled_from(SHUFFLED))
def test_the_order_of_records_does_not_matter(article: Article, shuffled: Knowledge) -> None:
    nothing = Annotations(article.id)
    assert names.annotate(article, shuffled, nothing) == names.annotate(article, KNOWN, nothing)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), max_size=5), articles())
def test_any_words_may_be_names(given_names: list[str], article: Article) -> None:
    odd = [
        Entity(f"e{n}", "organization", name, aliases=(name[::-1],), ambiguous=(name,))
        for n, name in enumerate(given_names)
    ]
    names.annotate(article, Knowledge(tuple(odd)), Annotations(article.id))


@given(st.text())
def test_made_ids_are_short_and_stand_in_an_address(name: str) -> None:
    id_ = made_id(name, "person")
    assert len(id_) == 14
    assert set(id_[2:]) <= set("0123456789abcdefghjkmnpqrstvwxyz")
    assert id_ == made_id(f" «{name}» ", "person")
    assert id_ != made_id(name, "place")
