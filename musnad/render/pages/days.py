"""Views of days: what came out, was said or is told of on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from musnad import address, edtf
from musnad.config import Config
from musnad.model import Archive
from musnad.render.parts.daily import Said, daily
from musnad.render.parts.names import NOBODY, Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.common import DayRow, Sheet
from musnad.render.values.indexes import DatesView, MonthRow, YearRow
from musnad.render.values.page import Planned
from musnad.render.values.views import DaySource, DayView

_DAYS = 366  # on a sheet of the calendar


def plan_days(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """A page for every day that the archive knows something of, and the calendar."""
    said, published = daily(archive), _published(archive)
    days = sorted(archive.days.keys() | said.keys() | published.keys())
    listed = []
    for number, day in enumerate(days):
        articles, mentions = published[day], archive.days.get(day, ())
        statements = said.get(day, ())
        listed.append(DayRow(day, len(articles), len(statements), len(mentions)))
        for sheet in sheets(address.day(day), len(articles), len(statements), len(mentions)):
            yield (
                sheet.address,
                DayView(
                    site=config,
                    day=day,
                    articles=tuple(rows.article(key) for key in cut(articles, sheet)),
                    articles_total=len(articles),
                    statements=tuple(_by_source(cut(statements, sheet), names, rows)),
                    statements_total=len(statements),
                    contexts=tuple(rows.context(at) for at in cut(mentions, sheet)),
                    contexts_total=len(mentions),
                    before=days[number - 1] if number else None,
                    after=days[number + 1] if number + 1 < len(days) else None,
                    sheet=sheet,
                ),
            )
    yield from _calendar(config, listed)


def _calendar(config: Config, days: list[DayRow]) -> Iterator[Planned]:
    """The calendar, cut between years; those of which texts only name days come after the others."""
    first = "dates/index.html"
    held = [list(months) for _, months in groupby(_months(days), key=lambda month: month.month[:4])]
    years = [YearRow(months[0].month[:4], tuple(months)) for months in held]
    years.sort(key=lambda year: not any(month.told for month in year.months))
    on = list(_shared_out(years))
    jumps = sorted(
        (year.year, f"{address.sheet(first, number)}#{year.anchor}")
        for number, own in enumerate(on, 1)
        for year in own
    )
    for number, own in enumerate(on, 1):
        sheet = Sheet(first=first, number=number, of=len(on))
        yield (
            sheet.address,
            DatesView(site=config, years=tuple(own), jumps=tuple(jumps), total=len(days), sheet=sheet),
        )


def _months(days: Iterable[DayRow]) -> Iterator[MonthRow]:
    for month, alike in groupby(days, key=lambda row: row.day[:7]):
        yield MonthRow(month, tuple(alike))


def _shared_out(years: Iterable[YearRow]) -> Iterator[list[YearRow]]:
    """Years that stand on a sheet: as many as have no more than `_DAYS` days together, at least one."""
    own: list[YearRow] = []
    for year in years:
        if own and sum(len(month.days) for each in (*own, year) for month in each.months) > _DAYS:
            yield own
            own = []
        own.append(year)
    yield own


def _by_source(said: tuple[Said, ...], names: Names, rows: Rows) -> Iterator[DaySource]:
    for source, own in groupby(said, key=lambda each: each.source):
        who = names.carrier(source) if source else NOBODY
        yield DaySource(who, tuple(rows.statement(each.at) for each in own))


def _published(archive: Archive) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in archive.articles:
        if day := edtf.single_day(article.date_published):
            found[day.isoformat()].append(article.id)
    return found
