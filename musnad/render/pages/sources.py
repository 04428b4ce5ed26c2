"""Views of sources: the agencies, outlets and platforms through which texts and statements came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from musnad.arabic import order
from musnad.config import Config
from musnad.model import Archive, Statement
from musnad.render import address
from musnad.render.parts.names import Names, source_key
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.common import Planned, SourceRow
from musnad.render.values.views import SourcesView, SourceView


def plan_sources(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """A page for every source, and the list of them, those with most articles first."""
    through = _through(archive)
    listed = []
    for key in sorted(names.sources):
        articles, statements = archive.sources.get(key, ()), through[key]
        who, entity = names.carrier(key), archive.entities.get(key)
        role = entity.role if entity else None
        listed.append(SourceRow(who=who, role=role, articles=len(articles), statements=len(statements)))
        for sheet in sheets(address.source(key), len(articles), len(statements)):
            yield (
                sheet.address,
                SourceView(
                    site=config,
                    who=who,
                    role=role,
                    entity=address.entity(key) if entity else None,
                    articles=tuple(rows.article(id_) for id_ in cut(articles, sheet)),
                    articles_total=len(articles),
                    statements=tuple(rows.statement(at) for at in cut(statements, sheet)),
                    statements_total=len(statements),
                    sheet=sheet,
                ),
            )
    listed.sort(key=lambda row: (-row.articles, -row.statements, order.key(row.who.ar)))
    for sheet in sheets("sources/index.html", len(listed)):
        yield (
            sheet.address,
            SourcesView(site=config, sources=cut(listed, sheet), total=len(listed), sheet=sheet),
        )


def _through(archive: Archive) -> defaultdict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for article in archive.articles:
        for index, claim in enumerate(archive.annotations[article.id].claims):
            for key in dict.fromkeys(source_key(voice) for voice in claim.via):
                if key:
                    found[key].append(Statement(article.id, index))
    return found
