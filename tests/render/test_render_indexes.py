"""A-Z, the calendar, what is new."""

import datetime
from functools import cache

import pytest

from musnad.model import Archive, Entity, Voice
from musnad.render.values.common import DayRow
from musnad.render.values.indexes import MonthRow
from musnad.render.words.calendar import hijri_day, hijri_months, weeks
from tests.render.archive import pages, site, words
from tests.render.html import Element, Page
from tests.render.made import archive, article, claim, link, linked, mention

AR, EN = words()["ar"]["date"], words()["en"]["date"]


def page(path: str) -> Page:
    return Page(site()[path].decode())


def texts(of: Page, kind: str) -> list[str]:
    return [" ".join(element.text.split()) for element in of.having(kind)]


def test_sources_are_in_order_with_letters_to_jump_to() -> None:
    shown = page("sources/index.html")
    letters = [e for e in shown.elements if e.tag == "a" and "letters" in (e.parent or e).classes]
    assert letters
    assert [e.text for e in letters] == sorted(e.text for e in letters)
    anchors = shown.anchors()
    assert all(e.attributes["href"].partition("#")[2] in anchors for e in letters)


def test_a_month_begins_on_the_weekday_that_its_readers_expect() -> None:
    march = MonthRow("2019-03", (DayRow("2019-03-01", 1, 0, 0), DayRow("2019-03-23", 1, 0, 0)))
    arabic, english = weeks(march, AR["week_begins"]), weeks(march, EN["week_begins"])
    assert [day for day, _ in arabic[0]] == [0, 0, 0, 0, 0, 0, 1]  # a Friday
    assert [day for day, _ in english[0]] == [0, 0, 0, 0, 0, 1, 2]
    assert [day for week in arabic for day, row in week if row] == [1, 23]


def test_weeks_that_hold_nothing_are_one_empty_line_between_others_and_none_at_the_ends() -> None:
    march = MonthRow("2019-03", (DayRow("2019-03-08", 1, 0, 0), DayRow("2019-03-23", 1, 0, 0)))
    assert [[day for day, _ in week] for week in weeks(march, AR["week_begins"])] == [
        [2, 3, 4, 5, 6, 7, 8],
        [],
        [23, 24, 25, 26, 27, 28, 29],
    ]


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2019-03-23", "16 رجب 1440 هـ"),
        ("1979-11-20", "1 المحرم 1400 هـ"),
        ("1924-08-01", "1 المحرم 1343 هـ"),
        ("1916-05-16", None),
    ],
)
def test_days_by_the_umm_al_qura_calendar(iso: str, told: str | None) -> None:
    assert hijri_day(iso, AR) == told


def test_the_hijri_months_of_a_month() -> None:
    assert hijri_months("2019-03", AR) == "جمادى الآخرة – رجب 1440 هـ"
    assert hijri_months("2019-09", EN) == "Muharram – Safar 1441 AH"
    assert hijri_months("2019-08", EN) == "Dhu al-Qada 1440 – Muharram 1441 AH"
    assert hijri_months("1900-01", EN) is None


@cache
def daily() -> dict[str, bytes]:
    """Three years with an article a day, and one that names a day long before."""
    first = datetime.date(2017, 1, 1)
    made = [
        article(
            [("body", "كلام")],
            f"a{number:07}",
            date_published=(first + datetime.timedelta(number)).isoformat(),
        )
        for number in range(3 * 365)
    ]
    old = article([("body", "في 5 حزيران 1967")], "b0000001", date_published=None)
    day = mention(old, "5 حزيران 1967", type="date", value="1967-06-05")
    return pages(archive([*made, old], [(old, day)]))


def test_the_calendar_of_years_stays_small() -> None:
    sheets = [path for path in daily() if path.startswith("dates/index")]
    assert len(sheets) == 3
    assert max(len(daily()[path]) for path in sheets) < 120_000
    found = [e for path in sheets for e in Page(daily()[path].decode()).having("out")]
    assert len(found) == 3 * 365


