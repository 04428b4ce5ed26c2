"""Items as an archive's articles make them: words whose signs would turn the line of a list."""

from __future__ import annotations

import pytest
from msgspec import structs

from musnad import naming
from musnad.cite import bibtex, csl, meta, ris
from musnad.cite.item import Name
from musnad.cite.items import Items
from musnad.config import Config
from musnad.model import Block
from tests.cite.made import item
from tests.render.archive import archive

TURNS = ("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069")


@pytest.mark.parametrize("sign", TURNS)
def test_nothing_turns_the_lines_beside_a_citation(sign: str) -> None:
    told = archive()
    first = told.articles[0]
    marked = structs.replace(first, title=f"خبر {sign}عاجل", authors=(f"سلمى {sign}الحاج",))
    changed = structs.replace(told, articles=(marked, *told.articles[1:]))
    item = Items(changed, Config(title={"ar": f"أرشيف{sign}"}, url="https://example.org/")).article(first.id)
    assert (item.title.ar, item.authors[0].ar, item.archive.ar) == ("خبر عاجل", "سلمى الحاج", "أرشيف")
    for written in (bibtex.written(item), ris.written(item), csl.written(item), meta.context(item)):
        assert sign not in written


def test_marks_that_turn_nothing_stay() -> None:
    told = archive()
    first = structs.replace(told.articles[0], title="بيان \u200fSDF\u200e")
    changed = structs.replace(told, articles=(first, *told.articles[1:]))
    assert Items(changed, Config(title={"ar": "أرشيف"})).article(first.id).title.ar == first.title


def test_an_agency_that_signed_is_no_contributor_too() -> None:
    given = item(
        authors=(Name("رويترز", "Ruytaraz", "person"),), agencies=(Name("رويترز"), Name("فرانس برس"))
    )
    assert given.contributors == (Name("فرانس برس"),)


@pytest.mark.parametrize(
    ("title", "headless"),
    [("words of its opening", True), ("words  of its\nopening", True), ("a headline told of it", False)],
)
def test_a_title_is_cut_only_where_it_is_words_of_the_text(title: str, headless: bool) -> None:
    """Such words stand for a headline; one that was told beside the text is cited whole."""
    made = archive()
    long = title + " and what follows" * 9
    text = f"He said: {' '.join(long.split())}." if headless else "He said nothing of the kind."
    blocks = (Block(0, len(text), "body"),)
    article = structs.replace(made.articles[0], title=long, text=text, blocks=blocks)
    assert naming.headless(article) == headless
    assert (naming.title(article) == long) != headless
