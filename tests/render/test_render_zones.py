"""What an article's page makes of each zone, of posts, glued blocks, formats and hostile words."""

import json
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad import render
from musnad.model import (
    Archive,
    Article,
    Claim,
    Entity,
    Format,
    Mention,
    Post,
    Quantity,
    Source,
    Span,
    Voice,
    Zone,
)
from musnad.render.values.common import Sheet
from tests.render.archive import config, pages, templates, words
from tests.render.html import Element, Page
from tests.render.made import archive, article, claim, mention

HOSTILE = (
    "<script>alert(1)</script>\"><img src=x onerror=alert(2)> \u202e\u2066 {{ 7*7 }} {% raw %} &amp; ' `"
)


def shown(of: Archive, path: str = "articles/a0000001.html") -> Page:
    return Page(pages(of)[path].decode("utf-8"))


def element(page: Page, key: str) -> Element:
    return next(e for e in page.elements if e.attributes.get("id") == key)


def around(page: Page, key: str) -> list[str]:
    """The tags and classes of everything a block stands in, from the inside."""
    return [name for e in element(page, key).above() for name in (e.tag, *e.classes)]


def letter_for_letter(of: Article, page: Page) -> None:
    for number, block in enumerate(of.blocks, 1):
        assert element(page, f"p{number}").text == of.text[block.start : block.end]


def test_zones() -> None:
    one = article(
        [
            ("residue", "Sorry, you need to enable JavaScript."),
            ("headline", "عنوان الخبر"),
            ("subhead", "سطر تحت العنوان"),
            ("caption", "صورة من المكان"),
            ("dateline", "دمشق (وكالة) –"),
            ("body", "قال مسؤول كلامًا."),
            ("subhead", "عنوان في الوسط"),
            ("quote", "كلام طويل لغيره"),
            ("residue", "اقرأ المزيد"),
            ("residue", "شارك"),
            ("tweet", "الباغوز .."),
            ("residue", "pic.twitter.com/xDdo9Mya9g"),
            ("credit", "— فلان (@fulan) March 20, 2019"),
            ("credit", "المصدر : القدس العربي"),
            ("appended", "حرب"),
            ("appended", "فلم هندي طويل"),
        ],
        glued=(5, 14),
        posts_of={10: 0, 11: 0, 12: 0},
        posts=(Post(author="فلان", handle="fulan"),),
    )
    page = shown(archive([one]))
    letter_for_letter(one, page)
    tags = {f"p{n}": element(page, f"p{n}").tag for n in range(1, 17)}
    assert tags["p2"] == "h1"
    assert tags["p7"] == "h2"
    assert "dek" in element(page, "p3").classes
    assert around(page, "p1")[:2] == ["details", "residue"]
    assert element(page, "p5").parent is element(page, "p6").parent
    assert around(page, "p8")[0] == "blockquote"
    assert element(page, "p9").parent is element(page, "p10").parent
    assert around(page, "p11")[:2] == ["blockquote", "post"]
    assert around(page, "p12")[:4] == ["details", "residue", "blockquote", "post"]
    assert around(page, "p13")[:3] == ["footer", "blockquote", "post"]
    assert "post" not in around(page, "p14")
    assert "appended" in around(page, "p15")
    assert "appended" in around(page, "p16")
    assert element(page, "p15").parent is not element(page, "p14").parent


def test_an_article_without_a_headline_is_called_by_its_opening() -> None:
    words = "أعلنت قوات سوريا الديمقراطية المدعومة أميركيًّا، النصر النهائي على التنظيم شرقي سوريا اليوم."
    one = article([("body", words)])
    page = shown(archive([one]))
    heading = next(e for e in page.elements if e.tag == "h1")
    assert heading.text == "أعلنت قوات سوريا الديمقراطية المدعومة أميركيًّا"
    letter_for_letter(one, page)


def test_links_of_the_source() -> None:
    one = article(
        [("body", "زر الموقع أو هذا أو ذاك")],
        formats=(
            Format(3, 9, "a", "https://example.org/?a=1&b=2"),
            Format(13, 16, "a", "javascript:alert(1)"),
            Format(20, 23, "strong"),
        ),
    )
    page = shown(archive([one]))
    letter_for_letter(one, page)
    inside = [e for e in page.elements if element(page, "p1") in e.above()]
    assert [(e.tag, e.attributes.get("href")) for e in inside] == [
        ("a", "https://example.org/?a=1&b=2"),
        ("span", None),
        ("strong", None),
    ]


