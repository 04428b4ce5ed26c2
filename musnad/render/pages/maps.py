"""Views of maps: where the archive's places lie, on the whole, in the world, and country by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from musnad import address
from musnad.config import Config
from musnad.model import Archive
from musnad.render.drawing.projection import fitted, world
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.page import Planned
from musnad.render.values.pictures import MapName, MapView, Mark, PlaceRow, Window

SHEET = 28  # rows of the list on a page
_NEWEST = 2  # articles in a row
_MARKS = 56  # places on a picture
_FEW = 3  # places that a country needs for a map of its own
_MAPS = 80  # countries at most
_SHARE = 75  # hundredths of what is named that the archive's own map shows at least
_CENTRES = 60  # heaviest places that it may be drawn around
_SPANS = (300, 600, 1200, 2400, 4800)  # hundredths of a degree to each side of its centre
_NARROWEST = {"archive": 1600, "country": 300}  # hundredths of a degree that a map is wide at least

Kind = Literal["archive", "world", "country"]


def plan_maps(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """The map of the archive, that of the world, and one for each country that has several places."""
    places = _Places(archive, names, rows)
    countries = places.countries()
    maps = tuple(
        MapName(names.entity(key), address.map(key), len(inside), places.weight(inside))
        for key, inside in countries
    )
    home = _home(places)

    def pages(
        first: str, kind: Kind, of: str | None, window: Window | None, listed: Sequence[str]
    ) -> Iterator[Planned]:
        within = places.within(window) if window else []
        for sheet in sheets(first, len(listed), size=SHEET):
            yield (
                sheet.address,
                MapView(
                    site=config,
                    kind=kind,
                    of=names.entity(of) if of else None,
                    window=window if sheet.number == 1 else None,
                    marks=tuple(map(places.mark, within[:_MARKS])) if sheet.number == 1 else (),
                    placed=len(within),
                    places=tuple(places.row(key) for key in cut(listed, sheet, SHEET)),
                    total=len(listed),
                    unplaced=sum(key not in places.at for key in listed),
                    maps=maps,
                    sheet=sheet,
                ),
            )

    yield from pages("map.html", "archive", None, home, places.all)
    if places.at:
        yield from pages("map/index.html", "world", None, world(), places.within(world())[:_MARKS])
    for key, inside in countries:
        window = fitted([places.at[one] for one in inside], _NARROWEST["country"])
        yield from pages(address.map(key), "country", key, window, inside)


class _Places:
    """The archive's places, those that most articles name first."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._names, self._rows, self._entities = names, rows, archive.entities
        self._articles = {
            key: list(dict.fromkeys(at.article for at in found))
            for key, found in archive.appearances.items()
            if archive.entities[key].type == "place"
        }
        self.all = sorted(self._articles, key=lambda key: (-len(self._articles[key]), key))
        self.at: dict[str, tuple[int, int]] = {}
        for key in self.all:
            entity = archive.entities[key]
            if entity.longitude is not None and entity.latitude is not None:
                self.at[key] = round(entity.longitude * 100), round(entity.latitude * 100)

    def count(self, key: str) -> int:
        """How many articles name a place."""
        return len(self._articles[key])

    def weight(self, keys: Sequence[str]) -> int:
        """How many articles name one of these places."""
        return len({article for key in keys for article in self._articles[key]})

    def within(self, window: Window) -> list[str]:
        """The places of known position in a window."""
        return [
            key
            for key, (east, north) in self.at.items()
            if window.west <= east <= window.east and window.south <= north <= window.north
        ]

    def countries(self) -> list[tuple[str, list[str]]]:
        """The largest places of known position that have several others in them, with these."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in self.at:
            if whole := self._whole(key):
                found[whole].append(key)
        many = [
            (key, inside) for key, inside in found.items() if len(inside) >= _FEW and key in self._articles
        ]
        return sorted(many, key=lambda pair: (-self.weight(pair[1]), pair[0]))[:_MAPS]

    def inside(self, key: str) -> bool:
        """Whether a larger place of known position has it."""
        return self._whole(key) is not None

    def mark(self, key: str) -> Mark:
        """A place as a map has it."""
        return Mark(self._names.entity(key), *self.at[key], self.count(key), not self.inside(key))

    def row(self, key: str) -> PlaceRow:
        """A place as the list has it."""
        part_of = self._entities[key].part_of
        newest = self._articles[key][-_NEWEST:][::-1]
        return PlaceRow(
            who=self._names.entity(key),
            within=self._names.entity(part_of) if part_of in self._entities else None,
            articles=self.count(key),
            newest=tuple(map(self._rows.article, newest)),
            placed=key in self.at,
        )

    def _whole(self, key: str) -> str | None:
        """The largest place of known position that a place lies in, by their records, if there is one."""
        found, seen, at = None, {key}, self._entities[key].part_of
        while at in self._entities and at not in seen:
            seen.add(at)
            if self._entities[at].latitude is not None:
                found = at
            at = self._entities[at].part_of
        return found


def _home(places: _Places) -> Window | None:
    """The narrowest window around a place that has most of what is named; the world where none has.

    A country, which is not in one place, counts for half.
    """
    if not places.at:
        return None
    weights = [
        (east, north, places.count(key) * (1 if places.inside(key) else 0.5))
        for key, (east, north) in places.at.items()
    ]
    enough = sum(weight for *_, weight in weights) * _SHARE / 100
    for span in _SPANS:
        best, chosen = 0.0, None
        for centre_east, centre_north, _ in weights[:_CENTRES]:
            inside = [
                (east, north, weight)
                for east, north, weight in weights
                if abs(east - centre_east) <= span and abs(north - centre_north) <= span
            ]
            held = sum(weight for *_, weight in inside)
            if held > best:
                best, chosen = held, inside
        if chosen and best >= enough:
            return fitted([(east, north) for east, north, _ in chosen], _NARROWEST["archive"])
    return world()
