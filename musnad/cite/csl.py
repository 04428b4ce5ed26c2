"""An item as CSL-JSON: the input of citeproc processors, pandoc and reference managers."""

from __future__ import annotations

import json
from typing import Any

from musnad.cite.dates import Point, dated
from musnad.cite.item import Item, Name
from musnad.cite.notes import notes

_TYPES = {"article": "article-newspaper", "statement": "article-newspaper", "page": "webpage"}


def written(item: Item) -> str:
    """A list of one item."""
    return json.dumps([record(item)], ensure_ascii=False) + "\n"


def record(item: Item) -> dict[str, Any]:
    """The item. Names are literal: none is taken apart."""
    outlet = item.outlet.ar if item.outlet else None
    fields = {
        "id": item.id,
        "type": _TYPES[item.kind],
        "title": item.title.ar,
        "author": _names(item.authors or ((item.archive,) if item.kind == "page" else ())),
        "contributor": _names(item.contributors),
        "container-title": outlet if item.kind != "page" else item.archive.ar,
        "issued": date(item.date),
        "event-date": date(item.said),
        "version": str(item.edition.number) if item.edition else None,
        "archive": item.archive.ar,
        "URL": item.address,
        "language": item.tongue,
        "abstract": item.abstract,
        "keyword": ", ".join(item.keywords),
        "note": " ".join(notes(item)),
    }
    return {key: value for key, value in fields.items() if value}


def _names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    return [{"literal": name.ar} for name in names]


def date(value: str | None) -> dict[str, Any] | None:
    """An EDTF value as CSL has dates: parts of one or two points, a season, whether it is doubtful."""
    found = dated(value)
    points = [point for point in (found.first, found.last) if point] if found else []
    if found is None or not points:
        return None
    made: dict[str, Any] = {"date-parts": [_parts(point) for point in points]}
    if points[0].season:
        made["season"] = points[0].month - 20
    return made | {"circa": True} if found.about else made


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, 0 if point.season else point.month, point.day) if part]