def test_marks_say_what_they_stand_for() -> None:
    one = article([("body", "قتل أكثر من 20 مدنيا في دمشق يوم 20 آذار")])
    found = [
        mention(one, "أكثر من 20 مدنيا", type="quantity", value=Quantity(20, ">", "مدنيا")),
        mention(one, "دمشق", "damascus", type="place", by="names"),
        mention(one, "20 آذار", type="date", value="2019-03-20"),
        mention(one, "آذار", type="date", value=None),
    ]
    entity = Entity(id="damascus", type="place", name_ar="دمشق", name_en="Damascus")
    of = archive([one], [(one, m) for m in found], entities=[entity])
    titles = {e.text: e.attributes["title"] for e in shown(of).having("m") if "title" in e.attributes}
    assert titles == {
        "أكثر من 20 مدنيا": "رقم",
        "دمشق": "مكان",
        "20 آذار": "تاريخ: 20 آذار 2019",
        "آذار": "تاريخ: لا يُستدل عليه من النص",
    }
    english = {
        e.text: e.attributes["title"]
        for e in shown(of, "en/articles/a0000001.html").having("m")
        if "title" in e.attributes
    }
    assert english["دمشق"] == "Place: Damascus"
    assert english["أكثر من 20 مدنيا"] == "Figure: more than 20 مدنيا"


def test_the_way_joins_what_all_statements_share() -> None:
    one = article([("body", "قال زيد أولا. وقال عمرو ثانيا. ملحق")], outlet="o", credit="k", agencies=("w",))
    first = claim(one, "أولا", "c0000001", Voice(name="زيد"), via=(Voice(name="تصريح"), Voice(entity="w")))
    second = claim(one, "ثانيا", "c0000002", Voice(name="عمرو"), via=(Voice(entity="w"),))
    entities = [Entity(id=key, type="organization", name_ar=f"هيئة {key}") for key in "okw"]
    page = shown(archive([one], claims=[(one, first), (one, second)], entities=entities))
    way = next(e for e in page.having("way"))
    steps = [e.text for e in page.having("trunk")[0].children]
    assert steps == ["هيئة w", "هيئة k", "هيئة o"]
    strands = [" ".join(e.text.split()) for e in way.children[0].children]
    assert strands == ["زيد 1تصريح", "عمرو 1"]


def test_text_of_another_hand_did_not_come_through_the_outlet() -> None:
    one = article([("body", "قال زيد أولا."), ("appended", "قال عمرو ثانيا.")], outlet="ناشر")
    first = claim(one, "أولا", "c0000001", Voice(name="زيد"), via=(Voice(name="قناة"),))
    second = claim(one, "ثانيا", "c0000002", Voice(name="عمرو"), via=(Voice(name="قناة"),))
    page = shown(archive([one], claims=[(one, first), (one, second)]))
    paths = [[step.text for step in e.children] for e in page.having("from")]
    assert paths == [["زيد", "قناة", "ناشر"], ["عمرو", "قناة"]]


def test_a_run_of_one_speaker_names_the_speaker_to_the_eye_once() -> None:
    one = article(
        [("body", "قال زيد أولا وثانيا. وقيل ثالثا ورابعا. وقال عمرو خامسا"), ("body", "وقال سادسا")]
    )
    speakers = ["زيد", "زيد", None, None, "عمرو", "عمرو"]
    said = ["أولا", "وثانيا", "ثالثا", "ورابعا", "خامسا", "سادسا"]
    claims = [
        (one, claim(one, words, f"c000000{at}", Voice(name=name)))
        for at, (words, name) in enumerate(zip(said, speakers, strict=True), 1)
    ]
    page = shown(archive([one], claims=claims))
    notes = [element(page, f"n{at}") for at in range(1, 7)]
    # Two whom the text does not name may be two people; another paragraph names its speaker anew.
    assert ["again" in note.classes for note in notes] == [False, True, False, False, False, False]
    assert "زيد" in notes[1].text  # still there for print and for those who listen


def test_a_long_list_leads_to_its_first_and_last_sheets_and_those_near() -> None:
    assert Sheet("a.html").jumps == (1,)
    assert Sheet("a.html", 2, 3).jumps == (1, 2, 3)
    assert Sheet("a.html", 10, 40).jumps == (1, 8, 9, 10, 11, 12, 40)


def test_a_date_of_several_words_stays_on_one_line() -> None:
    page = shown(archive([article([("body", "كتب @user في March 23, 2019 ما كتب")])]))
    isolates = {
        e.text: e.classes for e in page.elements if e.tag == "bdi" and e.attributes.get("dir") == "ltr"
    }
    assert isolates["March 23, 2019"] == ["one"]
    assert isolates["@user"] == []


