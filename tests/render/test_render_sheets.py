"""Long lists: no page grows without bound, and nothing in them is lost."""

from musnad.config import Config
from musnad.model import Archive, Entity, Voice
from tests.render.archive import pages
from tests.render.html import Page
from tests.render.made import archive, article, claim, mention

MANY = 430


def many() -> Archive:
    """An archive of one speaker, one place, one agency, and as many articles and unnamed speakers."""
    entities = [
        Entity(id="zayd", type="person", name_ar="زيد"),
        Entity(id="dimashq", type="place", name_ar="دمشق"),
        Entity(id="wakala", type="organization", name_ar="وكالة", role="agency"),
    ]
    articles, mentions, claims = [], [], []
    for number in range(MANY):
        one = article(
            [("body", f"قال زيد إن دمشق {number} باقية وقال فلان{number} غيره")],
            f"a{number:07}",
            agencies=("wakala",),
            date_published=f"{1900 + number // 12}-{number % 12 + 1:02}-01",
        )
        articles.append(one)
        mentions += [
            (one, mention(one, "زيد", "zayd")),
            (one, mention(one, "دمشق", "dimashq", type="place")),
            (one, mention(one, f"فلان{number}", f"n-fulan{number}")),
        ]
        claims += [
            (
                one,
                claim(
                    one,
                    f"دمشق {number} باقية",
                    f"c{number:07}",
                    Voice(entity="zayd"),
                    via=(Voice(entity="wakala"),),
                ),
            ),
            (one, claim(one, "غيره", f"d{number:07}", Voice(name=f"فلان{number}"))),
        ]
    return archive(articles, mentions, claims, entities)


def test_lists_are_cut_into_sheets_without_loss() -> None:
    alone = Config(title={"ar": "أرشيف"}, languages=("ar",))
    made = {path: data.decode() for path, data in pages(many(), alone).items()}
    rows: dict[str, list[str]] = {}
    for path, html in made.items():
        page = Page(html)
        hrefs = [e.attributes["href"] for e in page.elements if e.tag == "a" and "href" in e.attributes]
        if "/articles/" not in f"/{path}" or "/index" in path:
            assert len(page.having("conc")) + len(hrefs) < 2600, path
            assert max([len(e.children) for e in page.elements if e.tag in ("ol", "ul")], default=0) <= 200, (
                path
            )
        base = path.split(".p")[0].removesuffix(".html")
        rows.setdefault(base, []).extend(href.split("/")[-1] for href in hrefs)
    statements = {f"a{number:07}.html#c{number:07}" for number in range(MANY)}
    assert statements <= set(rows["entities/zayd"])
    assert statements <= set(rows["entities/dimashq"])
    assert statements <= set(rows["sources/wakala"])
    assert {f"a{number:07}.html#p1" for number in range(MANY)} <= set(rows["entities/zayd"])
    assert {f"a{number:07}.html" for number in range(MANY)} <= set(rows["articles/index"])
    assert {f"a{number:07}.html" for number in range(MANY)} <= set(rows["sources/wakala"])
    assert {f"a{number:07}.html#d{number:07}" for number in range(MANY)} <= set(rows["claims/unnamed"])
    assert {f"n-fulan{number}.html" for number in range(MANY)} <= set(rows["entities/index"])
    assert len([path for path in made if path.startswith("dates/") and "index" not in path]) == MANY
    for path in made:
        for number in range(2, 9):
            if f".p{number}.html" in path:
                assert (
                    path.replace(f".p{number}.html", ".html" if number == 2 else f".p{number - 1}.html")
                    in made
                )
