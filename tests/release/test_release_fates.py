"""What becomes of each kind of address that is lost: where it leads, or what it tells."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from musnad.model import Archive, Article, Entity, Story
from musnad.model.released import Former, Past, Release
from musnad.release import decisions, past
from musnad.release.ledger import Ledger
from musnad.release.record import record
from musnad.release.texts import Texts
from tests.render.made import archive, article, claim, mention

FIRST = Release(1, "2026-11-22", ("ar", "en"))
ONE = article(
    [("headline", "قافلة تصل"), ("body", "قالت سلمى إن القافلة وصلت إلى البلدة القديمة اليوم")], "a0000001"
)
TWO = article([("body", "وذكر سامي أن الطريق مفتوح")], "a0000002", outlet="wahj")
SALMA = Entity("salma", "person", "سلمى")


def fates(
    before: Archive,
    after: Archive,
    moved: str = "",
    adopted: Mapping[str, str] = {},
) -> tuple[dict[str, Former], Past, list[str]]:
    """What becomes of one archive's addresses in another: by address, all told, and the problems' codes."""
    first = Texts(Ledger(), before, lambda _: (None, ()))
    ledger = record(Ledger(), FIRST, before, first, Past(), ["entities/index.html"])
    kept = {f"content/versions/{a.id}.v1.md": a for a in before.articles}
    said, unread = decisions.read(moved.encode())
    assert unread == ()
    texts = Texts(ledger, after, lambda path: (kept.get(path), ()))
    told, wrong = past.compile(ledger, said, after, texts, lambda: adopted, ("ar", "en"))
    return {former.address: former for former in told.formers}, told, [problem.code for problem in wrong]


def test_a_name_without_record_leads_to_what_is_named_there_now() -> None:
    before = archive([ONE], [(ONE, mention(ONE, "سلمى", "n-1"))])
    after = archive([ONE], [(ONE, mention(ONE, "سلمى", "salma"))], entities=[SALMA])
    found, _, wrong = fates(before, after)
    assert wrong == []
    assert (found["entities/n-1.html"].fate, found["entities/n-1.html"].to) == (
        "carried",
        "entities/salma.html",
    )


def test_a_name_that_is_no_longer_marked_tells_where_it_stood() -> None:
    found, _, wrong = fates(archive([ONE], [(ONE, mention(ONE, "سلمى", "n-1"))]), archive([ONE]))
    former = found["entities/n-1.html"]
    assert wrong == []
    assert (former.fate, former.name, former.place) == ("unnamed", "سلمى", "articles/a0000001.html#p2")


def test_a_record_that_nothing_names_tells_so_and_one_that_is_gone_is_lost() -> None:
    before = archive([ONE], [(ONE, mention(ONE, "سلمى", "salma"))], entities=[SALMA])
    found, _, wrong = fates(before, archive([ONE], entities=[SALMA]))
    assert (wrong, found["entities/salma.html"].fate) == ([], "unnamed")
    assert fates(before, archive([ONE]))[2] == ["lost-entity"]


def test_a_record_that_went_into_another_leads_to_it_and_its_source_too() -> None:
    wahj, other = (Entity(key, "organization", "وهج", role="outlet") for key in ("wahj", "nur"))
    before = archive([TWO], entities=[wahj])
    after = archive([structs.replace(TWO, outlet="nur")], entities=[other])
    found, _, wrong = fates(before, after, adopted={"wahj": "nur"})
    assert wrong == []
    assert found["entities/wahj.html"].to == "entities/nur.html"
    assert found["sources/wahj.html"].to == "sources/nur.html"
    found, _, wrong = fates(before, after, "entities/wahj.html: {to: entities/nur.html}")
    assert (wrong, found["sources/wahj.html"].to) == ([], "sources/nur.html")


def test_a_proposed_story_leads_to_the_one_that_has_its_oldest_text() -> None:
    bare = archive([ONE, TWO])
    before = structs.replace(bare, stories=(Story("s-a0000001", ("a0000001", "a0000002")),))
    convoy = Story("convoy", ("a0000001",), fixed=True, title={"ar": "القافلة"})
    found, _, wrong = fates(before, structs.replace(bare, stories=(convoy,)))
    assert (wrong, found["stories/s-a0000001.html"].to) == ([], "stories/convoy.html")
    found, _, _ = fates(before, bare)
    former = found["stories/s-a0000001.html"]
    assert (former.fate, former.place) == ("gone", "articles/a0000001.html")
    assert fates(structs.replace(bare, stories=(convoy,)), bare)[2] == ["lost-story"]


def test_statements_of_an_article_that_went_into_another_are_found_there() -> None:
    same = article([("body", "خبر: قالت سلمى إن القافلة وصلت إلى البلدة القديمة أمس")], "a0000003")
    said = "القافلة وصلت إلى البلدة القديمة"
    before = archive([ONE], claims=[(ONE, claim(ONE, said, "c1")), (ONE, claim(ONE, "قافلة تصل", "c2"))])
    after = archive([same], claims=[(same, claim(same, said + " أمس", "c3"))])
    found, _, wrong = fates(before, after, "articles/a0000001.html: {to: articles/a0000003.html}")
    assert wrong == []
    assert found["claims/c1.html"].to == "claims/c3.html"
    assert (found["claims/c2.html"].fate, found["claims/c2.html"].words) == ("unmarked", "قافلة تصل")
    assert found["claims/c2.html"].place == "articles/a0000003.html"


def test_words_that_only_an_older_text_has_are_shown_there() -> None:
    changed = article([("headline", "قافلة تصل"), ("body", "لا خبر بعد")], "a0000001")
    said = claim(ONE, "القافلة وصلت إلى البلدة القديمة", "c1")
    found, told, wrong = fates(archive([ONE], claims=[(ONE, said)]), archive([changed]))
    assert wrong == []
    assert found["claims/c1.html"].place == "articles/a0000001.v1.html#c1"
    assert told.anchors == {"a0000001": (("c1", None),)}
    (version,) = told.versions["a0000001"]
    assert version.anchors == (("c1", said.content.start, said.content.end),)
    assert version.article == ONE


def test_an_older_text_can_be_withdrawn() -> None:
    changed = article([("body", "لا خبر بعد")], "a0000001")
    moved = "articles/a0000001.v1.html: {withdrawn: 2026-11-30, why: خطأ}"
    _, told, wrong = fates(archive([ONE]), archive([changed]), moved)
    assert (wrong, told.versions) == ([], {})


def test_chains_are_followed_to_their_end() -> None:
    three: Article = article([("body", "خبر ثالث")], "a0000003")
    moved = """
articles/a0000001.html: {to: articles/a0000002.html}
articles/a0000002.html: {to: "articles/a0000003.html#p1"}
"""
    found, _, wrong = fates(archive([ONE, TWO]), archive([three]), moved)
    assert wrong == []
    assert (
        found["articles/a0000001.html"].to
        == found["articles/a0000002.html"].to
        == "articles/a0000003.html#p1"
    )
