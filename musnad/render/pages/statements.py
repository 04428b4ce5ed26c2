"""Views of statements: a page for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from musnad import address, edtf
from musnad.config import Config
from musnad.model import Archive, Statement
from musnad.render.parts.copies import Copies
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.storied import Storied
from musnad.render.parts.ties import LISTED, Ties
from musnad.render.values.page import Planned
from musnad.render.values.statements import Asked, Carrier, ClaimView, Rendering, Wording

_ON_SHEET = 100  # links, and renderings, on a sheet


def plan_statements(
    archive: Archive, config: Config, names: Names, rows: Rows, ties: Ties, copies: Copies, storied: Storied
) -> Iterator[Planned]:
    """A page for every statement; in sheets where it has more renderings or links than a page can hold."""
    asked = _asked(archive)
    for article in archive.articles:
        title = rows.article(article.id)
        for index, claim in enumerate(archive.annotations[article.id].claims):
            at = Statement(article.id, index)
            key, row = claim.id, rows.statement(at)
            group = ties.group(key)
            shown = tuple(dict.fromkeys((key, *(group if key == group[0] else group[:LISTED]))))
            joined = ties.renders(key, shown)
            renderings = [Rendering(rows.statement(ties.at(other)), joined.get(other)) for other in shown]
            carriers = _carriers(renderings, copies.holding(article.id, claim), rows)
            links = ties.rows(key)
            day = edtf.single_day(row.day)
            lengths = len(renderings), len(links), len(carriers)
            for sheet in sheets(address.claim(key), *lengths, size=_ON_SHEET):
                yield (
                    sheet.address,
                    ClaimView(
                        site=config,
                        row=row,
                        source=names.role(claim.source.text) if claim.source else None,
                        by=claim.by,
                        score=claim.score,
                        context=rows.place(at),
                        article=title,
                        day=day.isoformat() if day else None,
                        wordings=_wordings(cut(renderings, sheet, _ON_SHEET)),
                        renderings=len(group),
                        further=len(group) - len(shown),
                        eldest=group[0],
                        links=cut(links, sheet, _ON_SHEET),
                        links_total=len(links),
                        carriers=cut(carriers, sheet, _ON_SHEET),
                        asked=tuple(asked.get(key, ())),
                        stories=storied.of(article.id),
                        sheet=sheet,
                    ),
                )


def _wordings(renderings: tuple[Rendering, ...]) -> tuple[Wording, ...]:
    """Renderings by their words; the first one's words come first."""
    found: defaultdict[str, list[Rendering]] = defaultdict(list)
    for rendering in renderings:
        found[rendering.row.words].append(rendering)
    return tuple(Wording(words, tuple(alike)) for words, alike in found.items())


def _carriers(renderings: list[Rendering], copied: Iterable[Carrier], rows: Rows) -> list[Carrier]:
    """The texts that have a statement, in order of time; as a statement rather than a copied passage."""
    found: dict[str, Carrier] = {}
    for each in renderings:
        key = each.row.article
        found.setdefault(key, Carrier(rows.article(key), each.row.id))
    for carrier in copied:
        found.setdefault(carrier.article.id, carrier)
    return sorted(found.values(), key=lambda each: (each.article.date or "9999", each.article.id))


def _asked(archive: Archive) -> dict[str, list[Asked]]:
    """The questions that each claim answers."""
    found: defaultdict[str, list[Asked]] = defaultdict(list)
    for question in archive.questions:
        for position in question.positions:
            for key in position.claims:
                found[key].append(Asked(question.id, question.question, position.name))
    return found
