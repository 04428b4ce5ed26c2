"""The book's lists: who said what, the names, the sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from musnad import address
from musnad.arabic import order
from musnad.config import Config
from musnad.model import Archive, Statement
from musnad.render.pages.sources import plan_channels
from musnad.render.parts.lettered import ordered
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.book import NameRow, NamesView, OriginsView, SpokenView
from musnad.render.values.common import RoleRows, Tally
from musnad.render.values.page import Planned

SPOKEN, NAMES, ORIGINS = "claims/index.html", "entities/index.html", "sources/index.html"
_NAMED_IN = 6  # articles of a name


def plan_spoken(
    archive: Archive, config: Config, names: Names, rows: Rows, language: str
) -> Iterator[Planned]:
    """The named speakers A-Z, with everything they said."""
    called = {key: names.entity(key).called(language) for key in archive.statements_by}
    flat: list[tuple[str, Statement]] = [
        (key, at) for key in ordered(called, language) for at in archive.statements_by[key]
    ]
    for sheet in sheets(SPOKEN, len(flat)) if flat else ():
        parts = groupby(cut(flat, sheet), key=lambda pair: pair[0])
        yield (
            sheet.address,
            SpokenView(
                site=config,
                speakers=tuple(
                    RoleRows(
                        who=names.entity(key),
                        anchor=f"by-{address.slug(key)}",
                        count=len(archive.statements_by[key]),
                        rows=tuple(rows.statement(at) for _, at in pairs),
                    )
                    for key, pairs in parts
                ),
                total=len(flat),
                sheet=sheet,
            ),
        )


def plan_named(
    archive: Archive, config: Config, names: Names, rows: Rows, language: str
) -> Iterator[Planned]:
    """The names A-Z, with the articles that have them."""
    keys = names.seen & archive.entities.keys()
    called = {key: names.entity(key).called(language) for key in keys}
    listed = ordered(called, language)
    for sheet in sheets(NAMES, len(listed)) if listed else ():
        alike = groupby(cut(listed, sheet), key=lambda key: order.initial(called[key], language))
        letters = tuple(
            (letter, tuple(_name(archive, names, rows, key) for key in own)) for letter, own in alike
        )
        view = NamesView(site=config, letters=letters, total=len(listed), sheet=sheet)
        yield sheet.address, view


def _name(archive: Archive, names: Names, rows: Rows, key: str) -> NameRow:
    found = archive.appearances.get(key, ())
    articles = list(dict.fromkeys(at.article for at in found))
    return NameRow(
        tally=Tally(names.entity(key), len(found), archive.entities[key].type),
        anchor=f"e-{address.slug(key)}",
        articles=tuple(map(rows.article, articles[:_NAMED_IN])),
        others=len(articles[_NAMED_IN:]),
        said=f"{address.entity(key)}#said" if key in archive.statements_by else None,
    )


def plan_origins(archive: Archive, config: Config, names: Names, language: str) -> tuple[str, OriginsView]:
    """All sources on one page: they are few."""
    planned = plan_channels(archive, config, names, language)
    letters = tuple(letter for _, view in planned for letter in view.parts)  # type: ignore[attr-defined]
    anchors = {
        row.who.href: f"s-{address.slug(row.who.href)}"
        for letter in letters
        for row in letter.rows
        if row.who.href
    }
    about = OriginsView(site=config, sources=letters, anchors=anchors, address=ORIGINS)
    return ORIGINS, about
