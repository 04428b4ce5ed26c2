"""Views of names: an entity's page, and the A-Z."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from musnad import address
from musnad.arrival import Followed
from musnad.config import Config
from musnad.model import Appearance, Archive, Entity, Statement
from musnad.render.parts.figures import figures
from musnad.render.parts.kin import Kin
from musnad.render.parts.lettered import lead, ordered, parts
from musnad.render.parts.names import MADE, Names, block_at, covered
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.ties import Ties
from musnad.render.values.common import Tally
from musnad.render.values.indexes import EntitiesView
from musnad.render.values.page import Planned
from musnad.render.values.views import EntityView

_Place = tuple[str, int]  # an article's id and a paragraph's index


def plan_entities(
    archive: Archive, config: Config, names: Names, rows: Rows, ties: Ties
) -> Iterator[Planned]:
    """A page for every entity that the texts name or quote, or that they came through."""
    dates = {article.id: article.date_published for article in archive.articles}
    company = _Company(archive)
    naming = _naming(archive)
    amounts = figures(archive)
    kin = Kin(archive, names)
    followed = Followed(archive.articles)
    for key in sorted(names.seen & archive.entities.keys()):
        entity = archive.entities[key]
        appearances = archive.appearances.get(key, ())
        own = set(archive.statements_by.get(key, ()))
        said = sorted(own, key=lambda at: (rows.day(at) or "9999", at.article, at.claim))
        about = [at for at in naming[key] if at not in own]
        beside = company.of(key)
        bare = entity == Entity(entity.id, entity.type, entity.name_ar)
        counts = amounts.get(key, [])
        forms, articles = _forms(archive, appearances), {at.article for at in appearances}
        page = address.entity(key)
        feed = address.feed(page) if config.url and followed.newest(articles) else None
        dated = [date for at in appearances if (date := dates[at.article])]
        lengths = len(appearances), len(said), len(about), len(counts), len(beside)
        for sheet in sheets(page, *lengths):
            yield (
                sheet.address,
                EntityView(
                    site=config,
                    entity=entity,
                    who=names.entity(key),
                    titles=tuple((names.role(title.name), title.during) for title in entity.titles),
                    made=key.startswith(MADE) and bare,
                    listed=key.startswith(MADE) and not bare,
                    source=address.source(key) if key in names.sources else None,
                    feed=feed,
                    country=names.entity(entity.country) if entity.country else None,
                    part_of=names.entity(entity.part_of) if entity.part_of else None,
                    peoples=kin.peoples(key),
                    parts=kin.parts(key),
                    candidates=kin.others(key),
                    forms=forms,
                    mentions=len(appearances),
                    articles=len(articles),
                    first=dated[0] if dated else None,
                    last=dated[-1] if dated else None,
                    contexts=tuple(rows.context(at) for at in cut(appearances, sheet)),
                    said=tuple(ties.said(at) for at in cut(said, sheet)),
                    said_total=len(said),
                    naming=tuple(rows.statement(at) for at in cut(about, sheet)),
                    naming_total=len(about),
                    figures=tuple(rows.figure(at) for at in cut(counts, sheet)),
                    figures_total=len(counts),
                    beside=tuple(_tally(archive, names, *pair) for pair in cut(beside, sheet)),
                    beside_total=len(beside),
                    sheet=sheet,
                ),
            )


def plan_names(archive: Archive, config: Config, names: Names, language: str) -> Iterator[Planned]:
    """The A-Z of an interface language, each name by what that language calls it."""
    called = {key: names.entity(key).called(language) for key in names.seen & archive.entities.keys()}
    keys, first = ordered(called, language), "entities/index.html"
    letters = lead([called[key] for key in keys], first, language)

    def row(key: str) -> Tally:
        return _tally(archive, names, key, len(archive.appearances.get(key, ())))

    for sheet in sheets(first, len(keys)):
        yield (
            sheet.address,
            EntitiesView(
                site=config,
                parts=parts(keys, called, language, sheet, row),
                letters=letters,
                total=len(keys),
                sheet=sheet,
            ),
        )


def _tally(archive: Archive, names: Names, key: str, count: int) -> Tally:
    return Tally(who=names.entity(key), count=count, type=archive.entities[key].type)


def _forms(archive: Archive, appearances: Iterable[Appearance]) -> tuple[tuple[str, int], ...]:
    """How the texts write a name, the most frequent form first."""
    forms = Counter(archive.annotations[at.article].mentions[at.mention].text for at in appearances)
    return tuple(sorted(forms.items(), key=lambda form: (-form[1], form[0])))


def _naming(archive: Archive) -> defaultdict[str, list[Statement]]:
    """The statements whose words name an entity."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for article in archive.articles:
        own = archive.annotations[article.id]
        for index, claim in enumerate(own.claims):
            for key in covered(claim, own.mentions):
                found[key].append(Statement(article.id, index))
    return found


class _Company:
    """Who is named in one paragraph with whom."""

    def __init__(self, archive: Archive) -> None:
        self._places: defaultdict[str, list[_Place]] = defaultdict(list)
        self._names: defaultdict[_Place, list[str]] = defaultdict(list)
        for article in archive.articles:
            for mention in archive.annotations[article.id].mentions:
                if mention.entity is None:
                    continue
                place = article.id, block_at(article, mention.start)[0]
                if mention.entity not in self._names[place]:
                    self._places[mention.entity].append(place)
                    self._names[place].append(mention.entity)

    def of(self, key: str) -> list[tuple[str, int]]:
        """The other names of its paragraphs, each with how many it shares; the most first."""
        found = Counter(other for place in self._places[key] for other in self._names[place] if other != key)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
