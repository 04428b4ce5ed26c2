"""A name's page: figures said about it, its kin, whom else it may mean, where it lies; the review list."""

import msgspec
import pytest

from musnad.model import Archive, Doubt, Entity, Quantity, Span, Voice
from musnad.render.pages.review import _LISTED
from tests.render.archive import pages
from tests.render.html import Element, Page
from tests.render.made import archive, article, claim, mention


def part(page: Page, id_: str) -> Element:
    """A section of a page by its heading's id."""
    return next(e for e in page.elements if e.attributes.get("aria-labelledby") == id_)


def text(of: Element) -> str:
    return " ".join(of.text.split())


def places() -> Archive:
    one = article(
        [
            ("headline", "خبر"),
            ("body", "قتل 20 مدنيا في حلب. ونزح نحو 300 شخص من حماة."),
            ("body", "وقال زيد إن ثلث السكان رحلوا. وهم من حلب."),
        ],
        outlet="o",
    )
    found = [
        mention(one, "20 مدنيا", type="quantity", value=Quantity(20, "=", "مدنيا", "killed")),
        mention(one, "حلب", "aleppo", type="place"),
        mention(one, "نحو 300 شخص", type="quantity", value=Quantity(300, "~", "شخص", "displaced")),
        mention(one, "حماة", "hama", type="place"),
        mention(one, "ثلث السكان", type="quantity", value=Quantity(1 / 3, "=", "السكان", None)),
    ]
    at = one.text.rindex("حلب")
    found.append(msgspec.structs.replace(found[1], start=at, end=at + 3))
    said = claim(one, "ثلث السكان رحلوا", speaker=Voice(name="زيد"))
    whole = one.text.index("ثلث")
    said = msgspec.structs.replace(said, content=Span(whole, len(one.text), one.text[whole:]))
    entities = [
        Entity(
            id="aleppo",
            type="place",
            name_ar="حلب",
            part_of="syria",
            latitude=36.2,
            longitude=37.16,
            geonames=170063,
            wikidata="Q41183",
        ),
        Entity(id="hama", type="place", name_ar="حماة", part_of="syria"),
        Entity(id="syria", type="place", name_ar="سوريا"),
        Entity(id="syrians", type="group", name_ar="سوري", country="syria"),
        Entity(id="o", type="organization", name_ar="ناشر", role="outlet"),
    ]
    two = article([("headline", "سوريا والسوريون"), ("body", "حلب")], key="a0000002")
    more = [
        mention(two, "سوريا", "syria", type="place"),
        mention(two, "السوريون", "syrians", type="group"),
        mention(two, "حلب", "aleppo", type="place", candidates=("aleppo", "hama"), score=0.5),
    ]
    marks = [*((one, m) for m in found), *((two, m) for m in more)]
    return archive([one, two], marks, [(one, said)], entities)


@pytest.fixture(scope="module")
def site() -> dict[str, Page]:
    made = places()
    review = (Doubt("a0000002", 2, "several", 0.25), Doubt("a0000001", 0, "unsure", 0.5))
    return {
        path: Page(html.decode())
        for path, html in pages(msgspec.structs.replace(made, review=review)).items()
    }


def test_figures_of_the_sentence_by_what_they_count(site: dict[str, Page]) -> None:
    figures = part(site["entities/aleppo.html"], "figures")
    assert [text(e) for e in figures.children if e.tag == "h3"] == ["قتلى", "أرقام أخرى"]
    rows = [text(li) for ol in figures.children if ol.tag == "ol" for li in ol.children]
    assert len(rows) == 2
    assert rows[0].startswith("20 مدنيا قتل 20 مدنيا في حلب.")
    assert "300" not in text(figures)
    assert "نحو 300 شخص" in text(part(site["entities/hama.html"], "figures"))


def test_a_figure_says_who_said_it(site: dict[str, Page]) -> None:
    own, said = (
        [text(e) for e in part(site["entities/aleppo.html"], "figures").children if e.tag == "ol"][at]
        for at in (0, 1)
    )
    assert "بلسان النص · ناشر" in own
    assert "زيد" in said
    assert said.startswith("ثلث السكان")
    assert "بلسان النص" not in said


def test_a_name_without_figures_has_no_such_part(site: dict[str, Page]) -> None:
    assert not [e for e in site["entities/syria.html"].elements if e.attributes.get("id") == "figures"]


def test_kin(site: dict[str, Page]) -> None:
    record = next(e for e in site["entities/syria.html"].having("record") if e.tag == "dl")
    rows = dict(
        zip([text(e) for e in record.children[::2]], [text(e) for e in record.children[1::2]], strict=True)
    )
    assert rows["من أجزائه"] == "حلب، حماة"
    assert rows["النسبة إليه"] == "سوري"
    record = next(e for e in site["en/entities/hama.html"].having("record") if e.tag == "dl")
    assert "May also be meant" in text(record)
    assert "Part of" in text(record)


