"""Statements' pages: who says it, through whom, in which words, who says otherwise; and links elsewhere."""

from __future__ import annotations

import posixpath
from functools import cache

import pytest

from musnad import address
from musnad.model import Archive, Copied, Entity, Link, Position, Question, Reason, Statement, Voice
from musnad.render.parts.rows import Rows
from musnad.render.plan import plan
from musnad.render.values.common import StatementRow
from tests.render.archive import archive as repository
from tests.render.archive import config, pages, site, words
from tests.render.html import Element, Page
from tests.render.made import archive, article, claim, link, linked

ENTITIES = [
    Entity(id="zayd", type="person", name_ar="زيد", name_en="Zayd"),
    Entity(id="umar", type="person", name_ar="عمر"),
    Entity(id="wakala", type="organization", name_ar="الوكالة", role="agency"),
    Entity(id="sahifa", type="organization", name_ar="الصحيفة", role="outlet"),
    Entity(id="qanat", type="organization", name_ar="القناة", role="outlet"),
]
WORDS = {  # by claim: its words in its article
    "cfirst": "المعارك لم تنته بعد في البلدة",
    "cagain": "«المعارك» لم تنتهِ بعد في القرية",
    "csame": "المعارك لم تنته بعد في البلدة",
    "clater": "المعارك انتهت في البلدة",
    "cagainst": "المعارك انتهت منذ يومين",
    "cperhaps": "لا معارك في البلدة",
    "cwith": "القتال مستمر",
    "calone": "السوق مفتوحة",
}
TIES = [
    link("cfirst", "cagain", "same_statement", origin="wakala"),
    link("cfirst", "csame", "same_statement"),
    link("clater", "cfirst", "updates"),
    link("cfirst", "cperhaps", "contradicts", 0.4),
    link("cagain", "cagainst", "contradicts", reason=Reason("ends", ("لم تنته", "انتهت"))),
    link("cfirst", "cwith", "corroborates", 0.9),
]


@cache
def made() -> Archive:
    """Eight articles of a statement each, a day after the other, joined as above."""
    articles, claims = [], []
    for number, (key, content) in enumerate(WORDS.items()):
        one = article(
            [("headline", f"عنوان {number}"), ("body", f"وقال المتكلم إن {content}، ثم مضى.")],
            f"a{number:07}",
            date_published=f"2019-03-{10 + number}",
            outlet=("sahifa", "qanat")[number % 2],
        )
        speaker = "umar" if key in ("cagainst", "cperhaps") else "zayd"
        articles.append(one)
        claims.append((one, claim(one, content, key, Voice(entity=speaker), via=(Voice(entity="wakala"),))))
    return linked(
        archive(articles, (), claims, ENTITIES),
        *TIES,
        renderings=[("cfirst", "cagain", "csame")],
        copied={
            key: (Copied("a0000000", 10, 50, "a0000007", 10, 50, "wakala"),)
            for key in ("a0000000", "a0000007")
        },
        questions=(
            Question("q", {"ar": "هل انتهت؟"}, (Position({"ar": "لم تنته"}, ("cfirst",)),), path="q.yaml"),
        ),
    )


@cache
def shown(path: str) -> Page:
    return Page(made_site()[path].decode("utf-8"))


@cache
def made_site() -> dict[str, bytes]:
    return pages(made())


def statement(key: str, folder: str = "") -> Page:
    return shown(f"{folder}{address.claim(key)}")


def hrefs(element: Element | Page) -> list[str]:
    elements = element.elements if isinstance(element, Page) else inside(element)
    return [e.attributes["href"] for e in elements if e.tag == "a" and "href" in e.attributes]


def inside(element: Element) -> list[Element]:
    return [element, *(each for child in element.children for each in inside(child))]


def with_id(page: Page, key: str) -> Element:
    return next(e for e in page.elements if e.attributes.get("id") == key)


def part(page: Page, key: str) -> Element:
    """The section labelled by a heading."""
    return next(e for e in page.elements if e.attributes.get("aria-labelledby") == key)


def test_every_statement_has_its_page_in_every_language() -> None:
    keys = [claim.id for own in repository().annotations.values() for claim in own.claims]
    assert len(keys) > 50
    assert len({address.claim(key) for key in keys}) == len(keys)
    for key in keys:
        assert address.claim(key) in site()
        assert f"en/{address.claim(key)}" in site()


@pytest.mark.parametrize("key", ["index", "unnamed"])
def test_no_statement_takes_the_address_of_a_list(key: str) -> None:
    assert address.claim(key) != f"claims/{key}.html"