def test_hostile_words_stay_words() -> None:
    entity = Entity(id="e", type="person", name_ar=HOSTILE, name_en=HOSTILE, aliases=(HOSTILE,), note=HOSTILE)
    one = article(
        [("headline", HOSTILE), ("body", f"قال {HOSTILE} ذلك"), ("tweet", HOSTILE)],
        posts_of={2: 0},
        posts=(Post(author=HOSTILE, handle=HOSTILE, platform=HOSTILE),),
        outlet=HOSTILE,
        agencies=(HOSTILE, "e"),
        credit=HOSTILE,
        authors=(HOSTILE,),
        url=f"https://example.org/{HOSTILE}",
        archive_url="javascript:alert(1)",
        language=HOSTILE,
        date_published=HOSTILE,
        date_downloaded=HOSTILE,
        source=Source(path=f"seeds/{HOSTILE}.txt", sha256=HOSTILE, size=1),
    )
    voice = Voice(name=HOSTILE)
    of = archive(
        [one],
        [(one, mention(one, HOSTILE, "e", by=HOSTILE)), (one, mention(one, "قال", "n-x", by=HOSTILE))],
        [(one, claim(one, "ذلك", speaker=voice, via=(voice,), said=HOSTILE, cue=None))],
        [entity],
    )
    for path, data in pages(of).items():
        page = Page(data.decode("utf-8"))
        scripts = [e for e in page.elements if e.tag == "script"]
        assert all(json.loads(e.text) for e in scripts if "type" in e.attributes)
        scripts = [e.attributes.get("src") for e in scripts if "type" not in e.attributes]
        assert all(src and src.split("/")[-2] in {"static", "search"} for src in scripts), path
        assert not [
            e for e in page.elements if e.tag == "img" or any(n.startswith("on") for n in e.attributes)
        ]
        assert not [e for e in page.elements if e.attributes.get("href", "").startswith("javascript:")]
    letter_for_letter(one, shown(of))


WORDS = st.lists(
    st.sampled_from(["قال", "داعش", "<b>", "@x_1", "2019-03-19", "و", "\u202e", "«", "»", "."]),
    min_size=1,
    max_size=8,
)
ZONES = st.sampled_from(get_args(Zone))


@st.composite
def annotated(draw: st.DrawFn) -> Archive:
    blocks = draw(st.lists(st.tuples(ZONES, WORDS.map(" ".join)), min_size=1, max_size=6))
    posts = {index: 0 for index, (zone, _) in enumerate(blocks) if zone == "tweet"}
    glued = tuple(draw(st.sets(st.integers(1, 5))))
    one = article(blocks, posts=(Post(author="x"),), posts_of=posts, glued=glued)
    spans = []
    for _ in range(draw(st.integers(0, 6))):
        block = draw(st.sampled_from(one.blocks))
        start = draw(st.integers(block.start, block.end - 1))
        spans.append((start, draw(st.integers(start + 1, block.end))))
    mentions = [Mention(a, b, one.text[a:b], "place", "test", "e") for a, b in spans[::2]]
    claims = [
        Claim(f"c{number}", Span(a, b, one.text[a:b]), "direct", "assert", "test")
        for number, (a, b) in enumerate(sorted(spans[1::2]))
    ]
    return archive(
        [one], [(one, m) for m in sorted(mentions, key=lambda m: m.start)], [(one, c) for c in claims]
    )


@settings(max_examples=60, derandomize=True, deadline=None)
@given(annotated())
def test_any_zones_and_spans_keep_the_text(of: Archive) -> None:
    environment = render.environment(templates(), words())
    for planned in render.plan(of, config()):
        if planned.template == "article.html":
            page = Page(render.render(planned, environment).decode("utf-8"))
            letter_for_letter(of.articles[0], page)
            ids = page.anchors()
            assert len(ids) == len(set(ids))
            assert {claim.id for claim in of.annotations["a0000001"].claims} <= set(ids)


def test_an_empty_archive_has_its_pages() -> None:
    made = pages(archive([]))
    assert {"index.html", "about.html", "search.html", "entities/index.html", "en/claims/index.html"} <= set(
        made
    )


def test_one_interface_alone_stands_at_the_root() -> None:
    settings = config()
    alone = type(settings)(title=settings.title, languages=("en",))
    made = pages(archive([article([("body", "نص")])]), alone)
    assert "articles/a0000001.html" in made
    assert not [path for path in made if path.startswith(("en/", "ar/"))]
    assert Page(made["index.html"].decode()).elements[0].attributes["lang"] == "en"
