"""Views of who said what: the index of speakers, and the statements of speakers without a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from musnad import address
from musnad.arabic import order
from musnad.config import Config
from musnad.model import Archive, Voice
from musnad.render.parts.lettered import anchor, lead, ordered
from musnad.render.parts.names import Names
from musnad.render.parts.rows import SHEET, Rows, cut, sheets
from musnad.render.values.common import RoleRows, SpeakerRow
from musnad.render.values.page import Planned
from musnad.render.values.views import ClaimsView, UnnamedView

_UNNAMED = "claims/unnamed.html"
_SAMPLE = 3  # statements of a speaker in the index
_SPEAKERS = 60  # speakers on a sheet of it


def plan_claims(
    archive: Archive, config: Config, names: Names, rows: Rows, language: str
) -> Iterator[Planned]:
    """The index of speakers: named ones A-Z, then roles, at last those whom no text names."""
    first = "claims/index.html"
    called = {key: names.entity(key).called(language) for key in archive.statements_by}
    keys = ordered(called, language)
    letters = lead([called[key] for key in keys], first, language, _SPEAKERS)
    anchors = {href.partition("#")[2] for _, href in letters}
    speakers = []
    for key in keys:
        at = anchor(order.initial(called[key], language))
        speakers.append(_named(archive, names, rows, key, at if at in anchors else None))
        anchors.discard(at)
    speakers += _roles(archive, names, rows)
    for sheet in sheets(first, len(speakers), size=_SPEAKERS):
        yield (
            sheet.address,
            ClaimsView(
                site=config,
                speakers=cut(speakers, sheet, _SPEAKERS),
                letters=letters,
                total=len(speakers),
                statements=sum(row.count for row in speakers),
                unnamed=bool(archive.unnamed),
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


def _named(archive: Archive, names: Names, rows: Rows, key: str, at: str | None) -> SpeakerRow:
    said = archive.statements_by[key]
    return SpeakerRow(
        who=names.entity(key),
        type=archive.entities[key].type,
        count=len(said),
        href=f"{address.entity(key)}#said",
        sample=tuple(rows.statement(statement) for statement in said[:_SAMPLE]),
        anchor=at,
    )


def _roles(archive: Archive, names: Names, rows: Rows) -> Iterator[SpeakerRow]:
    place = 0
    for role in _order(archive):
        said = archive.unnamed[role]
        sheet = address.sheet(_UNNAMED, place // SHEET + 1)
        yield SpeakerRow(
            who=names.voice(Voice(name=role)),
            type=None,
            count=len(said),
            href=f"{sheet}#{_anchor(role)}",
            sample=tuple(rows.statement(at) for at in said[:_SAMPLE]),
        )
        place += len(said)


def _order(archive: Archive) -> list[str]:
    return sorted(archive.unnamed, key=lambda role: (role == "", order.key(role)))


def _anchor(role: str) -> str:
    return f"by-{address.slug(role)}" if role else "by-nobody"
