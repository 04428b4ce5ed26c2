"""Pages of stories: what each text answers and counts, what they say alike and against each other."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from msgspec import structs

from musnad import address
from musnad.ingest import read_story
from musnad.model import (
    Archive,
    Count,
    Entity,
    Link,
    Measure,
    Position,
    Quantity,
    Question,
    Reason,
    Story,
    Voice,
)
from tests.render import made
from tests.render.archive import archive as repository
from tests.render.archive import pages
from tests.render.archive import site as repository_site
from tests.render.html import Element, Page

ENTITIES = [
    Entity(id="zayd", type="person", name_ar="زيد", name_en="Zayd"),
    Entity(id="umar", type="person", name_ar="عمر"),
    Entity(id="town", type="place", name_ar="البلدة", name_en="The town"),
    Entity(id="agency", type="organization", name_ar="الوكالة", role="agency"),
]
# Claims by id: article, speaker, modality, the day of saying, words.
CLAIMS: dict[str, tuple[int, str | None, str, str | None, str]] = {
    "copen": (1, "zayd", "assert", "2019-03-09", "الطريق مفتوح"),
    "cshut": (2, "umar", "assert", None, "الطريق مغلق"),
    "cdenied": (2, "zayd", "deny", None, "إغلاق الطريق"),
    "cthree": (3, "umar", "assert", None, "الجسر سليم"),
    "cbridge": (2, None, "assert", None, "الجسر قائم"),
    "cfell": (1, None, "assert", None, "الجسر سقط"),
}
QUESTION = Question(
    id="road",
    question={"ar": "هل الطريق مفتوح؟", "en": "Is the road open?"},
    positions=(
        Position({"ar": "مفتوح", "en": "It is open"}, ("copen", "cdenied")),
        Position({"ar": "مغلق", "en": "It is shut"}, ("cshut",)),
    ),
)


def link(a: str, relation: Any, b: str, score: float = 1.0, origin: str | None = None) -> Link:
    return Link(a, b, relation, "curator", Reason("ruled", (f"{a} {b}", "salma")), score, origin)


LINKS = (
    link("copen", "contradicts", "cshut", 0.6),
    link("cfell", "contradicts", "cbridge", 0.9),
    link("cbridge", "corroborates", "cthree", 0.9, "agency"),
)
STORY = Story(
    id="s-a0000001",
    articles=("a0000001", "a0000002", "a0000003"),
    when="2019-03-10/2019-03-12",
    entities=("town", "zayd"),
)


@cache
def story_archive(fixed: bool = False, texts: int = 3) -> Archive:
    """Three articles of one story, and a fourth; more of them without statements."""
    articles: dict[int, Any] = {}
    for number in range(1, max(texts, 4) + 1):
        words = [each[4] for each in CLAIMS.values() if each[0] == number]
        blocks = [("headline", f"خبر {number}"), ("body", "، ".join([*words, "نزح 300 شخص"]))]
        articles[number] = made.article(
            blocks,
            f"a{number:07}",
            date_published=f"2019-03-{9 + number:02}",
            outlet=f"صحيفة {number}",  # type: ignore[arg-type]
        )
    claims = [
        (articles[n], made.claim(articles[n], words, key, Voice(who), modality=modality, said=said))
        for key, (n, who, modality, said, words) in CLAIMS.items()
    ]
    archive = made.linked(
        made.archive(list(articles.values()), (), claims, ENTITIES), *LINKS, questions=(QUESTION,)
    )
    keys = tuple(f"a{number:07}" for number in range(1, texts + 1))
    story = structs.replace(STORY, articles=keys)
    if fixed:
        story = structs.replace(
            story, id="road", fixed=True, title={"ar": "الطريق", "en": "The road"}, about={"ar": "قصة"}
        )
    return structs.replace(archive, stories=(story,))


@cache
def page(path: str, fixed: bool = False, texts: int = 3) -> Page:
    return Page(pages(story_archive(fixed, texts))[path].decode("utf-8"))


def said(element: Element) -> str:
    return re.sub(r"\s+", " ", element.text).strip()


def stands_in(element: Element, other: Element) -> bool:
    return any(above is other for above in element.above())


def inside(of: Page, element: Element, *classes: str) -> list[Element]:
    return [e for e in of.having(*classes) if stands_in(e, element)]


def rows(of: Page) -> list[list[Element]]:
    """The cells of the matrix, row by row."""
    (table,) = of.having("matrix")
    return [row.children for row in of.elements if row.tag == "tr" and stands_in(row, table)]


def test_texts_stand_in_order_of_day_under_their_sources() -> None:
    heads = [said(cell) for cell in rows(page("stories/road.html", fixed=True))[0]]
    assert heads == [f"{9 + n} آذار صحيفة {n} خبر {n}" for n in (1, 2, 3)]


def test_a_cell_has_words_speaker_day_and_what_contradicts_them() -> None:
    shown = page("stories/road.html", fixed=True)
    head, cells = rows(shown)[1], rows(shown)[2]
    assert said(head[0]) == "هل الطريق مفتوح؟ مفتوح مغلق"
    first, second, third = cells
    assert [
        e.text
        for e in inside(shown, first, "t")
        if e.attributes.get("href", "").startswith("../claims/copen")
    ] == ["الطريق مفتوح"]
    assert "زيد · 9 آذار" in said(first)
    assert "يناقضه عمر، في نص 11 آذار" in said(first)
    assert "محلّ نظر" in said(first)
    assert "نفي: إغلاق الطريق" in said(second)
    assert said(third) == "لا يقول"
    links = {e.attributes.get("href") for e in shown.elements}
    assert f"../{address.article('a0000001', 'copen')}" in links


def test_in_english_a_side_is_told_in_words() -> None:
    shown = page("en/stories/road.html", fixed=True)
    sides = [said(e) for e in shown.having("side")]
    assert sides == ["It is open", "It is open", "It is shut"]
    assert said(next(e for e in shown.elements if e.tag == "h1")) == "The road"


def test_contradictions_that_no_question_holds_have_their_reason() -> None:
    shown = page("stories/road.html", fixed=True)
    (listed,) = shown.having("disputes")
    assert "الجسر سقط" in listed.text
    assert "الجسر قائم" in listed.text
    assert "بقرار محرّر (salma): cfell cbridge" in listed.text
    assert "الطريق مغلق" not in listed.text


def test_two_texts_can_be_chosen_to_compare_those_most_at_odds_first() -> None:
    shown = page("stories/road.html", fixed=True)
    chosen = [e.attributes["value"] for e in shown.elements if "selected" in e.attributes]
    assert chosen == ["a0000001", "a0000002"]
    hrefs = {e.attributes.get("href") for e in shown.elements}
    assert "../compare.html?a=a0000001&b=a0000002" in hrefs


def test_what_texts_say_alike_is_told_with_its_one_origin() -> None:
    shown = page("stories/road.html", fixed=True)
    (alike,) = shown.having("agreed")
    assert [e.text for e in inside(shown, alike, "t") if "claims/" in e.attributes.get("href", "")] == [
        "الجسر قائم",
        "الجسر سليم",
    ]
    assert "أقوال متفقة في خبرين · من أصل واحد: الوكالة" in said(alike)


def test_figures_in_the_texts_own_voice_have_no_speaker() -> None:
    archive = story_archive(fixed=True)
    number = Quantity(300, "=", "شخص", "displaced")
    own = {
        article.id: structs.replace(
            archive.annotations[article.id],
            mentions=(made.mention(article, "300 شخص", type="quantity", value=number),),
        )
        for article in archive.articles
    }
    lone = tuple(
        Measure(f"m{key}", "displaced", "", None, None, (Count(key, 0, 0, None, 300, 300),)) for key in own
    )
    shown = Page(pages(structs.replace(archive, annotations=own, lone=lone))["stories/road.html"].decode())
    head, cells = rows(shown)[-2:]
    assert said(head[0]) == "نازحون ولاجئون أرقام كل نص، وقد لا تكون لشيء واحد"
    assert all(said(cell).endswith("300 شخص بلسان النص") for cell in cells)


def test_a_proposed_story_says_so_and_how_to_fix_it() -> None:
    path = "stories/s-a0000001.html"
    shown = page(path)
    assert said(next(e for e in shown.elements if e.tag == "h1")) == "البلدة، زيد"
    assert "قصة تقترحها الآلة" in said(shown.having("kicker")[0])
    assert "وقد يغيب عنها ما هو منها" in said(shown.having("lede")[0])
    (lines,) = [e.text for e in shown.elements if e.tag == "pre"]
    story, problems = read_story("content/stories/s-a0000001.yaml", lines.encode())
    assert story
    assert not problems
    assert story.articles == STORY.articles


def test_a_sheet_may_have_contradictions_and_no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("musnad.render.pages.stories._UNHELD", 1)
    more = structs.replace(LINKS[1], a="cthree", b="cfell")
    archive = story_archive(fixed=True)
    links = {key: (*own, more) if key in ("cthree", "cfell") else own for key, own in archive.links.items()}
    sheet = Page(pages(structs.replace(archive, links=links))["stories/road.p2.html"].decode())
    assert sheet.having("disputes")
    assert not [e for e in sheet.elements if e.attributes.get("id") == "texts"]


def test_a_story_of_many_texts_has_a_card_for_each_that_says_something() -> None:
    shown = page("stories/s-a0000001.html", texts=9)
    (table,) = shown.having("matrix")
    assert table.classes == ["matrix"]
    assert not [e for e in shown.elements if e.tag == "thead" and stands_in(e, table)]
    assert len(inside(shown, table, "card")) == 2
    sheets = pages(story_archive(texts=30))
    assert "stories/s-a0000001.p2.html" in sheets


def test_stories_are_listed_and_named_where_a_reader_looks() -> None:
    for path in ("stories/index.html", "index.html"):
        (told,) = page(path, fixed=True).having("told")
        assert "الطريق" in told.text
        assert "3 أخبار صحيفة 1، صحيفة 2، صحيفة 3 6 أقوال سؤال واحد تناقضان" in said(told)
    for key in ("a0000001", "a0000004"):
        shown = page(f"articles/{key}.html", fixed=True)
        named = [e for e in shown.elements if e.attributes.get("href") == "../stories/road.html"]
        assert len(named) == (key == "a0000001")
    assert "(تقترحها الآلة)" in page("articles/a0000001.html").having("facts")[0].text


@pytest.mark.parametrize("path", ["questions/road.html", "claims/copen.html"])
def test_questions_and_statements_name_their_story(path: str) -> None:
    shown = page(path, fixed=True)
    assert [e.text for e in shown.elements if e.attributes.get("href") == "../stories/road.html"] == [
        "الطريق"
    ]


def test_no_story_is_said() -> None:
    quiet = pages(structs.replace(story_archive(), stories=()))
    assert "لا قصة بعد." in quiet["stories/index.html"].decode()
    main = quiet["index.html"].decode().partition("<main")[2]
    assert "stories/" not in main


def test_the_seeds_story_answers_whether_the_battle_is_over() -> None:
    """Its page begins with the question, and every text that has an answer shows some of it unfolded."""
    shown = Page(repository_site()["stories/baghuz.html"].decode())
    (story,) = repository().stories
    assert len(story.articles) == 5
    head, cells = rows(shown)[1], rows(shown)[2]
    assert said(head[0]).startswith("هل انتهت معركة الباغوز؟")
    for cell in cells:
        words = [e for e in inside(shown, cell, "t") if "claims/" in e.attributes.get("href", "")]
        assert [e for e in words if not any("folded" in above.classes for above in e.above())]