def test_a_month_of_which_texts_only_name_days_is_a_line_after_the_years_with_texts() -> None:
    first = Page(daily()["dates/index.html"].decode())
    assert [e.text for e in first.having("letters")[0].children] == ["1967", "2017", "2018", "2019"]
    shown = Page(daily()["dates/index.p3.html"].decode())
    years = [e.attributes["id"] for e in shown.elements if e.attributes.get("id", "").startswith("y")]
    assert years == ["y2019", "y1967"]
    assert not [e for e in shown.having("month") if "1967" in e.text]
    assert [e.text for e in shown.elements if e.attributes.get("href") == "1967-06-05.html"] == ["5"]


def came() -> Archive:
    """Three articles: the one published last came in first."""
    entities = [
        Entity(id="zayd", type="person", name_ar="زيد"),
        Entity(id="amr", type="person", name_ar="عمرو"),
    ]
    late = article(
        [("body", "قال زيد: انتهت")], "a1", date_published="2019-03-23", date_downloaded="2020-01-05"
    )
    early = article(
        [("body", "قال عمرو: لم تنته")], "a2", date_published="2019-03-20", date_downloaded="2020-02-01"
    )
    bare = article([("body", "كلام زيد")], "a3", date_published="2018-01-01")
    of = archive(
        [late, early, bare],
        [
            (late, mention(late, "زيد", "zayd")),
            (early, mention(early, "عمرو", "amr")),
            (bare, mention(bare, "زيد", "zayd")),
        ],
        [
            (late, claim(late, "انتهت", "c1", Voice(entity="zayd"))),
            (early, claim(early, "لم تنته", "c2", Voice(entity="amr"))),
        ],
        entities,
    )
    return linked(of, link("c2", "c1", "contradicts"))


def test_what_came_in_last_is_first_and_tells_what_it_brought() -> None:
    shown = Page(pages(came())["new.html"].decode())
    lists = shown.having("brought")
    rows = [child for each in lists for child in each.children]
    assert [_article(row) for row in rows] == ["a2", "a1", "a3"]
    newest, before, oldest = (" ".join(row.text.split()) for row in rows)
    assert words()["ar"]["relation"]["contradicts"] in newest
    assert "لم تنته" in newest
    assert "انتهت" in newest
    assert f"{words()['ar']['new']['named']} عمرو" in newest
    assert f"{words()['ar']['new']['speakers']} زيد" in before
    assert words()["ar"]["new"]["named"] not in before  # the one listed at its publication had him
    assert f"{words()['ar']['new']['named']} زيد" in oldest


def test_a_day_of_publication_is_told_as_such() -> None:
    shown = Page(pages(came())["new.html"].decode())
    told = [
        e.text
        for e in shown.elements
        if e.tag == "h2" and e.attributes.get("id", "").startswith(("day", "of"))
    ]
    assert [words()["ar"]["new"]["publication"] in each for each in told] == [False, False, True]


def _article(row: Element) -> str:
    links = (child for child in row.children[0].children if child.tag == "a")
    return next(links).attributes["href"].removeprefix("articles/").removesuffix(".html")


def test_nothing_in_the_archive_is_told() -> None:
    empty = pages(archive([]))
    assert texts(Page(empty["new.html"].decode()), "none") == [words()["ar"]["new"]["none"]]
    assert texts(Page(empty["dates/index.html"].decode()), "none") == [words()["ar"]["dates"]["none"]]


def test_a_concordance_of_several_rows_can_be_put_in_other_orders() -> None:
    lists = [(path, e) for path in site() if "entities/" in path for e in page(path).having("conc")]
    assert lists
    for path, each in lists:
        assert ("data-orders" in each.attributes) == (len(each.children) > 2), path


def test_a_day_does_not_repeat_itself() -> None:
    """Its texts stand without their day, and what names it in one order only."""
    shown = page("dates/2019-03-23.html")
    assert texts(shown, "title")
    assert not shown.having("day")
    assert [e for e in shown.having("conc") if "data-orders" not in e.attributes]
