"""Marks that curators say are not so."""

from __future__ import annotations

from musnad.crossref import rejected
from musnad.model import Annotations, Article, Block, Claim, Mention, Rejection, Span

TEXT = "شمس في شمس: بشمس قال شمس إن الطريق مفتوح"
ARTICLE = Article("a1", "content/articles/a1.md", TEXT, (Block(0, len(TEXT), "body"),))


def mention(start: int, text: str, kind: str = "person") -> Mention:
    assert TEXT[start : start + len(text)] == text
    return Mention(start, start + len(text), text, kind, "names:test")  # type: ignore[arg-type]


MARKS = (mention(0, "شمس"), mention(7, "شمس", "place"), mention(13, "شمس"), mention(21, "شمس"))
CLAIM = Claim("c1", Span(28, len(TEXT), TEXT[28:]), "indirect", "assert", "claims:test")
FOUND = Annotations("a1", MARKS, (CLAIM,))


def left(*rejections: Rejection) -> tuple[list[int], list[str], list[str]]:
    """Where marks are left, the statements left, and the codes of problems."""
    (found,), problems = rejected((ARTICLE,), (FOUND,), rejections)
    codes = [problem.code for problem in problems]
    return [m.start for m in found.mentions], [claim.id for claim in found.claims], codes


def test_nothing_goes_without_a_word() -> None:
    assert left() == ([0, 7, 13, 21], ["c1"], [])


def test_all_marks_of_these_words_and_this_type_go() -> None:
    assert left(Rejection("a1", words="شمس", type="person")) == ([7], ["c1"], [])


def test_one_goes_where_the_words_stand_so_many_times() -> None:
    """Counted as a page's own search counts: inside words too, marked or not."""
    assert left(Rejection("a1", words="شمس", type="person", occurrence=3)) == ([0, 7, 21], ["c1"], [])


def test_where_the_words_are_marked_as_something_else_nothing_goes() -> None:
    for occurrence in (2, 5, 10**9):
        found = left(Rejection("a1", words="شمس", type="person", occurrence=occurrence))
        assert found == ([0, 7, 13, 21], ["c1"], ["no-such-mark"])


def test_a_statement_goes_by_its_id() -> None:
    assert left(Rejection("a1", claim="c1")) == ([0, 7, 13, 21], [], [])
    assert left(Rejection("a1", claim="c2")) == ([0, 7, 13, 21], ["c1"], ["no-such-mark"])


def test_two_words_for_one_mark_are_no_mistake() -> None:
    both = (
        Rejection("a1", words="شمس", type="person"),
        Rejection("a1", words="شمس", type="person", occurrence=1),
    )
    assert left(*both) == ([7], ["c1"], [])


def test_an_article_that_is_not_there_is_told() -> None:
    assert left(Rejection("a2", claim="c1")) == ([0, 7, 13, 21], ["c1"], ["unknown-article"])
