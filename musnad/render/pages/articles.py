"""Views of articles: each by itself, and the list of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from msgspec import structs

from musnad import edtf
from musnad.config import Config
from musnad.model import Annotations, Archive, Article
from musnad.model.released import Past
from musnad.naming import headless, title
from musnad.render.comparing import Comparing
from musnad.render.pages.past import earlier
from musnad.render.parts.copies import Copies
from musnad.render.parts.graphic import graphic
from musnad.render.parts.names import Names, block_at, way
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.storied import Storied
from musnad.render.parts.ties import Ties
from musnad.render.values.common import ArticleRow, Strand, Tally, Who
from musnad.render.values.page import Planned
from musnad.render.values.statements import NoteLink
from musnad.render.values.storied import StoryName
from musnad.render.values.views import ArticlesView, ArticleView
from musnad.render.words.making import maker

_BESIDE = 6  # articles that a page offers to compare its own with


def plan_articles(
    archive: Archive,
    config: Config,
    names: Names,
    rows: Rows,
    ties: Ties,
    copies: Copies,
    storied: Storied,
    comparing: Comparing,
    past: Past,
) -> Iterator[Planned]:
    """A page for every article, and the list of them."""
    ids = [article.id for article in archive.articles]
    spread = {key: len({one.article for one in found}) for key, found in archive.appearances.items()}
    for number, article in enumerate(archive.articles):
        before = rows.article(ids[number - 1]) if number else None
        after = rows.article(ids[number + 1]) if number + 1 < len(ids) else None
        links = tuple(ties.note(claim.id) for claim in archive.annotations[article.id].claims)
        stories = storied.of(article.id)
        beside = tuple(rows.article(key) for key in comparing.beside(article.id)[:_BESIDE])
        view = _view(article, archive, config, names, before, after, links, copies, stories, spread, beside)
        yield f"articles/{article.id}.html", structs.replace(view, earlier=earlier(article, past))
    for sheet in sheets("articles/index.html", len(ids)):
        listed = tuple(rows.article(key) for key in cut(ids, sheet))
        yield sheet.address, ArticlesView(site=config, articles=listed, total=len(ids), sheet=sheet)


def _view(
    article: Article,
    archive: Archive,
    config: Config,
    names: Names,
    before: ArticleRow | None,
    after: ArticleRow | None,
    links: tuple[NoteLink | None, ...],
    copies: Copies,
    stories: tuple[StoryName, ...],
    spread: Mapping[str, int],
    beside: tuple[ArticleRow, ...],
) -> ArticleView:
    own = archive.annotations[article.id]
    strands, trunk = _way(article, own, names)
    entities = Counter(m.entity for m in own.mentions if m.entity)
    others = (key for m in own.mentions for key in m.candidates)
    words = graphic(article) if config.warnings and article.warning is None else ()
    return ArticleView(
        site=config,
        article=article,
        mentions=own.mentions,
        claims=own.claims,
        speakers=tuple(names.voice(claim.speaker) for claim in own.claims),
        ways=tuple(way(claim, names, article) for claim in own.claims),
        links=links,
        copied=copies.paragraphs(article),
        passages=copies.passages(article),
        warned=bool(words) if article.warning is None else article.warning is not False,
        graphic=words,
        elsewhere={key: spread[key] - 1 for key in entities if spread.get(key, 0) > 1},
        names={key: names.entity(key) for key in entities},
        candidates={key: names.apart(key) for key in others},
        platforms={post.platform: names.carrier(post.platform) for post in article.posts},
        days=_days(own, archive),
        outlet=names.carrier(article.outlet) if article.outlet else None,
        agencies=tuple(names.carrier(key) for key in article.agencies),
        credit=names.carrier(article.credit) if article.credit else None,
        strands=strands,
        trunk=trunk,
        named=tuple(
            Tally(who=names.entity(key), count=count, type=archive.entities[key].type)
            for key, count in sorted(entities.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        makers=_makers(own),
        headless=headless(article),
        opening=title(article),
        stories=stories,
        beside=beside,
        before=before,
        after=after,
    )


def _makers(own: Annotations) -> tuple[tuple[str, int], ...]:
    made = [*(maker(mention.by) for mention in own.mentions), *(maker(claim.by) for claim in own.claims)]
    return tuple(sorted(Counter(made).items()))


def _days(own: Annotations, archive: Archive) -> tuple[str, ...]:
    values = [m.value for m in own.mentions if isinstance(m.value, str)]
    days = {day.isoformat() for value in values if (day := edtf.single_day(value))}
    return tuple(sorted(days & archive.days.keys()))


def _way(article: Article, own: Annotations, names: Names) -> tuple[tuple[Strand, ...], tuple[Who, ...]]:
    """Who came by which channels, and what all share: the last channels, credited publisher, outlet."""
    strands: defaultdict[tuple[Who, ...], Counter[Who]] = defaultdict(Counter)
    for claim in own.claims:
        if block_at(article, claim.content.start)[1].zone != "appended":
            strands[tuple(names.channel(voice) for voice in claim.via)][names.voice(claim.speaker)] += 1
    shared = _shared_end(list(strands))
    trunk = [*shared, *(names.carrier(key) for key in (article.credit, article.outlet) if key)]
    return (
        tuple(
            Strand(
                speakers=tuple(Tally(who=who, count=count) for who, count in speakers.items()),
                way=way[: len(way) - len(shared)],
            )
            for way, speakers in strands.items()
        ),
        tuple(dict.fromkeys(trunk)),
    )


def _shared_end(ways: list[tuple[Who, ...]]) -> tuple[Who, ...]:
    length = 0
    shortest = min((len(way) for way in ways), default=0)
    while length < shortest and len({way[-length - 1] for way in ways}) == 1:
        length += 1
    return ways[0][len(ways[0]) - length :] if length else ()