def test_a_page_says_who_through_whom_and_where() -> None:
    for at in repository().claims.values():
        own = repository().annotations[at.article].claims[at.claim]
        page = Page(site()[address.claim(own.id)].decode("utf-8"))
        head = page.elements[[e.tag for e in page.elements].index("h1")]
        assert own.content.text.startswith(head.children[-1].text)
        assert (head.children[0].text == f"{words()['ar']['modality'][own.modality]}:") == (
            own.modality != "assert"
        )
        record = page.having("record")[0]
        if own.source:
            assert own.source.text in record.text
        if own.cue:
            assert f"«{own.cue.text}»" in record.text
        assert f"../{address.article(at.article, own.id)}" in hrefs(record)
        assert own.content.text in part(page, "place").text


def test_renderings_stand_letter_for_letter() -> None:
    for key in ("cfirst", "cagain", "csame"):
        found = [e.text for e in statement(key).elements if e.tag == "blockquote"]
        assert found[0] == WORDS[key]
        assert sorted(found) == sorted({WORDS["cfirst"], WORDS["cagain"]})


def test_marks_of_a_rendering_are_its_own_words() -> None:
    quotes = [e for e in statement("cfirst").elements if e.tag == "blockquote"]
    assert [[e.text for e in inside(quote) if e.tag == "mark"] for quote in quotes] == [
        ["البلدة"],
        ["القرية"],
    ]


def test_each_rendering_has_its_way_to_its_place() -> None:
    ways = [hrefs(e) for e in part(statement("cfirst"), "wordings").children[1].children]
    last = {way for hrefs_ in ways for way in hrefs_ if "#c" in way and "articles" in way}
    assert last == {
        "../articles/a0000000.html#cfirst",
        "../articles/a0000001.html#cagain",
        "../articles/a0000002.html#csame",
    }


def test_one_origin_is_said() -> None:
    assert "من أصل واحد: الوكالة" in part(statement("cfirst"), "wordings").text
    assert "من أصل واحد" not in part(statement("csame"), "wordings").text


def test_contradictions_come_first_and_unsure_ones_after_sure_ones() -> None:
    links = part(statement("cfirst"), "links")
    kinds = [e.attributes["id"] for e in inside(links) if e.tag == "h3"]
    assert kinds == ["contradicts", "updated_by", "corroborates"]
    against = part(statement("cfirst"), "contradicts")
    rows = [e for e in inside(against) if e.tag == "li" and e.parent and "statements" in e.parent.classes]
    assert [WORDS[key] in row.text for key, row in zip(("cagainst", "cperhaps"), rows, strict=True)] == [
        True
    ] * 2
    assert ["محلّ نظر" in row.text for row in rows] == [False, True]


def test_a_link_of_another_rendering_is_told_as_that() -> None:
    against = part(statement("cfirst"), "contradicts")
    assert "../claims/cagain.html" in hrefs(against)
    assert "../claims/cfirst.html" not in hrefs(part(statement("cagain"), "contradicts"))[:1]


def test_who_contradicts_is_said_at_the_top() -> None:
    assert "عمر" in statement("cfirst").having("standing")[0].text
    for key in ("calone", "clater"):
        assert "لا قول في الأرشيف سُجّل مناقضًا له." in statement(key).having("standing")[0].text


def test_links_are_told_on_both_pages() -> None:
    for tie in TIES:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            for folder in ("", "en/"):
                assert f"../claims/{other}.html" in hrefs(statement(one, folder)), (one, other)
    assert "يحدّثه لاحقًا" in part(statement("cfirst"), "links").text
    assert "يحدّث أسبق منه" in part(statement("clater"), "links").text


def test_links_between_texts_of_the_repository_are_told_on_both_pages() -> None:
    for key, links in repository().links.items():
        page = Page(site()[address.claim(key)].decode("utf-8"))
        led = {posixpath.basename(href) for href in hrefs(page)}
        for each in links:
            other = each.b if each.a == key else each.a
            group = repository().renderings.get(other, (other,))
            assert {f"{one}.html" for one in group} & led, (key, other)


def test_where_it_appeared_is_told_in_order_of_time() -> None:
    spread = part(statement("cagain"), "spread")
    led = [href for href in hrefs(spread) if "articles" in href]
    assert led == [
        "../articles/a0000000.html#cfirst",
        "../articles/a0000001.html#cagain",
        "../articles/a0000002.html#csame",
    ]
    assert spread.text.count("أول ظهوره") == 1
    assert [e for e in inside(spread) if e.tag == "svg"]


def test_a_statement_of_one_day_has_no_drawing() -> None:
    alone = repository().claims.keys() - repository().links.keys() - repository().renderings.keys()
    alone -= {key for key in alone if repository().claims[key].article in repository().copied}
    for key in alone:
        assert b"<svg" not in site()[address.claim(key)]


def test_a_copied_passage_is_told() -> None:
    spread = part(statement("cfirst"), "spread")
    assert "../articles/a0000007.html#p2" in hrefs(spread)
    assert "ضمن فقرة منقولة" in spread.text
    assert "../articles/a0000000.html#p2" in hrefs(part(statement("calone"), "spread"))
    assert "a0000007.html#p2" in " ".join(hrefs(part(shown("articles/a0000000.html"), "source")))


