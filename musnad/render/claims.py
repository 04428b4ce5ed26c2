"""Views of who said what: the index of speakers, and the statements of speakers without a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from musnad.config import Config
from musnad.model import Archive, NameType, Statement, Voice
from musnad.render import address, order
from musnad.render.names import Names
from musnad.render.rows import SHEET, Rows, cut, sheets
from musnad.render.values import Planned, RoleRows, SpeakerRow, Who
from musnad.render.views import ClaimsView, UnnamedView

_UNNAMED = "claims/unnamed.html"
_SAMPLE = 3


def plan_claims(
    archive: Archive, config: Config, names: Names, rows: Rows, language: str
) -> Iterator[Planned]:
    """The index of speakers: named ones A-Z, then roles, at last those whom no text names."""
    speakers = [_named(archive, names, rows, key) for key in archive.statements_by]
    speakers.sort(key=lambda row: order.key(_called(row.who, language), language))
    speakers += _roles(archive, names, rows)
    statements = sum(row.count for row in speakers)
    for sheet in sheets("claims/index.html", len(speakers)):
        yield (
            sheet.address,
            ClaimsView(
                site=config,
                speakers=cut(speakers, sheet),
                total=len(speakers),
                statements=statements,
                sheet=sheet,
            ),
        )


def plan_unnamed(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """The statements of speakers whom no record knows, by the words for them."""
    flat = [(role, at) for role in _order(archive) for at in archive.unnamed[role]]
    for sheet in sheets(_UNNAMED, len(flat)):
        parts = groupby(cut(flat, sheet), key=lambda pair: pair[0])
        yield (
            sheet.address,
            UnnamedView(
                site=config,
                roles=tuple(
                    RoleRows(
                        who=names.voice(Voice(name=role)),
                        anchor=_anchor(role),
                        count=len(archive.unnamed[role]),
                        rows=tuple(rows.statement(at) for _, at in pairs),
                    )
                    for role, pairs in parts
                ),
                total=len(flat),
                sheet=sheet,
            ),
        )


def _called(who: Who, language: str) -> str:
    return who.en if language == "en" and who.en else who.ar


def _named(archive: Archive, names: Names, rows: Rows, key: str) -> SpeakerRow:
    said = archive.statements_by[key]
    entity = archive.entities[key]
    return _row(names.entity(key), said, rows, f"{address.entity(key)}#said", entity.type)


def _roles(archive: Archive, names: Names, rows: Rows) -> Iterator[SpeakerRow]:
    place = 0
    for role in _order(archive):
        said = archive.unnamed[role]
        sheet = address.sheet(_UNNAMED, place // SHEET + 1)
        yield _row(names.voice(Voice(name=role)), said, rows, f"{sheet}#{_anchor(role)}", None)
        place += len(said)


def _row(who: Who, said: tuple[Statement, ...], rows: Rows, href: str, kind: NameType | None) -> SpeakerRow:
    sample = tuple(rows.statement(at) for at in said[:_SAMPLE])
    return SpeakerRow(who=who, type=kind, count=len(said), href=href, sample=sample)


def _order(archive: Archive) -> list[str]:
    return sorted(archive.unnamed, key=lambda role: (role == "", order.key(role)))


def _anchor(role: str) -> str:
    return f"by-{address.slug(role)}" if role else "by-nobody"
