"""How each mark was made stands on its page: in the register, in words, once for marks that mean the same."""

import pytest

from musnad.model import Annotations, Archive, Entity, Quantity
from musnad.render.words.making import level, maker, percent, rule, rule_in_words, sureness
from tests.render.archive import archive as own
from tests.render.archive import pages, site, words
from tests.render.html import Element, Page
from tests.render.made import archive, article, claim, mention

NAMES = [
    Entity(id="aleppo", type="place", name_ar="حلب", name_en="Aleppo"),
    Entity(id="aleppo_province", type="place", name_ar="محافظة حلب", name_en="Aleppo Province"),
]


def made() -> Archive:
    one = article(
        [
            ("headline", "خبر"),
            ("body", "قال زيد أمس إن أكثر من 20 مدنيا قتلوا في حلب"),
            ("body", "وزار عمرو حلب"),
        ]
    )
    second = one.text.rindex("حلب")
    town = mention(one, "حلب", "aleppo", type="place", by="names:gazetteer@0.1.0", score=0.9)
    found = [
        mention(one, "زيد", "n-zayd", by="names:person@0.1.0", score=0.97),
        mention(one, "أمس", type="date", value="2019-03-19", anchor="2019-03-20", by="dates:relative@0.1.0"),
        mention(
            one,
            "أكثر من 20 مدنيا",
            type="quantity",
            value=Quantity(20, ">", "مدنيا", "killed"),
            by="quantities:brand-new@0.1.0",
            score=0.6,
        ),
        town,
        mention(one, "عمرو", "n-amr", by="names:tagger@0.1.0", score=0.55),
    ]
    again = mention(one, "حلب", "aleppo", type="place", by="names:gazetteer@0.1.0", score=0.9)
    found.append(type(again)(**{**_fields(again), "start": second, "end": second + 3}))
    found[3] = type(town)(**{**_fields(town), "candidates": ("aleppo", "aleppo_province")})
    said = claim(one, "أكثر من 20 مدنيا قتلوا في حلب", by="claims:that@0.1.0", score=0.92)
    return archive([one], [(one, m) for m in found], [(one, said)], NAMES)


def _fields(of: object) -> dict[str, object]:
    return {name: getattr(of, name) for name in of.__struct_fields__}  # type: ignore[attr-defined]


def shown(folder: str = "") -> Page:
    return Page(pages(made())[f"{folder}articles/a0000001.html"].decode("utf-8"))


def entry(page: Page, words: str) -> Element:
    """The register's entry of a mark, by the mark's words."""
    mark = next(e for e in page.having("m") if e.text == words and e.details)
    return next(e for e in page.elements if e.attributes.get("id") == mark.details)


def making(of: Element) -> str:
    """The heading over an entry: the rule, and how sure it is."""
    assert of.parent
    assert of.parent.parent
    return " ".join(of.parent.parent.children[0].text.split())


def test_a_mark_leads_to_what_it_means_and_how_it_was_made() -> None:
    page = shown()
    assert making(entry(page, "زيد")) == "لقب أو اسم أول معروف شبه مؤكد، 97%"
    assert making(entry(page, "عمرو")) == "نموذج إحصائي تعلّم من نصوص معلَّمة مشكوك فيه، 55%"
    assert entry(page, "زيد").text.split() == ["زيد", "·", "2"]
    assert "«أمس»" in entry(page, "أمس").text
    assert "محسوب من 20 آذار 2019" in entry(page, "أمس").text
    assert "المعدود: قتلى" in entry(page, "أكثر من 20 مدنيا").text
    assert "وقد يكون: محافظة حلب" in entry(page, "حلب").text


def test_the_english_page_tells_the_same() -> None:
    page = shown("en/")
    assert making(entry(page, "زيد")) == "a title or a known given name almost certain, 97%"
    assert "Reckoned from 20 March 2019" in entry(page, "أمس").text
    assert "Counted: killed" in entry(page, "أكثر من 20 مدنيا").text
    assert "May also be: Aleppo Province" in entry(page, "حلب").text


def test_a_rule_without_words_is_called_by_its_name() -> None:
    assert making(entry(shown(), "أكثر من 20 مدنيا")).startswith("quantities:brand-new ")


