"""Stories: those that curators have fixed, and those proposed of the articles that tell of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from msgspec import structs

from musnad import edtf
from musnad.crossref.events import Told, events
from musnad.crossref.links import Reading
from musnad.crossref.links.terms import NAME
from musnad.model import Annotations, Article, Copied, Entity, Link, Statement, Story
from musnad.problems import Problems, nearest, problem

_NAMED = 8  # names that a story is known by

_Pair = tuple[str, str]


def stories(
    fixed: Iterable[Story],
    articles: Sequence[Article],
    found: Mapping[str, Annotations],
    entities: Mapping[str, Entity],
    readings: Iterable[Reading],
    ties: Mapping[_Pair, int],
) -> tuple[Story, ...]:
    """The stories that curators have fixed, then those proposed, each in order of time.

    `articles` are all, in reading order; `ties` how many links and copied passages join two of them. An
    article of a fixed story is in no proposed one, and one without a date neither. A proposed story's id
    comes from its oldest article.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    dates = {article.id: article.date_published for article in articles}
    names = {key: Counter(_names(own, entities)) for key, own in found.items()}
    having = Counter(name for counted in names.values() for name in counted)

    def known(story: Story) -> Story:
        here = sorted({key for key in story.articles if key in place}, key=place.__getitem__)
        return structs.replace(
            story,
            articles=tuple(here),
            when=_when([day for key in here if (day := dates[key])]),
            entities=tuple(_telling([names[key] for key in here], having, len(articles))),
        )

    made = sorted(map(known, fixed), key=lambda story: ([place[key] for key in story.articles], story.id))
    taken = {key for story in made for key in story.articles}
    ids = {story.id for story in made}
    told = (_told(reading, entities) for reading in readings if reading.article not in taken)
    for group in events((each for each in told if each), ties):
        id_ = _free(group[0], ids)
        ids.add(id_)
        made.append(known(Story(id=id_, articles=tuple(group))))
    return tuple(made)


def tied(
    links: Iterable[Link], copied: Mapping[str, Iterable[Copied]], claims: Mapping[str, Statement]
) -> Counter[_Pair]:
    """How many links and copied passages join two articles."""
    found: Counter[_Pair] = Counter()
    for link in links:
        found[_pair(claims[link.a].article, claims[link.b].article)] += 1
    for copy in {copy for copies in copied.values() for copy in copies}:
        found[_pair(copy.article, copy.other)] += 1
    return found


def check_stories(stories: Iterable[Story], articles: Iterable[str], questions: Iterable[str]) -> Problems:
    """The articles and questions of curators' stories that there are none of."""
    known = {"article": set(articles), "question": set(questions)}
    return tuple(
        problem(
            f"unknown-{kind}", story.path, story.lines[id_], id=id_, nearest=nearest(id_, sorted(known[kind]))
        )
        for story in stories
        for kind, named in (("article", story.articles), ("question", story.questions))
        for id_ in named
        if id_ not in known[kind]
    )


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _told(reading: Reading, entities: Mapping[str, Entity]) -> Told | None:
    """An article as events are found by; its sources tell nothing of its event."""
    day = edtf.single_day(reading.day)
    if day is None:
        return None
    terms = (term for term in reading.about if not _is_source(term.removeprefix(NAME), entities))
    return Told(reading.article, day.toordinal(), tuple(terms))


def _is_source(key: str, entities: Mapping[str, Entity]) -> bool:
    return key in entities and entities[key].role is not None


def _names(own: Annotations, entities: Mapping[str, Entity]) -> Iterator[str]:
    """The names of an article, each as often as it stands there, without sources and peoples."""
    for mention in own.mentions:
        key = mention.entity
        if key and key in entities and entities[key].type != "group" and entities[key].role is None:
            yield key


def _telling(named: Sequence[Counter[str]], having: Mapping[str, int], total: int) -> list[str]:
    """The names that most of some articles have and few others, the most telling first."""
    told: defaultdict[str, float] = defaultdict(float)
    in_articles: Counter[str] = Counter()
    for counted in named:
        for name, number in counted.items():
            told[name] += (1 + log(number)) * log(1 + total / having[name])
            in_articles[name] += 1
    common = [name for name in told if 2 * in_articles[name] >= len(named)]
    return sorted(common, key=lambda name: (-told[name], name))[:_NAMED]


def _when(dates: Sequence[str]) -> str | None:
    """From the first to the last of some EDTF dates, in order of time."""
    spans = {date: span for date in dates if (span := edtf.days(date))}
    if not spans:
        return None
    first = min(spans, key=lambda date: (spans[date][0], date))
    last = max(spans, key=lambda date: (spans[date][1], date))
    if {"/", "["}.intersection(first + last):
        first, last = spans[first][0].isoformat(), spans[last][1].isoformat()
    return first if first == last else f"{first}/{last}"


def _free(article: str, taken: set[str]) -> str:
    """The id of a story that begins with an article; no curator's story has it."""
    id_ = f"s-{article}"
    number = 2
    while id_ in taken:
        id_ = f"s-{article}-{number}"
        number += 1
    return id_
