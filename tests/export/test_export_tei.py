"""TEI: the words are the article's, marks nest whatever they overlap, and what is pointed to is there."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as some

from musnad.config import Config
from musnad.export.spans import Mark, Piece, nested
from musnad.export.tei import tei
from tests.export.made import TEXT, archive

POINTERS = ("who", "source", "ref", "corresp", "next", "prev", "resp", "target", "ana")
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def files() -> dict[str, ElementTree.Element]:
    return {one.path: ElementTree.fromstring(one.data) for one in tei(archive(), Config(title={"ar": "أ"}))}


def test_the_words_are_the_articles() -> None:
    body = files()["a1.xml"].find(f"{TEI}text/{TEI}body")
    assert body is not None
    assert "\n".join("".join(part.itertext()) for part in body) == TEXT


def test_a_statement_over_two_paragraphs_is_pieces_that_know_each_other() -> None:
    first, second = files()["a1.xml"].iter(f"{TEI}said")
    assert (first.get(f"{XML}id"), first.get("next"), first.get("prev")) == ("c1", "#c1.2", None)
    assert (second.get(f"{XML}id"), second.get("next"), second.get("prev")) == ("c1.2", None, "#c1")
    assert first.get("ana") == "#kind.indirect #modality.assert"
    assert (first.get("cert"), first.get("source")) == ("0.95", "#e.reuters")


def test_figures_and_dates_say_what_they_mean() -> None:
    tree = files()["a1.xml"]
    (measure,) = tree.iter(f"{TEI}measure")
    told = {name: measure.get(name) for name in ("quantity", "unit", "commodity", "type")}
    assert told == {"quantity": "20", "unit": "مقاتل_كبير", "commodity": "fighters", "type": "about"}
    days = [date for date in tree.iter(f"{TEI}date") if date.get("when-custom")]
    assert {(day.get("notBefore-iso"), day.get("notAfter-iso")) for day in days} == {
        ("2019-03-01", "2019-03-31")
    }


def test_links_and_pointers_lead_somewhere() -> None:
    found = files()
    for name, tree in found.items():
        own = {one.get(f"{XML}id") for one in tree.iter()}
        for one in tree.iter():
            pointed = [
                one.get(key, "")
                for key in ("who", "source", "ref", "corresp", "next", "prev", "resp", "target", "ana")
            ]
            for at in " ".join(pointed).split():
                path, _, key = at.partition("#")
                there = {x.get(f"{XML}id") for x in found[path].iter()} if path else own
                assert key in there, (name, at)
    (link,) = found["a2.xml"].iter(f"{TEI}link")
    assert (link.get("type"), link.get("target")) == ("contradicts", "a1.xml#c1 #c2")


def flat(pieces: tuple[Piece, ...]) -> list[Piece]:
    return [one for piece in pieces for one in (piece, *flat(piece.inside))]


@given(
    some.lists(some.tuples(some.integers(0, 29), some.integers(1, 30)), max_size=9),
    some.lists(some.integers(1, 9), min_size=1, max_size=5),
)
def test_pieces_nest_and_cover_their_marks(spans: list[tuple[int, int]], lengths: list[int]) -> None:
    marks = [Mark(start, start + size, f"k{n}") for n, (start, size) in enumerate(spans)]
    stretches, at = [], 0
    for length in lengths:
        stretches.append((at, at + length))
        at += length + 1
    found = nested(marks, stretches)
    covered: dict[str, set[int]] = {mark.key: set() for mark in marks}
    numbers: dict[str, list[int]] = {mark.key: [] for mark in marks}
    for (start, end), pieces in zip(stretches, found, strict=True):
        for piece in flat(pieces):
            assert start <= piece.start < piece.end <= end
            assert all(piece.start <= one.start and one.end <= piece.end for one in piece.inside)
            places = set(range(piece.start, piece.end))
            assert not covered[piece.key] & places
            covered[piece.key] |= places
            numbers[piece.key].append(piece.number)
            assert numbers[piece.key] == list(range(1, piece.number + 1))
    inside = {place for start, end in stretches for place in range(start, end)}
    for mark in marks:
        assert covered[mark.key] == set(range(mark.start, mark.end)) & inside