def test_a_question_is_told() -> None:
    (record,) = statement("cfirst").having("record")
    assert "../questions/q.html" in hrefs(record)


def test_a_citation_has_the_pages_address() -> None:
    """The same in every interface: that of the page at the site's root."""
    for folder in ("", "en/"):
        box = with_id(statement("calone", folder), "cite")
        assert "https://example.org/archive/claims/calone.html" in box.text
        assert "/en/" not in box.text


def note(key: str, number: int = 1) -> Element:
    return with_id(shown(f"articles/{key}.html"), f"n{number}")


def test_a_note_leads_to_its_statement_and_shows_the_weightiest_link() -> None:
    first = note("a0000000")
    assert "../claims/cfirst.html" in hrefs(first)
    assert "يحدّثه لاحقًا" in first.text  # the sure contradiction is another rendering's
    assert WORDS["clater"] in first.text
    assert "../claims/cfirst.html#links" in hrefs(first)
    again = note("a0000001")
    assert "يناقضه" in again.text
    assert WORDS["cagainst"] in again.text
    assert "محلّ نظر" not in again.text
    assert "محلّ نظر" in note("a0000005").text


def test_a_note_without_links_has_none() -> None:
    assert "rel" not in [name for e in inside(note("a0000007")) for name in e.classes]


def test_a_speaker_who_turns_is_seen_to() -> None:
    page = shown("entities/zayd.html")
    turns = [e for e in page.having("rel") if "updates" in e.classes]
    assert len(turns) == 1
    assert "يحدّث أسبق منه" in turns[0].text
    assert hrefs(turns[0]) == ["../claims/cfirst.html"]
    assert WORDS["clater"] in (turns[0].parent.text if turns[0].parent else "")
    assert not shown("entities/umar.html").having("rel")


def test_many_renderings_do_not_make_every_page_long() -> None:
    keys = tuple(f"c{number:03}" for number in range(60))
    articles = [
        article([("body", f"قال إن الجو صحو {number}")], f"a{number:07}") for number in range(len(keys))
    ]
    claims = [(one, claim(one, f"الجو صحو {n}", keys[n])) for n, one in enumerate(articles)]
    links: list[Link] = [link(keys[0], key, "same_statement") for key in keys[1:]]
    found = pages(linked(archive(articles, (), claims), *links, renderings=[keys]))
    quotes = {
        key: sum(e.tag == "blockquote" for e in Page(found[address.claim(key)].decode()).elements)
        for key in keys
    }
    assert quotes[keys[0]] == len(keys)
    assert max(quotes[key] for key in keys[1:]) <= 25
    assert "../claims/c000.html#wordings" in hrefs(Page(found[address.claim(keys[40])].decode()))


def test_of_many_turns_two_are_shown_and_the_others_told() -> None:
    articles = [
        article([("body", f"قال زيد إن الجو {n}")], f"a{n:07}", date_published=f"2019-03-1{n}")
        for n in range(5)
    ]
    claims = [(one, claim(one, f"الجو {n}", f"c{n}", Voice(entity="zayd"))) for n, one in enumerate(articles)]
    links = [link(f"c{n}", "c4", "contradicts", (0.3, 1.0)[n % 2]) for n in range(4)]
    found = pages(linked(archive(articles, (), claims, ENTITIES), *links))
    turns = Page(found["entities/zayd.html"].decode()).having("rel")
    assert [hrefs(turn) for turn in turns] == [
        ["../claims/c1.html"],
        ["../claims/c3.html"],
        ["../claims/c4.html#links"],
    ]


def test_renderings_by_the_hundred_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of hundreds of texts with one statement, all linked, no more rows are made than are shown."""
    number = 200
    articles, claims = [], []
    for each in range(2 * number):
        one = article([("headline", f"عنوان {each}"), ("body", "المعارك انتهت.")], f"a{each:07}")
        articles.append(one)
        claims.append((one, claim(one, "المعارك انتهت", f"c{each:07}")))
    keys = [each.id for _, each in claims]
    one, other = tuple(keys[:number]), tuple(keys[number:])
    ties = [link(one[0], key, "same_statement") for key in one[1:]]
    ties += [link(a, b, "contradicts") for a in one[:50] for b in other[:50]]
    whole = linked(archive(articles, (), claims), *ties, renderings=[one, other])
    made_rows = 0
    row = Rows.statement

    def counted(self: Rows, at: Statement) -> StatementRow:
        nonlocal made_rows
        made_rows += 1
        return row(self, at)

    monkeypatch.setattr(Rows, "statement", counted)
    assert sum(1 for page in plan(whole, config()) if page.address.startswith("claims/c0")) > 2 * number
    assert made_rows < 80 * number