def test_links_out_and_coordinates(site: dict[str, Page]) -> None:
    page = site["entities/aleppo.html"]
    out = {e.attributes["href"] for e in page.elements if "external" in e.attributes.get("rel", "")}
    assert out == {
        "geo:36.2,37.16",
        "https://www.openstreetmap.org/?mlat=36.2&mlon=37.16",
        "https://www.wikidata.org/wiki/Q41183",
        "https://www.geonames.org/170063",
    }
    meta = next(e for e in page.elements if e.attributes.get("name") == "geo.position")
    assert meta.attributes["content"] == "36.2;37.16"


def test_the_review_list_has_reason_place_and_sureness(site: dict[str, Page]) -> None:
    page = site["review.html"]
    first, second = (text(e) for e in next(e for e in page.having("doubts")).children)
    assert first.startswith(
        "يحتمل أكثر من علَم · احتمال صحتها 25% حلب مكان · حلب (سوريا) · قد يكون حماة (سوريا) · test"
    )
    assert second.startswith("علامة مشكوك فيها · احتمال صحتها 50% قتل 20 مدنيا في حلب.")
    links = [e.attributes["href"] for e in page.elements if "articles/a" in e.attributes.get("href", "")]
    assert "content/authority/places.yaml aleppo: context: [كلمة]" in first
    assert links == ["articles/a0000002.html#p2", "articles/a0000001.html#p2"]
    assert "May be several names" in text(
        next(e for e in site["en/review.html"].having("doubts")).children[0]
    )


def test_a_long_review_list_is_cut_and_says_so() -> None:
    many = msgspec.structs.replace(places(), review=(Doubt("a0000001", 0, "unsure"),) * (_LISTED + 1))
    made = pages(many)
    assert f"{_LISTED // 100}.html" in " ".join(path for path in made if path.startswith("review.p"))
    assert "review.p11.html" not in made
    assert str(_LISTED) in Page(made["review.html"].decode()).having("lede")[1].text
    none = msgspec.structs.replace(places(), review=())
    assert "لا شيء" in Page(pages(none)["review.html"].decode()).having("none")[0].text


def test_a_day_tells_from_what_its_mentions_were_reckoned() -> None:
    one = article([("headline", "خبر"), ("body", "وصل أمس")])
    for anchor, told in (("2019-03-20", "محسوب من يوم النص"), ("2019-03-21", "محسوب من 21 آذار")):
        found = mention(one, "أمس", type="date", value="2019-03-19", anchor=anchor)
        page = Page(pages(archive([one], [(one, found)]))["dates/2019-03-19.html"].decode())
        assert told in text(part(page, "mentions"))


def test_a_page_says_where_a_name_is_known_from() -> None:
    one = article([("headline", "زيد في حلب عند عمرو")])
    entities = [
        Entity(id="n-aleppo", type="place", name_ar="حلب", geonames=170063),
        Entity(id="zayd", type="person", name_ar="زيد"),
    ]
    found = [
        (one, mention(one, "حلب", "n-aleppo", type="place")),
        (one, mention(one, "زيد", "zayd")),
        (one, mention(one, "عمرو", "n-amr")),
    ]
    made = pages(archive([one], found, entities=entities))
    told = {"n-aleppo": "من معجم عام", "n-amr": "من لفظه في النصوص", "zayd": None}
    for key, words in told.items():
        page = Page(made[f"entities/{key}.html"].decode())
        lede = " ".join(e.text for e in page.having("lede"))
        assert words in lede if words else "سجل" not in lede


def test_figures_come_in_the_order_of_their_classes() -> None:
    one = article([("headline", "في حلب 7 جولات و5 سيارات و4 جرحى و3 قتلى و2 شيء")])
    kinds = ("other", "vehicles", "wounded", "killed", None)
    amounts = dict(zip(("7 جولات", "5 سيارات", "4 جرحى", "3 قتلى", "2 شيء"), kinds, strict=True))
    found = [
        (one, mention(one, words, type="quantity", value=Quantity(float(words[0]), "=", "x", kind)))
        for words, kind in amounts.items()
    ]
    found.append((one, mention(one, "حلب", "aleppo", type="place")))
    made = pages(archive([one], found, entities=[Entity(id="aleppo", type="place", name_ar="حلب")]))
    figures = part(Page(made["entities/aleppo.html"].decode()), "figures")
    assert [text(e) for e in figures.children if e.tag == "h3"] == ["قتلى", "جرحى", "مركبات", "أرقام أخرى"]
