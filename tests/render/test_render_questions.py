"""Pages of contested questions: positions, who holds them when, contradictions; questions proposed."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from msgspec import structs

from musnad import address
from musnad.ingest import read_question, read_rulings
from musnad.model import Archive, Entity, Link, Position, Proposal, Question, Reason, Relation, Voice
from musnad.render.drawing.lanes import lanes, shape
from musnad.render.pages.questions import Questions
from musnad.render.parts.facing import facing
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.parts.storied import Storied
from musnad.render.values.questions import QuestionView
from tests.render import made
from tests.render.archive import archive as repository
from tests.render.archive import config, pages
from tests.render.html import Element, Page

ENTITIES = [
    Entity(id="zayd", type="person", name_ar="زيد", name_en="Zayd"),
    Entity(id="umar", type="person", name_ar="عمر"),
]
# Claims by id: article, speaker, modality, the day of saying, words.
CLAIMS: dict[str, tuple[int, str | None, str, str | None, str]] = {
    "copen": (1, "zayd", "assert", "2019-03-09", "الطريق مفتوح"),
    "cask": (2, None, "ask", None, "هل الطريق مفتوح"),
    "cyes": (2, "zayd", "answer", None, "نعم"),
    "cshut": (2, "umar", "assert", None, "الطريق مغلق"),
    "cshutagain": (3, "umar", "assert", "2019-03-11", "الطريق مغلق تماما"),
    "cdenied": (3, "zayd", "deny", "2019-03-11", "إغلاق الطريق"),
    "cnever": (4, None, "assert", None, "لا طريق هناك"),
}
QUESTION = Question(
    id="road",
    question={"ar": "هل الطريق مفتوح؟", "en": "Is the road open?"},
    about={"ar": "طريق المدينة"},
    positions=(
        Position({"ar": "مفتوح", "en": "It is open"}, ("cdenied", "cyes", "copen")),
        Position({"ar": "مغلق"}, ("cshut", "cshutagain")),
        Position({"ar": "لا طريق"}, ("cnever",)),
    ),
)


def link(a: str, relation: Relation, b: str, score: float = 1.0) -> Link:
    reason = Reason("ruled", (f"{a} {b}", "salma"))
    return Link(a, b, relation, "curator", reason, score)


LINKS = (
    link("copen", "contradicts", "cshutagain", 0.6),
    link("copen", "contradicts", "cshut", 0.9),
    link("cshut", "same_statement", "cshutagain"),
    link("cdenied", "updates", "cshut"),
    link("copen", "corroborates", "cyes"),
    link("cask", "contradicts", "cnever"),
)


@cache
def made_archive() -> Archive:
    articles: dict[int, Any] = {}
    for number in (1, 2, 3, 4):
        words = [each[4] for each in CLAIMS.values() if each[0] == number]
        date = f"2019-03-{9 + number:02}" if number < 4 else None
        blocks = [("headline", f"خبر {number}"), ("body", "، ".join(words))]
        articles[number] = made.article(blocks, f"a000000{number}", date_published=date)  # type: ignore[arg-type]
    claims = [
        (
            articles[number],
            made.claim(articles[number], words, key, Voice(who), modality=modality, said=said),
        )
        for key, (number, who, modality, said, words) in CLAIMS.items()
    ]
    archive = made.archive(list(articles.values()), (), claims, ENTITIES)
    group = ("cshut", "cshutagain")
    sides = (("copen", "cyes"), ("cshut", "cshutagain"))
    return made.linked(
        archive,
        *LINKS,
        renderings=[group],
        questions=(QUESTION,),
        proposals=(Proposal(sides, 0.9),),
    )


@cache
def site() -> dict[str, bytes]:
    return pages(made_archive())


@cache
def page(path: str) -> Page:
    return Page(site()[path].decode("utf-8"))


def inside(element: Element, *classes: str) -> list[Element]:
    """What of these classes stands in an element."""
    return [e for e in page_of(element).having(*classes) if element in e.above()]


def page_of(element: Element) -> Page:
    return next(
        found for path in site() if path.endswith(".html") and element in (found := page(path)).elements
    )


def columns(path: str) -> list[Element]:
    """The positions of a page."""
    (sides,) = [e for e in page(path).having("sides") if e.tag == "ol"]
    return sides.children


def words(element: Element) -> list[str]:
    return [e.text for e in inside(element, "t")]


def test_every_position_has_its_statements_by_day() -> None:
    shown = columns("questions/road.html")
    assert [words(side) for side in shown] == [
        ["الطريق مفتوح", "إغلاق الطريق", "نعم", "هل الطريق مفتوح"],
        ["الطريق مغلق", "الطريق مغلق تماما"],
        ["لا طريق هناك"],
    ]
    assert all(e.attributes["lang"] == "ar" for side in shown for e in inside(side, "t"))
    headings = [e.text.strip() for e in page("en/questions/road.html").elements if e.tag == "h3"]
    assert headings == ["It is open", "مغلق", "لا طريق"]


def test_a_statement_leads_to_its_page_and_its_place() -> None:
    links = {e.attributes.get("href") for e in page("questions/road.html").elements}
    for position in QUESTION.positions:
        for claim in position.claims:
            assert f"../{address.claim(claim)}" in links
            assert f"../{address.article(f'a000000{CLAIMS[claim][0]}', claim)}" in links


def test_what_is_no_assertion_says_so_before_the_words() -> None:
    open_ = columns("questions/road.html")[0]
    stances = [e.text for e in inside(open_, "stance")]
    assert stances == ["نفي:", "جواب:"]
    assert next(e.parent.text for e in inside(open_, "stance") if e.parent) == "نفي: إغلاق الطريق"


def test_days_tell_who_holds_what() -> None:
    rows = [e for e in page("questions/road.html").elements if e.tag == "tr"]
    told = [[re.sub(r"\s+", " ", cell.text).strip() for cell in row.children] for row in rows]
    assert told == [
        ["يوم", "مفتوح", "مغلق", "لا طريق"],
        ["9 آذار 2019", "مفتوح: زيد", "", ""],
        ["11 آذار 2019", "مفتوح: زيد (2)", "مغلق: عمر (2)", ""],
        ["بلا تاريخ", "", "", "لا طريق: قائل لم يُذكر"],
    ]


def test_contradictions_stand_with_their_reason() -> None:
    shown = page("questions/road.html").having("contradicts", "updates")
    assert [e.classes for e in shown] == [["contradicts"], ["updates"]]  # of two renderings the surer link
    assert words(shown[0]) == ["الطريق مفتوح", "الطريق مغلق"]
    assert "بقرار محرّر (salma): copen cshut" in shown[0].text
    assert words(shown[1])[0] == "إغلاق الطريق"  # the later one first


def test_links_that_share_a_statement_stand_together() -> None:
    rows = {
        row.id: row for moment in view_of(made_archive()).moments for side in moment.sides for row in side
    }
    dispute = view_of(made_archive()).disputes[0]

    def facing_of(*pairs: tuple[str, str]) -> list[tuple[list[str], list[str]]]:
        links = [structs.replace(dispute, one=rows[one], other=rows[other]) for one, other in pairs]
        found = facing(links)
        assert all(
            (each.link is None) == (len(each.one) + len(each.other) > 2)
            and [end.link for end in each.one + each.other].count(None) == (2 if each.link else 1)
            for each in found
        )
        return [([end.row.id for end in each.one], [end.row.id for end in each.other]) for each in found]

    assert facing_of(("copen", "cshut"), ("cyes", "cnever"), ("copen", "cshutagain")) == [
        (["copen"], ["cshut", "cshutagain"]),
        (["cyes"], ["cnever"]),
    ]
    assert facing_of(("copen", "cshut"), ("cyes", "cshut")) == [(["copen", "cyes"], ["cshut"])]
    assert facing_of() == []


def test_no_contradiction_is_said() -> None:
    quiet = structs.replace(made_archive(), links={})
    shown = pages(quiet)["questions/road.html"].decode()
    assert "لم يُسجّل تناقض بين قولين من موقفين." in shown


def view_of(archive: Archive) -> QuestionView:
    """The question's page."""
    names = Names(archive)
    rows = Rows(archive, names)
    return Questions(archive, rows, Storied(archive, names, rows)).view(QUESTION, config())


