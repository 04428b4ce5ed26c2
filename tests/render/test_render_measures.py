"""The page of figures: what several texts count, each number in its place on one scale."""

from __future__ import annotations

import itertools
import math
import re
from functools import cache

import msgspec

from musnad.crossref.counts import counts
from musnad.crossref.measures import measures
from musnad.model import Archive, Article, Claim, Mention, Quantity, Voice
from musnad.render.drawing.scale import scale
from musnad.render.values.common import ContextRow, FigureRow
from musnad.render.values.measures import Given, MeasureRow
from tests.render import made
from tests.render.archive import pages, site

TEXTS = {
    "a0000001": ("قالت الوزارة إن قصفا على ساحل عنتر قتل 70 شخصا في السوق.", "70 شخصا", 70, "=", True),
    "a0000002": ("قتل أكثر من 150 شخصا في قصف سوق على ساحل عنتر.", "أكثر من 150 شخصا", 150, ">", False),
}


@cache
def archive() -> Archive:
    """Two texts on one bombing: a ministry's figure, and one in the text's own voice."""
    articles: list[Article] = []
    mentions: list[tuple[Article, Mention]] = []
    claims: list[tuple[Article, Claim]] = []
    for key, (words, figure, number, comparator, said) in TEXTS.items():
        one = made.article([("body", words)], key=key, title=words, outlet="صحيفة")
        articles.append(one)
        value = Quantity(number, comparator, "شخصا", "killed")  # type: ignore[arg-type]
        place = made.mention(one, "ساحل عنتر", "antar", type="place")
        found = [place, made.mention(one, figure, type="quantity", value=value)]
        mentions += [(one, each) for each in sorted(found, key=lambda mention: mention.start)]
        if said:
            content = words[words.index("قصفا") : -1]
            claims.append((one, made.claim(one, content, speaker=Voice(name="الوزارة"))))
    whole = made.archive(articles, mentions, claims)
    read = [counts(each, whole.annotations[each.id]) for each in whole.articles]
    return msgspec.structs.replace(whole, measures=measures(read, whole.annotations).shared)


def page(address: str = "figures.html") -> str:
    return pages(archive())[address].decode()


def test_texts_that_disagree_are_one_measure() -> None:
    (measure,) = archive().measures
    assert measure.disagree
    assert (measure.counted, measure.place, measure.time) == ("killed", "antar", "2019-03-20")
    assert [(count.low, count.high) for count in measure.counts] == [(70, 70), (150, None)]


def test_the_page_tells_every_number_who_gives_it_and_its_sentence() -> None:
    told = " ".join(re.sub(r"<[^>]*>", "", page()).split())
    for words in ("أرقام متعارضة", "70 شخصا", "أكثر من 150 شخصا", "الوزارة", "ساحل عنتر", "في السوق"):
        assert words in told


def test_figures_in_texts_own_voice_stand_apart_and_are_named_so() -> None:
    said, own = page().split("بلسان النصوص، لا على لسان قائل")
    assert "الوزارة" in said
    assert "70 شخصا" in said
    assert "أكثر من 150 شخصا" not in said
    assert "أكثر من 150 شخصا" in own


def test_each_number_leads_to_its_sentence() -> None:
    for key in TEXTS:
        assert f"href=articles/{key}.html#p1" in page()


def given(low: float | None, high: float | None, about: bool = False) -> Given:
    """A figure between these bounds."""
    row = FigureRow(ContextRow("a", "p1", "", "", "", None), Quantity(low or high, "=", None), None, (), None)
    return Given(rows=(row,), until=None, low=low, high=high, about=about)


def test_the_scale_begins_at_zero_at_the_reader_s_start() -> None:
    figures = (given(70, 70), given(180, 180), given(100, None))
    row = MeasureRow("m", "", None, figures, ())
    for right_to_left, zero in ((True, 100), (False, 0)):
        drawn = scale(row, right_to_left)
        assert drawn.ticks[0] == (zero, "0")
        assert [number for _, number in drawn.ticks] == ["0", "50", "100", "150", "200"]
        bars = [drawn.bar(each) for each in figures]
        assert bars[0].start == bars[0].end == (65 if right_to_left else 35)
        assert bars[2].open_end
        assert bars[2].end == 100 - zero


def test_measures_of_one_class_and_place_on_days_that_meet_share_a_heading() -> None:
    (first,) = archive().measures
    days = ("2019-03-20", "2019-03-20/2019-03-22", "2019-03-22", "2019-03-25")
    several = [msgspec.structs.replace(first, id=f"m{at}", time=day) for at, day in enumerate(days)]
    html = pages(msgspec.structs.replace(archive(), measures=tuple(several)))["figures.html"].decode()
    headings = re.findall(r"<h3>(.*?)</h3>", html)
    assert len(headings) == 2
    assert all(f"id=m{at}>" in html for at in range(4))
    assert "من 20 إلى 22 آذار 2019" in re.sub(r"<[^>]*>", "", headings[0])


def lone(html: str) -> str:
    """The words of the part on what one text alone counts."""
    return " ".join(re.sub(r"<[^>]*>", "", html[html.index("<section class=lone") :]).split())


def test_people_that_one_text_counts_follow_by_class_and_day() -> None:
    told = lone(site()["figures.html"].decode())
    for words in ("157 مقاتلا", "قوات سوريا الديمقراطية", "مصطفى بالي", "بلسان النص", "الباغوز"):
        assert words in told
    classes = [told.index(f"{name} ") for name in ("قتلى", "أسرى", "مستسلمون", "مقاتلون")]
    assert classes == sorted(classes)


def test_what_is_shared_is_not_told_again_and_long_lists_go_on_on_further_sheets() -> None:
    assert "class=lone" not in page()
    (first,) = archive().measures
    alone = tuple(
        msgspec.structs.replace(first, id=f"n{at}", counted=kind, counts=first.counts[:1], disagree=False)
        for kind in ("wounded", "killed")
        for at in range(150)
    )
    made = pages(msgspec.structs.replace(archive(), lone=alone))
    assert made["figures.html"].count(b"class=count") == 200
    assert made["figures.p2.html"].count(b"class=count") == 100
    assert b"href=figures.html#wounded" in made["figures.p2.html"]
    assert b"id=disagree" not in made["figures.p2.html"]


def test_every_number_has_a_scale_and_a_place_on_it() -> None:
    """What is less than nothing or beyond counting lies at the border, open, and makes no scale its own."""
    numbers = (None, -math.inf, -1e308, -5, 0, 1e-300, 0.001, 70, 1e11, 1e12, 1e30, 1e308, math.inf)
    for low, high in itertools.product(numbers, repeat=2):
        each = given(low, high)
        for said in ((each,), (each, given(70, 70))):
            drawn = scale(MeasureRow("m1", "", None, said, ()), right_to_left=True)
            assert 2 <= len(drawn.ticks) <= 6
            assert all(0 <= x <= 100 and "e" not in number for x, number in drawn.ticks)
            bar = drawn.bar(each)
            assert 0 <= bar.start <= 100
            assert 0 <= bar.end <= 100
            assert bar.open_start == (low is None or not 0 <= low <= drawn.most)
            assert bar.open_end == (high is None or not 0 <= high <= drawn.most)
