"""Pictures of the whole archive: maps, the network of names, the timeline; and the tables behind them."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.model import Entity
from musnad.render.drawing.labels import Box, Sign, breadth, placed
from musnad.render.drawing.map import drawn
from musnad.render.drawing.network import HEIGHT, WIDTH, network, outline
from musnad.render.drawing.outline import outline as world_outline
from musnad.render.drawing.outline import paths
from musnad.render.drawing.projection import fitted, projection, world
from musnad.render.drawing.timeline import timeline
from musnad.render.pages.days import plan_days
from musnad.render.pages.maps import plan_maps
from musnad.render.pages.network import plan_network
from musnad.render.pages.timeline import plan_timeline
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.values.page import View
from musnad.render.values.pictures import MapView, NetworkView, TimelineView, Window
from musnad.render.values.views import DayView
from tests.render.archive import archive, config, site
from tests.render.html import Page
from tests.render.made import archive as made
from tests.render.made import article, claim, mention

EVERYWHERE = st.tuples(st.integers(-17900, 17900), st.integers(-5500, 7700))


def view_of(address: str) -> View:
    names = Names(archive())
    planned = [
        *plan_maps(archive(), config(), names, Rows(archive(), names)),
        *plan_network(archive(), config(), names),
        *plan_timeline(archive(), config(), names),
    ]
    return dict(planned)[address]


@pytest.mark.parametrize("scale", [110, 50])
def test_every_ring_of_land_is_closed_by_its_lines(scale: int) -> None:
    """Or by the 180th meridian, along which it is cut."""
    of = world_outline(scale)
    assert of.rings
    for ring in of.rings:
        lines = [of.lines[n].points if n >= 0 else of.lines[~n].points[::-1] for n in ring]
        for before, after in pairwise([*lines, lines[0]]):
            (east, north), (to_east, to_north) = before[-1], after[0]
            close = abs(east - to_east) + abs(north - to_north) <= 4
            assert close or abs(east) == abs(to_east) == 18000, (before[-1], after[0])


@settings(derandomize=True, max_examples=25, deadline=None)
@given(st.lists(EVERYWHERE, min_size=1, max_size=8))
def test_a_window_holds_its_places_in_the_drawing(places: list[tuple[int, int]]) -> None:
    window = fitted(places, 300)
    projected = projection(window)
    for east, north in places:
        x, y = projected.at(east, north)
        assert 0 <= x <= 980
        assert 0 <= y <= projected.height
    assert projected.height <= 640


def test_land_is_cut_to_the_window() -> None:
    window = Window(3000, 3000, 4600, 3800)  # the eastern Mediterranean to the Euphrates
    land, coasts, borders = paths(window, projection(window).fine, 3)
    assert coasts
    assert borders
    wide, high = projection(window).fine((window.east, window.south))
    for piece in re.findall(r"M(-?\d+) (-?\d+)", land):
        assert 0 <= int(piece[0]) <= wide
        assert 0 <= int(piece[1]) <= high


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 600), st.integers(4, 24)), max_size=40))
def test_names_on_a_map_cover_neither_signs_nor_each_other(places: list[tuple[int, int, int]]) -> None:
    signs = [Sign(x, y, half, "دير الزور") for x, y, half in places]
    labels = placed(signs, Box(0, 0, 980, 620), 15)
    wide = breadth("دير الزور", 15)
    boxes = []
    for label in labels:
        if label:
            left = {"left": label.x, "middle": label.x - wide // 2, "right": label.x - wide}[label.end]
            boxes.append(Box(left, label.y - 17, left + wide, label.y + 5))
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for sign, label in zip(signs, labels, strict=True):
        assert label is None or (label.x, label.y) != (sign.x, sign.y)


def test_the_archives_map_shows_where_most_of_it_is() -> None:
    view = view_of("map.html")
    assert isinstance(view, MapView)
    assert view.window is not None
    assert view.window != world()
    assert {"الباغوز", "مخيم الهول"} <= {mark.who.ar for mark in view.marks}
    picture = drawn(view, "ar", right_to_left=True)
    assert picture is not None
    by_number = {circle.mark.articles: circle.radius for circle in picture.circles}
    assert sorted(by_number.values()) == [by_number[number] for number in sorted(by_number)]
    assert by_number[max(by_number)] == 24


def test_places_without_a_position_stand_in_the_list_alone() -> None:
    there = article([("body", "قرب تل مرعي في دمشق")])
    of = made(
        [there],
        mentions=[
            (there, mention(there, "تل مرعي", "hill", type="place")),
            (there, mention(there, "دمشق", "damascus", type="place")),
        ],
        entities=[
            Entity("hill", "place", "تل مرعي"),
            Entity("damascus", "place", "دمشق", latitude=33.51, longitude=36.29),
        ],
    )
    names = Names(of)
    view = dict(plan_maps(of, config(), names, Rows(of, names)))["map.html"]
    assert isinstance(view, MapView)
    assert [mark.who.ar for mark in view.marks] == ["دمشق"]
    assert {row.who.ar: row.placed for row in view.places} == {"تل مرعي": False, "دمشق": True}
    assert view.unplaced == 1


def test_an_archive_without_places_names_or_days_says_so() -> None:
    bare = article([("body", "لا شيء")], date_published=None)
    of = made([bare])
    names = Names(of)
    ((address, view),) = plan_maps(of, config(), names, Rows(of, names))
    assert address == "map.html"
    assert isinstance(view, MapView)
    assert view.window is None
    ((_, beside),) = plan_network(of, config(), names)
    assert isinstance(beside, NetworkView)
    assert not network(beside, "ar").shapes
    ((_, days),) = plan_timeline(of, config(), names)
    assert isinstance(days, TimelineView)
    assert days.undated == 1
    assert timeline(days, right_to_left=True) is None


def test_names_in_the_network_do_not_cover_each_other_and_stay_inside() -> None:
    view = view_of("network.html")
    assert isinstance(view, NetworkView)
    for language in ("ar", "en"):
        picture = network(view, language)
        assert picture == network(view, language)
        for shape in picture.shapes:
            assert 0 < shape.x < WIDTH
            assert 0 < shape.y < HEIGHT
        for one, other in combinations(picture.shapes, 2):
            apart = abs(one.x - other.x), abs(one.y - other.y)
            assert apart[0] > (breadth(one.words, 14) + breadth(other.words, 14)) // 2 or apart[1] > 20


def test_ties_are_more_than_chance() -> None:
    """Two names that always stand together are tied; one that is in every paragraph is tied to nobody."""
    blocks = [("body", f"علي وسعيد وحسن {n}") for n in range(6)] + [
        ("body", f"حسن ورامي {n}") for n in range(6)
    ]
    there = article(blocks)  # type: ignore[arg-type]
    marks = []
    for block in there.blocks:
        text = there.text[block.start : block.end]
        for name, key in (("علي", "ali"), ("سعيد", "said"), ("حسن", "hasan"), ("رامي", "rami")):
            if name in text:
                at = block.start + text.index(name)
                first = mention(there, name, key)
                marks.append((there, type(first)(at, at + len(name), name, "person", "test", key)))
    names = [Entity(k, "person", n) for k, n in (("ali", "علي"), ("said", "سعيد"), ("hasan", "حسن"))]
    of = made([there], mentions=marks, entities=[*names, Entity("rami", "person", "رامي")])
    ((_, view),) = plan_network(of, config(), Names(of))
    assert isinstance(view, NetworkView)
    tied = [{view.nodes[edge.one].who.ar, view.nodes[edge.other].who.ar} for edge in view.edges]
    assert tied == [{"علي", "سعيد"}]
    assert view.edges[0].paragraphs == 6


def test_kinds_of_names_have_different_shapes() -> None:
    kinds = ("person", "organization", "place", "group", "event")
    assert len({outline(kind, 8) for kind in kinds}) == len(kinds)


def test_the_timeline_has_every_text_and_statement_of_its_days() -> None:
    view = view_of("timeline.html")
    assert isinstance(view, TimelineView)
    assert view.fine
    statements = sum(len(own.claims) for own in archive().annotations.values())
    cells = [cell for track in view.tracks for cell in track.cells]
    assert sum(cell.number for cell in cells if cell.kind == "text") == len(archive().articles)
    assert sum(cell.number for cell in cells if cell.kind != "text") == statements
    assert sum(column.statements for column in view.columns) == statements
    for right_to_left in (True, False):
        picture = timeline(view, right_to_left)
        assert picture is not None
        places = [tick.x for tick in picture.ticks]
        assert places == sorted(places, reverse=right_to_left)


def test_a_sign_of_several_statements_leads_to_where_a_day_lists_them() -> None:
    view = view_of("timeline.html")
    assert isinstance(view, TimelineView)
    said = {claim.id: claim.modality for own in archive().annotations.values() for claim in own.claims}
    several = [cell for track in view.tracks for cell in track.cells if cell.number > 1]
    assert several
    for cell in several:
        path, _, anchor = cell.href.partition("#")
        for way in ("", "en/"):
            shown = Page(site()[way + path].decode("utf-8"))
            listed = [e.attributes["id"] for e in shown.elements if e.attributes.get("id") in said]
            own = listed[listed.index(anchor) :][: cell.number]
            assert [said[key or ""] for key in own] == [cell.kind] * cell.number


def test_a_sign_leads_to_the_sheet_of_its_statements() -> None:
    """A day of two sources and more statements than a sheet has, none with a day of its own."""
    words = [f"قول{n}" for n in range(150)]
    texts = [article([("body", " ".join(words))], key=f"a{s}", outlet=f"source{s}") for s in range(2)]
    said = [
        (text, claim(text, word, key=f"c{text.id}x{n}", modality="deny" if n % 2 else "assert"))
        for text in texts
        for n, word in enumerate(words)
    ]
    of = made(texts, claims=said)
    names = Names(of)
    view = dict(plan_timeline(of, config(), names))["timeline.html"]
    assert isinstance(view, TimelineView)
    leads = [cell.href for track in view.tracks for cell in track.cells if cell.number > 1]
    assert leads == [
        "dates/2019-03-20.html#ca0x0",
        "dates/2019-03-20.html#ca0x1",
        "dates/2019-03-20.html#ca1x0",
        "dates/2019-03-20.p2.html#ca1x1",
    ]
    days = dict(plan_days(of, config(), names, Rows(of, names)))
    for path, anchor in (lead.split("#") for lead in leads):
        day = days[path]
        assert isinstance(day, DayView)
        assert day.statements_total == 300
        assert anchor in [row.id for each in day.statements for row in each.rows]


def test_a_long_archive_has_years_and_months() -> None:
    texts = [
        article([("body", f"قال علي {year}")], key=f"a{year}", date_published=f"{year}-0{1 + year % 9}-11")
        for year in range(2001, 2013)
    ]
    said = [(text, claim(text, "علي", key=f"c{text.id}")) for text in texts]
    of = made(texts, claims=said)
    planned = dict(plan_timeline(of, config(), Names(of)))
    assert {"timeline.html", "timeline/2001.html", "timeline/2001-04.html"} <= planned.keys()
    whole, year = planned["timeline.html"], planned["timeline/2001.html"]
    assert isinstance(whole, TimelineView)
    assert isinstance(year, TimelineView)
    assert [column.period for column in year.columns] == ["2001-04"]
    assert len(whole.periods) == 12
    assert sum(column.texts for column in whole.columns) == 12


def test_pictures_with_links_are_groups_and_their_pages_small() -> None:
    for name in ("map.html", "map/index.html", "network.html", "timeline.html"):
        for path in (name, f"en/{name}"):
            assert len(site()[path]) < 60 * 1024
            shown = Page(site()[path].decode("utf-8"))
            picture = next(e for e in shown.elements if e.tag == "svg" and "role" in e.attributes)
            assert picture.attributes["role"] == "group"
            assert any(e.tag == "table" for e in shown.elements)
            for link in (e for e in shown.elements if e.tag == "a" and picture in e.above()):
                assert any(child.tag == "title" and child.text for child in link.children)
