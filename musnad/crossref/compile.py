"""All articles and annotations -> the Archive: entities resolved, and the indexes that join articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from musnad import edtf
from musnad.crossref.copies import copied
from musnad.crossref.curation import Released, check_questions, ruled
from musnad.crossref.joined import by_claim, renderings
from musnad.crossref.links import find
from musnad.crossref.measures import measures
from musnad.crossref.origins import traced
from musnad.crossref.places import Atlas, placed
from musnad.crossref.proposals import propose
from musnad.crossref.reading import Reading
from musnad.crossref.review import review
from musnad.crossref.stories import check_stories, stories, tied
from musnad.model import (
    Annotations,
    Appearance,
    Archive,
    Article,
    Entity,
    Question,
    Ruling,
    Statement,
    Story,
)
from musnad.problems import Problem, Problems, problem

T = TypeVar("T")

MADE = "n-"  # how the ids of entities made from a name begin; no authority record's id can


def compile(
    articles: Iterable[Article],
    annotations: Iterable[Annotations],
    entities: Iterable[Entity],
    readings: Iterable[Reading] = (),
    rulings: Iterable[Ruling] = (),
    questions: Iterable[Question] = (),
    fixed: Iterable[Story] = (),
    atlas: Atlas | None = None,
    released: Released = lambda _: None,
) -> tuple[Archive, Problems]:
    """The archive of these articles, with what only all of them together can be wrong in.

    `entities` are the authority records, all kept, and entities the annotators know of themselves, kept
    where they appear. A name whose entity is neither gets one made from its words. From the articles'
    `readings` the links between statements, the copied passages, the measures and the stories are found;
    `rulings` are curators' decisions about these links, `questions` and the `fixed` stories theirs too. The
    `atlas` has the small places that a name may be, `released` tells what has become of a statement that a
    release had. The order of the arguments does not matter; of two
    articles with one id, the one whose path sorts first is kept.
    """
    kept, problems = _unique(articles)
    ordered = tuple(sorted(kept.values(), key=_reading_order))
    given = {a.article: a for a in annotations}
    found = {a.id: given.get(a.id) or Annotations(article=a.id) for a in ordered}
    appearances, days = _mentions(ordered, found)
    statements_by, unnamed = _statements(found)
    known = {entity.id: entity for entity in entities}
    claims = {c.id: Statement(a, index) for a, own in found.items() for index, c in enumerate(own.claims)}
    order = {id_: place for place, id_ in enumerate(claims)}
    own = _entities(found, known, {*appearances, *statements_by})
    kept_entities = placed(own, found, known.values(), atlas or {})
    ready = {reading.passages.article: reading for reading in readings}
    linked = find((reading.claims for reading in ready.values()), kept_entities.values())
    decided, odd = ruled(linked, rulings, claims, released)
    copies = copied((reading.passages for reading in ready.values()), ordered, kept_entities)
    joined = tuple(traced(decided, found, claims, copies, kept_entities))
    figures = measures((r.figures for r in ready.values()), found, known.values())
    asked = tuple(sorted(questions, key=lambda question: question.id))
    curated = tuple(sorted(fixed, key=lambda story: story.id))
    terms = [reading.claims for reading in ready.values()]
    archive = Archive(
        articles=ordered,
        annotations=found,
        entities=kept_entities,
        appearances=appearances,
        statements_by=statements_by,
        unnamed=unnamed,
        days=days,
        sources=_sources(ordered, known),
        review=review(ordered, found, known),
        claims=claims,
        links=by_claim(joined, order),
        renderings=renderings(joined, order, _people(found, kept_entities)),
        copied=copies,
        measures=figures.shared,
        lone=figures.lone,
        questions=asked,
        proposals=propose(joined, asked, order),
        stories=stories(curated, ordered, found, kept_entities, terms, tied(joined, copies, claims)),
    )
    wrong = check_stories(curated, kept, (question.id for question in asked))
    return archive, (*problems, *odd, *check_questions(asked, claims, released), *wrong)


def _people(found: Mapping[str, Annotations], entities: Mapping[str, Entity]) -> dict[str, str]:
    """The person who speaks, by claim, where one is known."""
    speakers = {claim.id: claim.speaker.entity for own in found.values() for claim in own.claims}
    return {
        claim: entity
        for claim, entity in speakers.items()
        if entity and entity in entities and entities[entity].type == "person"
    }


def _unique(articles: Iterable[Article]) -> tuple[dict[str, Article], Problems]:
    kept: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in sorted(articles, key=lambda a: (a.path, a.id)):
        first = kept.setdefault(article.id, article)
        if first is not article:
            problems.append(problem("duplicate-article", article.path, id=article.id, first=first.path))
    return kept, tuple(problems)


def _reading_order(article: Article) -> tuple[str, str]:
    days = edtf.days(article.date_published) if article.date_published else None
    return days[0].isoformat() if days else "9999-12-31", article.id


def _mentions(
    articles: tuple[Article, ...], found: Mapping[str, Annotations]
) -> tuple[dict[str, tuple[Appearance, ...]], dict[str, tuple[Appearance, ...]]]:
    """The appearances of each entity, and of each day; a day on which an article came out has a key too."""
    names: dict[str, list[Appearance]] = defaultdict(list)
    days: dict[str, list[Appearance]] = defaultdict(list)
    for article in articles:
        if published := edtf.single_day(article.date_published):
            days[published.isoformat()]
        for index, mention in enumerate(found[article.id].mentions):
            if mention.entity is not None:
                names[mention.entity].append(Appearance(article.id, index))
            elif isinstance(mention.value, str) and (day := edtf.single_day(mention.value)):
                days[day.isoformat()].append(Appearance(article.id, index))
    return _index(names), _index(days)


def _statements(
    found: Mapping[str, Annotations],
) -> tuple[dict[str, tuple[Statement, ...]], dict[str, tuple[Statement, ...]]]:
    """The claims of each entity, and of each speaker that no record knows, by the words for them."""
    by: dict[str, list[Statement]] = defaultdict(list)
    unnamed: dict[str, list[Statement]] = defaultdict(list)
    for article, own in found.items():
        for index, claim in enumerate(own.claims):
            speaker = claim.speaker
            where = unnamed[speaker.name or ""] if speaker.entity is None else by[speaker.entity]
            where.append(Statement(article, index))
    return _index(by), _index(unnamed)


def _entities(
    found: Mapping[str, Annotations], known: Mapping[str, Entity], seen: set[str]
) -> dict[str, Entity]:
    """The records, what is named of the entities the annotators know, and one for each name nobody knows."""
    entities: dict[str, Entity] = {}
    candidates = {id_ for own in found.values() for mention in own.mentions for id_ in mention.candidates}
    waiting = [id_ for id_ in known if id_ in seen or id_ in candidates or not id_.startswith(MADE)]
    while waiting:  # what an entity belongs to is kept with it
        entity = known[waiting.pop()]
        entities[entity.id] = entity
        whole = (entity.country, entity.part_of)
        waiting += [id_ for id_ in whole if id_ and id_ in known and id_ not in entities]
    names: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    speakers: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for own in found.values():
        for mention in own.mentions:
            if mention.entity is not None and mention.entity not in entities:
                names[mention.entity][mention.text, mention.type] += 1
        for claim in own.claims:
            if claim.speaker.entity is not None and claim.speaker.entity not in entities:
                speakers[claim.speaker.entity][claim.speaker.name or claim.speaker.entity, "person"] += 1
    for id_, counted in {**speakers, **names}.items():
        # The most frequent form; of equally frequent ones the longest, then the first by code points.
        text, kind = min(counted, key=lambda form: (-counted[form], -len(form[0]), form))
        entities[id_] = Entity(id=id_, type=kind, name_ar=text)  # type: ignore[arg-type]
    return dict(sorted(entities.items()))


def _sources(articles: tuple[Article, ...], known: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
    """Through whom the articles came: outlets, agencies, credited publishers, platforms of pasted posts.

    A record that went into another one is found under that one's id.
    """
    merged = {other: entity.id for entity in known.values() for other in entity.same_as if other not in known}
    carried: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        platforms = [post.platform for post in article.posts]
        named = [article.outlet, *article.agencies, article.credit, *platforms]
        for source in dict.fromkeys(merged.get(source, source) for source in named if source):
            carried[source].append(article.id)
    return _index(carried)


def _index(lists: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(lists[key]) for key in sorted(lists)}
