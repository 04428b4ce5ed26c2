"""What is new: the articles in the order in which they came in, the last first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from musnad import address
from musnad.config import Config
from musnad.model import Archive
from musnad.render.parts.names import Names
from musnad.render.parts.news import By, News
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.indexes import Jumps, NewsDay, NewsView
from musnad.render.values.page import Planned

_FIRST = "new.html"
_SHEET = 50  # articles on a sheet
_MONTHS = 24  # as many are jumped to one by one; where there are more, years


def plan_news(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """The list of what is new, in sheets."""
    news = News(archive, names, rows)
    keys = news.order[::-1]
    jumps = _jumps([news.came(key) for key in keys])
    for sheet in sheets(_FIRST, len(keys), size=_SHEET):
        days = groupby(cut(keys, sheet, _SHEET), key=news.came)
        yield (
            sheet.address,
            NewsView(
                site=config,
                days=tuple(
                    NewsDay(day, by, _anchor(day, by), tuple(map(news.row, own))) for (day, by), own in days
                ),
                jumps=jumps,
                total=len(keys),
                sheet=sheet,
            ),
        )


def _jumps(days: list[tuple[str | None, By]]) -> Jumps:
    """Months, or years where these are too many, each with the place where it begins in the list."""
    found: dict[str, str] = {}
    digits = 7 if len({day[:7] for day, _ in days if day}) <= _MONTHS else 4
    for place, (day, by) in enumerate(days):
        if day:
            at = address.sheet(_FIRST, place // _SHEET + 1)
            found.setdefault(day[:digits], f"{at}#{_anchor(day, by)}")
    return tuple(found.items())


def _anchor(day: str | None, by: By) -> str:
    """The anchor of a day: safe in an address, and another for the days of publication."""
    bare = "".join(sign if sign.isalnum() else "-" for sign in day or "unknown")
    return f"{'day' if by == 'entry' else 'of'}-{bare}"
