"""Where listed places lie: the cases of places.tsv, and what holds of every table."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.tables import table
from musnad.model import Entity

ROOT = Path(__file__).parents[2]
CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "places.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@cache
def by_id() -> dict[str, Entity]:
    return {entity.id: entity for entity in gazetteer()}


def place(name: str) -> Entity:
    named = (e for e in gazetteer() if e.type == "place" and name in (e.name_ar, *e.aliases))
    return next(named)


@pytest.mark.parametrize(("name", "whole", "latitude", "longitude"), CASES, ids=[row[0] for row in CASES])
def test_a_name_lies_where_its_best_known_place_does(
    name: str, whole: str, latitude: str, longitude: str
) -> None:
    found = place(name)
    larger = by_id()[found.part_of].name_en if found.part_of else "-"
    assert larger == whole
    if latitude == "-":
        assert found.latitude is None
    else:
        assert found.latitude is not None
        assert found.longitude is not None
        assert abs(found.latitude - float(latitude)) <= 1
        assert abs(found.longitude - float(longitude)) <= 1


def test_every_town_kept_by_hand_lies_in_the_country_it_is_listed_with() -> None:
    placed = {row[0]: row[1] for name in ("points", "ids") for row in table(f"gazetteer_{name}.tsv")}
    listed = {row[2]: row[8] for row in table("gazetteer_cities.tsv")}
    assert {name: placed.get(name) for name in listed} == listed


def test_towns_far_away_do_not_take_names_of_better_known_ones() -> None:
    hand = {n for row in table("gazetteer_cities.tsv") for n in (row[2], *row[3].split(";")) if n}
    near = tomllib.loads((ROOT / "training/gazetteer.toml").read_text("utf-8"))["near"]
    assert {row[3] for row in table("gazetteer_towns.tsv") if row[1] in hand} <= set(near)


def test_no_two_places_kept_by_hand_are_one_point_of_a_source() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for name, _, _, geonames, *_ in table("gazetteer_ids.tsv"):
        found[geonames].append(name)
    assert [names for names in found.values() if len(names) > 1] == []
