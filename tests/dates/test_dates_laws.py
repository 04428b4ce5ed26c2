"""What holds of the dates of any text."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad import edtf
from musnad.annotate.dates import annotate, annotator, grammar, lexicon, read
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block, Post

WORDS = st.sampled_from(Path(__file__).with_name("words.txt").read_text("utf-8").partition("\n")[2].split())
TEXT = st.one_of(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=12).map("".join),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=60),
    st.text(max_size=60),
)
WRITTEN = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(
        [
            "2019",
            "2019-03",
            "0001-01-01",
            "9999-12-31",
            "201X",
            "[2019-03-11..2019-03-17]",
            "2019/..",
            "nonsense",
        ]
    ),
)


@settings(max_examples=200, deadline=None)
@given(TEXT, WRITTEN)
def test_spans_are_words_of_the_text_in_order_and_values_are_edtf(text: str, written: str | None) -> None:
    last = 0
    for date in read(text, written):
        words = text[date.start : date.end]
        assert last <= date.start
        assert words
        assert words == words.strip()
        assert date.value is None or edtf.days(date.value)
        assert date.anchor is None or (date.value and edtf.days(date.anchor))
        last = date.end


@settings(max_examples=120, deadline=None)
@given(TEXT)
def test_without_a_date_only_what_is_absolute_has_a_value(text: str) -> None:
    told = read(text, "2019-03-23")
    for date in read(text, None):
        if date.value:  # it has the same with a date, or is part of a stretch that only then can be told
            (whole,) = (other for other in told if other.start <= date.start and date.end <= other.end)
            assert whole.value == date.value or whole.rule == "interval"


# Expressions that count in days and weeks, and what is put about them.
SHIFTING = st.sampled_from(
    [
        *("أمس", "اليوم الثلاثاء", "غدا", "بعد غد الجمعة", "أول من أمس", "مساء الاثنين", "الأحد الماضي"),
        *(
            "الخميس المقبل",
            "ليل السبت الأحد",
            "الأسبوع الماضي",
            "هذا الأسبوع",
            "قبل ثلاثة أيام",
            "منذ أسبوعين",
        ),
        *("من الأحد إلى الخميس", "يومي السبت والأحد", "الأيام العشرة المقبلة", "الثلاثاء من الأسبوع المقبل"),
        *("سيجتمعون الأربعاء", "قال السبت", "وقت متأخر الخميس", "في اليوم التالي", "اليوم نفسه", "."),
    ]
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@settings(max_examples=120, deadline=None)
@given(
    st.lists(SHIFTING, max_size=6).map(" ثم ".join),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2050, 1, 1)),
    st.integers(-200, 200),
)
def test_relative_values_move_with_the_day_of_writing(text: str, day: datetime.date, weeks: int) -> None:
    by = datetime.timedelta(weeks=weeks)

    def moved(value: str | None) -> str | None:
        return value and DAY.sub(lambda found: str(datetime.date.fromisoformat(found[0]) + by), value)

    dates = [
        date._replace(value=moved(date.value), anchor=moved(date.anchor)) for date in read(text, str(day))
    ]
    assert dates == read(text, str(day + by))


def test_no_pattern_begins_with_another_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(__file__).parent
    text = "\n".join(
        folder.joinpath(f"{name}.tsv").read_text("utf-8") for name in ("sentences", "calendar", "relative")
    )
    found = read(text, "2019-03-23")
    listed = {sense for senses in lexicon.words().values() for sense in senses}
    every = tuple(
        listed | {*lexicon.SIGNS.values(), *grammar.POINT_STARTS, *grammar.JOIN_STARTS, "word", "thing"}
    )
    monkeypatch.setattr(annotator, "POINT_STARTS", every)
    monkeypatch.setattr(annotator, "JOIN_STARTS", every)
    assert read(text, "2019-03-23") == found


def test_a_post_is_dated_by_itself_and_residue_is_skipped() -> None:
    text = "قال أمس\nقال أمس\nقال أمس"
    blocks = (Block(0, 7, "body"), Block(8, 15, "tweet", post=0), Block(16, 23, "residue"))
    article = Article(
        "a", "", text, blocks, posts=(Post("x", date="2019-03-20"),), date_published="2019-03-23"
    )
    found = annotate(article, Knowledge(), Annotations("a")).mentions
    assert [(m.start, m.text, m.type, m.by, m.value) for m in found] == [
        (4, "أمس", "date", "dates:relative", "2019-03-22"),
        (12, "أمس", "date", "dates:relative", "2019-03-19"),
    ]
