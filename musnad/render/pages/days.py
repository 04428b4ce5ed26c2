"""Views of days: what came out, was said or is told of on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from musnad import edtf
from musnad.config import Config
from musnad.model import Archive, Statement
from musnad.render import address
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.common import DayRow, Planned
from musnad.render.values.views import DatesView, DayView


def plan_days(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """A page for every day that the archive knows something of, and the list of them."""
    said, published = _said(archive), _published(archive)
    days = sorted(archive.days.keys() | said.keys() | published.keys())
    listed = []
    for number, day in enumerate(days):
        articles, statements, mentions = published[day], said[day], archive.days.get(day, ())
        listed.append(DayRow(day, len(articles), len(statements), len(mentions)))
        for sheet in sheets(address.day(day), len(articles), len(statements), len(mentions)):
            yield (
                sheet.address,
                DayView(
                    site=config,
                    day=day,
                    articles=tuple(rows.article(key) for key in cut(articles, sheet)),
                    articles_total=len(articles),
                    statements=tuple(rows.statement(at) for at in cut(statements, sheet)),
                    statements_total=len(statements),
                    contexts=tuple(rows.context(at) for at in cut(mentions, sheet)),
                    contexts_total=len(mentions),
                    before=days[number - 1] if number else None,
                    after=days[number + 1] if number + 1 < len(days) else None,
                    sheet=sheet,
                ),
            )
    for sheet in sheets("dates/index.html", len(listed)):
        yield (
            sheet.address,
            DatesView(site=config, days=cut(listed, sheet), total=len(listed), sheet=sheet),
        )


def _said(archive: Archive) -> defaultdict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for article in archive.articles:
        for index, claim in enumerate(archive.annotations[article.id].claims):
            if day := edtf.single_day(claim.said):
                found[day.isoformat()].append(Statement(article.id, index))
    return found


def _published(archive: Archive) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in archive.articles:
        if day := edtf.single_day(article.date_published):
            found[day.isoformat()].append(article.id)
    return found