def test_marks_without_a_page_of_their_own_lead_to_their_entry() -> None:
    page = shown()
    for text, href in (("أكثر من 20 مدنيا", None), ("أمس", "../dates/2019-03-19.html")):
        mark = next(e for e in page.having("m") if e.text == text and "title" in e.attributes)
        assert mark.tag == "a"
        assert mark.attributes["href"] == (href or f"#{mark.details}")


def test_only_marks_that_may_well_be_wrong_are_shown_so() -> None:
    assert {e.text for e in shown().having("unsure") if "title" in e.attributes} == {
        "أكثر من 20 مدنيا",
        "عمرو",
    }


def test_statements_have_their_rule_and_sureness() -> None:
    page = shown()
    note = next(e for e in page.elements if e.attributes.get("id") == "n1")
    told = next(e for e in page.having("register") if e.tag == "details")
    listed = next(
        e
        for e in page.elements
        if e.attributes.get("href") == f"#{note.attributes['id']}" and told in e.above()
    )
    item = listed.parent
    assert item
    assert making(item) == "فعل قول بعده «إن» مرجّح جدًّا، 92%"
    assert "الأقوال: 1" in " ".join(told.text.split())


def test_every_mark_of_the_archive_has_an_entry() -> None:
    for one in own().articles:
        page = Page(site()[f"articles/{one.id}.html"].decode("utf-8"))
        entries = {e.attributes["id"] for e in page.elements if e.tag == "li" and "id" in e.attributes}
        assert {e.details for e in page.having("m") if e.details} <= entries
        numbers = sorted(int(key[1:]) for key in entries if key[0] == "m")
        assert numbers == list(range(1, len(numbers) + 1))


def test_an_article_without_marks_has_no_register() -> None:
    one = article([("headline", "خبر"), ("body", "كلام")])
    page = Page(pages(archive([one]))["articles/a0000001.html"].decode("utf-8"))
    assert not page.having("register")


def test_marks_of_one_rule_that_are_not_equally_sure_tell_it_each() -> None:
    one = article([("headline", "خبر"), ("body", "زار زيد عمرا")])
    found = [
        mention(one, "زيد", "n-zayd", by="names:tagger", score=0.87),
        mention(one, "عمرا", "n-amr", by="names:tagger", score=0.92),
    ]
    page = Page(pages(archive([one], [(one, m) for m in found]))["articles/a0000001.html"].decode("utf-8"))
    assert making(entry(page, "زيد")).endswith(" مرجّح جدًّا")
    assert [entry(page, text).children[1].text for text in ("زيد", "عمرا")] == ["87%", "92%"]


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, "decided by a person"),
        (0.999, "almost certain, 99%"),
        (0.95, "almost certain, 95%"),
        (0.9, "very likely, 90%"),
        (0.7, "likely, 70%"),
        (0.699, "doubtful, 70%"),
        (0.0, "doubtful, 0%"),
    ],
)
def test_sureness_in_words(score: float, said: str) -> None:
    assert sureness((score,), words()["en"]) == said


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("names:short-form@0.1.0", "a name given in full before"),
        ("names:tagger-person@0.1.0", "a statistical model that learned from marked texts"),
        ("names:nobody-knows", "names:nobody-knows"),
        ("somebody", "somebody"),
        ("names:", "names:"),
    ],
)
def test_rules_in_words(by: str, said: str) -> None:
    assert rule_in_words(by, words()["en"]) == said


def test_names_of_rules_and_makers() -> None:
    assert rule("names:person@0.1.0") == "names:person"
    assert maker("names:person@0.1.0") == "names@0.1.0"
    assert maker("somebody") == "somebody"
    assert [percent(score) for score in (0, 0.5, 0.996, 1)] == [0, 50, 99, 99]
    assert level(0.8) == "fair"


def test_both_interfaces_name_the_rules_that_the_archive_meets() -> None:
    found: set[str] = set()
    for marks in own().annotations.values():
        found |= _rules(marks)
    for language in ("ar", "en"):
        unnamed = {by for by in found if ":" in by and rule_in_words(by, words()[language]) == by}
        assert not unnamed


def _rules(of: Annotations) -> set[str]:
    return {rule(mark.by) for mark in of.mentions} | {rule(mark.by) for mark in of.claims}
