"""Items for tests."""

from __future__ import annotations

from typing import Any

from musnad.cite.item import Edition, Item, Name

NASTY = 'قال: «"أ" & ب_ج» {50%} #1 $2 ~3 ^4 \\5 <b>\n— عاجل'


def name(text: str) -> Name:
    """A name from «Arabic | Latin»."""
    arabic, _, latin = (part.strip() for part in text.partition("|"))
    return Name(arabic, latin or None)


def item(**fields: Any) -> Item:
    """An item with these fields, the others filled."""
    usual: dict[str, Any] = {
        "kind": "article",
        "id": "a0000001",
        "title": Name("خبر"),
        "archive": Name("أرشيف", "Archive"),
        "path": "articles/a0000001.html",
        "url": "https://x.org/a.html",
    }
    return Item(**(usual | fields))


# What records have to carry whole.
ITEMS = (
    item(),
    item(title=Name(NASTY), authors=(Name("جبار المعموري"),), outlet=Name("القدس العربي"), date="2019-03-22"),
    item(authors=(Name("رويترز"), Name('مؤسسة "س" and Co, Ltd'), Name("@mustefabali")), date="2019-03"),
    item(authors=(Name("قوات سوريا الديمقراطية"),), agencies=(Name("فرانس برس"),), date="2019-03-12~"),
    item(date="2019-21", keywords=("الباغوز", "سوريا"), abstract=NASTY, outlet=Name("جريدة {س}")),
    item(date="2019-03-11/2019-03-17", original="https://example.org/?a=1&b=2#c"),
    item(date="[2019-03-11..2019-03-17]", authors=(Name("{وكالة}"),), title=Name("} بلا {شريك")),
    item(date="201X"),
    item(date="2011-03/.."),
    item(
        id="a0000001.v2",
        path="articles/a0000001.v2.html",
        url="https://x.org/articles/a0000001.v2.html",
        edition=Edition(2, "2026-12-01", "articles/a0000001.html"),
        date="2019-03-22",
    ),
    item(kind="statement", id="c1234567890", within=NASTY, said="2019-03-21", authors=(Name("مسؤول"),)),
    item(kind="page", id="baghuz", title=Name("الباغوز", "Baghuz"), url=None, path="stories/baghuz.html"),
)