def test_the_drawing_has_a_point_a_statement_and_a_line_a_contradiction() -> None:
    view = view_of(made_archive())
    drawn = lanes(view, right_to_left=False)
    assert drawn is not None
    assert [[point.row.id for point in lane.points] for lane in drawn.lanes] == [
        ["copen", "cdenied", "cyes"],
        ["cshut", "cshutagain"],
        [],  # undated
    ]
    assert [line.unsure for line in drawn.lines] == [False]
    mirrored = lanes(view, right_to_left=True)
    assert mirrored is not None
    assert [x for x, _ in mirrored.ticks] == [drawn.width - x for x, _ in drawn.ticks]
    for lane in (*drawn.lanes, *mirrored.lanes):
        assert all(0 < point.x < drawn.width and 0 < lane.y < drawn.height for point in lane.points)


def test_many_statements_of_a_day_are_one_point_with_their_number() -> None:
    view = view_of(made_archive())
    row = view.sides[0].held[0].row
    days = [f"2019-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 11)]
    many = [structs.replace(row, id=f"c{day}", said=day) for day in days]
    crowd = tuple(structs.replace(row, id=f"d{n}", said="2019-01-01") for n in range(9))
    moments = tuple(
        structs.replace(
            view.moments[0], day=day, sides=(tuple(r for r in (*many, *crowd) if r.day == day), (), ())
        )
        for day in days
    )
    drawn = lanes(structs.replace(view, moments=moments, disputes=()), right_to_left=True)
    assert drawn is not None
    assert [point.number for point in drawn.lanes[0].points] == [10] + [1] * 119
    named = [x for x, day in drawn.ticks if day]
    assert all(abs(one - other) >= 80 for one, other in pairwise(named))


def test_shapes_differ() -> None:
    assert len({shape(side) for side in range(10)}) == 10
    assert shape(10) == shape(0)


def test_the_list_names_the_positions() -> None:
    for path in ("questions/index.html", "index.html"):
        (listed,) = [e for e in page(path).having("asked") if e.tag == "ol"]
        assert "هل الطريق مفتوح؟" in listed.text
        sides = [e for e in page(path).elements if e.tag == "li" and listed in e.above()[1:]]
        told = [re.sub(r"\s+", " ", e.text).strip() for e in sides]
        assert told == ["مفتوح 3 أقوال", "مغلق قولان", "لا طريق قول واحد"]
        assert "من 9 آذار إلى 11 آذار 2019" in listed.text


def test_an_archive_without_questions_says_so() -> None:
    bare = structs.replace(made_archive(), questions=(), proposals=())
    shown = pages(bare)
    assert "لم يوضع سؤال بعد." in shown["questions/index.html"].decode()
    assert "proposed" not in shown["review.html"].decode()


def test_a_proposed_question_can_be_copied() -> None:
    shown = page("review.html")
    (proposed,) = [e for e in shown.having("proposed") if e.tag == "ol"]
    denial, question = (e.text for e in shown.elements if e.tag == "pre" and proposed in e.above())
    read, problems = read_question("content/questions/x.yaml", question.encode())
    assert problems == ()
    assert read is not None
    assert [position.claims for position in read.positions] == [("copen", "cyes"), ("cshut", "cshutagain")]
    assert "# زيد: الطريق مفتوح\n" in question
    rulings, problems = read_rulings("content/corrections/a0000001.yaml", denial.encode())
    assert problems == ()
    assert [(one.a, one.b, one.relation) for one in rulings] == [("copen", "cshut", None)]


@pytest.mark.parametrize("question", repository().questions, ids=lambda question: question.id)
def test_the_repositorys_own_questions_hold(question: Question) -> None:
    """Every statement that they name is found, and every position has one."""
    assert set(question.lines) <= repository().claims.keys()
    assert all("ar" in position.name and "en" in position.name for position in question.positions)


def test_curators_words_stay_apart_from_what_stands_beside_them() -> None:
    """Words that turn the direction of writing and never end it do so for themselves alone."""
    turned = "\u202eمفتوح"
    question = structs.replace(
        QUESTION,
        question={"ar": turned},
        positions=(structs.replace(QUESTION.positions[0], name={"ar": turned}), *QUESTION.positions[1:]),
    )
    reason = Reason("ruled", (turned, turned))
    links = {
        key: tuple(structs.replace(each, reason=reason) for each in found)
        for key, found in made_archive().links.items()
    }
    shown = pages(structs.replace(made_archive(), questions=(question,), links=links))
    for path in ("questions/road.html", "questions/index.html", "index.html", "claims/copen.html"):
        html = shown[path].decode()
        html = re.sub(r"<meta [^>]*>|<script type=application/ld\+json>.*?</script>", "", html)  # not shown
        alone = re.findall(rf"(<bdi[^>]*>|<text[^>]*>|&#x2068;){turned}(</bdi>|</text>|&#x2069;)", html)
        assert len(alone) == html.count(turned) > 0, path


def test_a_long_name_of_a_lane_is_cut_and_whole_in_its_title() -> None:
    name = "موقف طويل " * 40 + "في آخره كلمة"
    first, *others = QUESTION.positions
    question = structs.replace(QUESTION, positions=(structs.replace(first, name={"ar": name}), *others))
    html = pages(structs.replace(made_archive(), questions=(question,)))["questions/road.html"].decode()
    lanes_ = re.findall(r"<text class=lane[^>]*>(.*?)</text>", html)
    found = re.fullmatch(r"<title>(.*)</title>(.*)…", lanes_[0])
    assert found
    assert found[1] == name
    assert len(found[2]) <= 100
    assert name.startswith(found[2])
    assert lanes_[1:] == ["مغلق", "لا طريق"]
