"""All articles and annotations as one archive."""

import itertools
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.crossref import compile
from musnad.model import (
    Annotations,
    Appearance,
    Article,
    Block,
    Claim,
    Entity,
    Mention,
    MentionType,
    Post,
    Span,
    Statement,
    Voice,
)

SDF = Entity("sdf", "organization", "قوات سوريا الديمقراطية")
TEXT = "قالت قسد يوم الثلاثاء إن عمر الرزاز في عمان"


def mention(words: str, kind: MentionType, entity: str | None = None, value: str | None = None) -> Mention:
    """A mention of words of TEXT."""
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, kind, "test", entity=entity, value=value)


def claim(id_: str, speaker: Voice) -> Claim:
    """A claim of somebody."""
    return Claim(id_, Span(0, 4, TEXT[:4]), "indirect", "assert", "test", speaker=speaker)


def article(id_: str, date: str | None = None, **fields: object) -> Article:
    """An article of one paragraph."""
    path = f"content/articles/{id_}.md"
    return Article(id_, TEXT, TEXT, (Block(0, len(TEXT), "body"),), path=path, date_published=date, **fields)  # type: ignore[arg-type]


SDF_MENTION = mention("قسد", "organization", "sdf")
DAY = mention("يوم الثلاثاء", "date", value="2019-03-19")
SPAN = mention("الثلاثاء", "date", value="2019-03-19/2019-03-20")
MADE = mention("عمر الرزاز", "person", "n-1234567")


def test_articles_are_in_reading_order() -> None:
    articles = [
        article("a3", "2019-03"),
        article("a1"),
        article("a2", "2019-03-02"),
        article("a0", "2019-03-02"),
    ]
    archive, problems = compile(articles, [], [])
    assert [a.id for a in archive.articles] == ["a3", "a0", "a2", "a1"]
    assert not problems
    assert set(archive.annotations) == {"a0", "a1", "a2", "a3"}


def test_days_are_those_named_and_those_of_publication() -> None:
    archive, _ = compile([article("a1", "2019-03-20")], [Annotations("a1", (SDF_MENTION, DAY, SPAN))], [SDF])
    assert archive.days == {"2019-03-19": (Appearance("a1", 1),), "2019-03-20": ()}


def test_records_are_kept_and_unknown_names_get_an_entity() -> None:
    other = mention("عمر", "person", "n-1234567")
    unused = Entity("n-7654321", "place", "مصر")
    known = Entity("n-2222222", "place", "عمّان")
    place = mention("عمان", "place", "n-2222222")
    archive, _ = compile(
        [article("a1"), article("a2")],
        [Annotations("a1", (MADE, place)), Annotations("a2", (MADE, other))],
        [SDF, unused, known],
    )
    assert archive.entities == {
        "n-1234567": Entity("n-1234567", "person", "عمر الرزاز"),
        "n-2222222": known,
        "sdf": SDF,
    }
    assert archive.appearances["n-1234567"] == (Appearance("a1", 0), Appearance("a2", 0), Appearance("a2", 1))


def test_statements_by_entity_and_by_words() -> None:
    claims = (
        claim("c1", Voice("sdf", "قسد")),
        claim("c2", Voice(None, "مسؤول")),
        claim("c3", Voice()),
        claim("c4", Voice("n-3333333", "نور الزين")),
    )
    archive, _ = compile([article("a1")], [Annotations("a1", (), claims)], [SDF])
    assert archive.statements_by == {"sdf": (Statement("a1", 0),), "n-3333333": (Statement("a1", 3),)}
    assert archive.unnamed == {"مسؤول": (Statement("a1", 1),), "": (Statement("a1", 2),)}
    assert archive.entities["n-3333333"].name_ar == "نور الزين"


def test_sources_carry_articles() -> None:
    carried = article(
        "a1", outlet="wahj", agencies=("reuters",), credit="القدس", posts=(Post("x"), Post("y")), date="2019"
    )
    archive, _ = compile([carried, article("a2", outlet="wahj")], [], [])
    assert archive.sources == {
        "reuters": ("a1",),
        "twitter": ("a1",),
        "wahj": ("a1", "a2"),
        "القدس": ("a1",),
    }


def test_two_articles_of_one_id() -> None:
    twin = Article("a1", "", "x", (Block(0, 1, "body"),), path="content/articles/twin.md")
    archive, problems = compile([twin, article("a1")], [Annotations("a1", (SDF_MENTION,))], [SDF])
    assert [a.path for a in archive.articles] == ["content/articles/a1.md"]
    assert [(p.path, p.code) for p in problems] == [("content/articles/twin.md", "duplicate-article")]


NOTES = st.lists(st.sampled_from([SDF_MENTION, DAY, SPAN, MADE]), max_size=4).map(tuple)
VOICES = st.sampled_from([Voice("sdf"), Voice(None, "مسؤول"), Voice(), Voice("n-3333333", "نور")])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NOTES, VOICES, st.sampled_from([None, "2019-03-02", "2019", "soon"])), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_input_does_not_matter(
    made: list[tuple[tuple[Mention, ...], Voice, str | None]], chance: random.Random
) -> None:
    articles = [article(f"a{n}", date) for n, (_, _, date) in enumerate(made)]
    notes = [Annotations(f"a{n}", m, (claim(f"c{n}", v),)) for n, (m, v, _) in enumerate(made)]
    one = compile(articles, notes, [SDF])
    chance.shuffle(articles)
    chance.shuffle(notes)
    other = compile(articles, notes, [SDF])
    assert one == other
    for index in ("annotations", "entities", "appearances", "statements_by", "days", "sources"):
        assert list(getattr(one[0], index)) == list(getattr(other[0], index))


def test_a_thousand_articles_take_no_second() -> None:
    mentions = tuple(itertools.islice(itertools.cycle([SDF_MENTION, DAY, MADE]), 60))
    articles = [article(f"a{n}", "2019-03-02") for n in range(1000)]
    start = time.process_time()
    compile(articles, [Annotations(a.id, mentions) for a in articles], [SDF])
    assert time.process_time() - start < 2
