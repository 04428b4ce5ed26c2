"""Views of sources: the agencies, outlets and platforms through which texts and statements came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from musnad import address
from musnad.arrival import Followed
from musnad.config import Config
from musnad.model import Archive, Statement
from musnad.render.parts.lettered import lead, ordered, parts
from musnad.render.parts.names import Names, source_key
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.common import SourceRow
from musnad.render.values.indexes import SourcesView
from musnad.render.values.page import Planned
from musnad.render.values.views import SourceView


def plan_sources(archive: Archive, config: Config, names: Names, rows: Rows) -> Iterator[Planned]:
    """A page for every source."""
    through = _through(archive)
    followed = Followed(archive.articles)
    for key in sorted(names.sources):
        articles, statements = archive.sources.get(key, ()), through[key]
        who, entity = names.carrier(key), archive.entities.get(key)
        role = entity.role if entity else None
        page = address.source(key)
        feed = address.feed(page) if config.url and followed.newest(articles) else None
        for sheet in sheets(page, len(articles), len(statements)):
            yield (
                sheet.address,
                SourceView(
                    site=config,
                    who=who,
                    role=role,
                    entity=address.entity(key) if entity else None,
                    feed=feed,
                    articles=tuple(rows.article(id_) for id_ in cut(articles, sheet)),
                    articles_total=len(articles),
                    statements=tuple(rows.statement(at) for at in cut(statements, sheet)),
                    statements_total=len(statements),
                    sheet=sheet,
                ),
            )


def plan_channels(archive: Archive, config: Config, names: Names, language: str) -> Iterator[Planned]:
    """The A-Z of sources in an interface language, each by what that language calls it."""
    through = _through(archive)
    called = {key: names.carrier(key).called(language) for key in names.sources}
    keys, first = ordered(called, language), "sources/index.html"
    letters = lead([called[key] for key in keys], first, language)

    def row(key: str) -> SourceRow:
        entity = archive.entities.get(key)
        return SourceRow(
            who=names.carrier(key),
            role=entity.role if entity else None,
            articles=len(archive.sources.get(key, ())),
            statements=len(through[key]),
        )

    for sheet in sheets(first, len(keys)):
        yield (
            sheet.address,
            SourcesView(
                site=config,
                parts=parts(keys, called, language, sheet, row),
                letters=letters,
                total=len(keys),
                sheet=sheet,
            ),
        )


def _through(archive: Archive) -> defaultdict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for article in archive.articles:
        for index, claim in enumerate(archive.annotations[article.id].claims):
            for key in dict.fromkeys(source_key(voice) for voice in claim.via):
                if key:
                    found[key].append(Statement(article.id, index))
    return found
