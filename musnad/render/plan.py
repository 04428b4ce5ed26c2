"""The archive's pages: which there are, and what each shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import get_args

from musnad.arabic import order
from musnad.cite import vocabulary
from musnad.config import Config
from musnad.model import Archive, ClaimKind, MentionType, Modality
from musnad.model.released import Past
from musnad.render.comparing import Comparing
from musnad.render.pages.articles import plan_articles
from musnad.render.pages.claims import plan_claims, plan_unnamed
from musnad.render.pages.days import plan_days
from musnad.render.pages.entities import plan_entities, plan_names
from musnad.render.pages.maps import plan_maps
from musnad.render.pages.measures import plan_figures
from musnad.render.pages.network import plan_network
from musnad.render.pages.news import plan_news
from musnad.render.pages.past import plan_formers, plan_languages, plan_lists, plan_missing, plan_versions
from musnad.render.pages.questions import Questions, plan_questions
from musnad.render.pages.review import plan_review
from musnad.render.pages.sources import plan_channels, plan_sources
from musnad.render.pages.statements import plan_statements
from musnad.render.pages.stories import Stories, newest, plan_stories
from musnad.render.pages.timeline import plan_timeline
from musnad.render.parts.citing import Citing
from musnad.render.parts.copies import Copies
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.parts.storied import Storied
from musnad.render.parts.ties import Ties
from musnad.render.values.common import Tally
from musnad.render.values.page import Page, Planned
from musnad.render.values.past import FormerView
from musnad.render.values.views import AboutView, CompareView, HomeView, SearchView, VocabularyView

_NEWEST = 12  # articles on the front page
_WAYS_IN = 12  # speakers and sources there
_ASKED = 5  # questions there
_TOLD = 5  # stories there
_COMPARED = 12  # stories on the page that compares


def plan(archive: Archive, config: Config, past: Past = Past()) -> Iterator[Page]:  # noqa: B008
    """Every page of the site, in every interface language; the first language stands at the root.

    `past` is what the archive has published before: no address of it is without a page.
    """
    planned: dict[str, set[str]] = {language: set() for language in config.languages}
    onwards: dict[str, str] = {}
    for page in plan_formers(config, past):
        planned[page.language].add(page.address)
        onwards |= _onwards(page)
        yield page
    for page in _present(archive, config, past):
        planned[page.language].add(page.address)
        yield page
    for page in plan_lists(config, past, planned):
        onwards |= _onwards(page)
        yield page
    yield from plan_languages(config, past, onwards)
    yield from plan_missing(config)


def _onwards(page: Page) -> dict[str, str]:
    """Where a page leads that only leads on."""
    return {page.address: page.view.to} if isinstance(page.view, FormerView) and page.view.to else {}


def _present(archive: Archive, config: Config, past: Past) -> Iterator[Page]:
    names = Names(archive)
    rows = Rows(archive, names)
    storied = Storied(archive, names, rows)
    questions = Questions(archive, rows, storied)
    ties = Ties(archive, names, rows)
    copies = Copies(archive, names, rows)
    stories = Stories(archive, names, rows, questions, storied)
    citing = Citing(archive, config, past)
    for address, view in chain(
        _single(archive, config, names, rows, questions, storied, past),
        plan_articles(
            archive, config, names, rows, ties, copies, storied, Comparing(archive, names, rows), past
        ),
        plan_versions(archive, config, rows, past),
        plan_statements(archive, config, names, rows, ties, copies, storied),
        plan_entities(archive, config, names, rows, ties),
        plan_unnamed(archive, config, names, rows),
        plan_sources(archive, config, names, rows),
        plan_days(archive, config, names, rows),
        plan_figures(archive, config, names, rows),
        plan_maps(archive, config, names, rows),
        plan_network(archive, config, names),
        plan_timeline(archive, config, names),
        plan_questions(archive, config, questions),
        plan_stories(archive, config, stories, storied),
        plan_review(archive, config, rows, questions),
        plan_news(archive, config, names, rows),
    ):
        cited = citing.cited(view)
        for language in config.languages:
            yield Page(address=address, language=language, view=cited)
    for language in config.languages:
        for address, view in chain(
            plan_names(archive, config, names, language),
            plan_channels(archive, config, names, language),
            plan_claims(archive, config, names, rows, language),
        ):
            yield Page(address=address, language=language, view=view)


def _single(
    archive: Archive,
    config: Config,
    names: Names,
    rows: Rows,
    questions: Questions,
    storied: Storied,
    past: Past,
) -> Iterator[Planned]:
    speakers = sorted(
        ((key, len(said)) for key, said in archive.statements_by.items()),
        key=lambda pair: (-pair[1], order.key(names.entity(pair[0]).ar)),
    )
    sources = sorted(
        ((key, len(articles)) for key, articles in archive.sources.items()),
        key=lambda pair: (-pair[1], order.key(names.carrier(pair[0]).ar)),
    )
    yield (
        "index.html",
        HomeView(
            site=config,
            articles=tuple(rows.article(key) for key in _newest(archive)[:_NEWEST]),
            stories=tuple(map(storied.row, newest(archive)[:_TOLD])),
            questions=tuple(map(questions.row, archive.questions[:_ASKED])),
            counts=_counts(archive, names),
            speakers=tuple(Tally(who=names.entity(k), count=n) for k, n in speakers[:_WAYS_IN]),
            sources=tuple(Tally(who=names.carrier(k), count=n) for k, n in sources[:_WAYS_IN]),
        ),
    )
    yield (
        "about.html",
        AboutView(
            site=config,
            types=get_args(MentionType),
            kinds=get_args(ClaimKind),
            modalities=get_args(Modality),
            releases=past.releases,
        ),
    )
    yield "search.html", SearchView(site=config)
    yield "vocabulary.html", VocabularyView(site=config, terms=vocabulary.terms())
    told = tuple(map(storied.row, newest(archive)[:_COMPARED]))
    yield "compare.html", CompareView(site=config, stories=told)


def _newest(archive: Archive) -> list[str]:
    """The ids of the articles, the newest first, those without a date last."""
    newest = archive.articles[::-1]
    return [a.id for a in newest if a.date_published] + [a.id for a in newest if not a.date_published]


def _counts(archive: Archive, names: Names) -> dict[str, int]:
    return {
        "articles": len(archive.articles),
        "statements": sum(len(own.claims) for own in archive.annotations.values()),
        "names": len(names.seen & archive.entities.keys()),
        "sources": len(names.sources),
        "days": len(archive.days),
        "questions": len(archive.questions),
        "stories": len(archive.stories),
    }
