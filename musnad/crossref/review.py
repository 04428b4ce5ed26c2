"""What a person should look at: names of several entities, names that nobody knows, unsure marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from musnad.model import UNSURE, Annotations, Article, Doubt, Mention

OFTEN = 3  # mentions from which on a name that nobody knows is looked at; in several articles always

_NAMES = ("person", "organization", "place", "event")
Doubtful = tuple[
    float, int, int, Doubt
]  # how sure, the article's place in reading order, the mention's index


def review(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], known: Collection[str]
) -> tuple[Doubt, ...]:
    """The doubts about the mentions of articles in reading order, the least sure first.

    `known` are the ids of the entities that a record or the annotators' own lists know. A mention is listed
    once, for the weightiest reason; an unknown name once in all, where it is first met.
    """
    listed = [*_doubted(articles, annotations)]
    taken = {(doubt.article, doubt.mention) for *_, doubt in listed}
    listed += (each for each in _unknown(articles, annotations, known) if _where(each) not in taken)
    return tuple(doubt for *_, doubt in sorted(listed, key=lambda each: each[:3]))


def _doubted(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> Iterator[Doubtful]:
    """Mentions of which more than one entity may be meant, and those whose score is low."""
    for place, article in enumerate(articles):
        for index, mention in enumerate(annotations[article.id].mentions):
            if len(mention.candidates) > 1:
                sure = round(mention.score / len(mention.candidates), 3)
                yield sure, place, index, Doubt(article.id, index, "several", sure)
            elif mention.score < UNSURE:
                yield mention.score, place, index, Doubt(article.id, index, "unsure", mention.score)


def _unknown(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], known: Collection[str]
) -> Iterator[Doubtful]:
    """The first mention of each entity that nobody knows and that is named often, or in several articles."""
    met: dict[str, list[tuple[int, int, Mention]]] = defaultdict(list)
    for place, article in enumerate(articles):
        for index, mention in enumerate(annotations[article.id].mentions):
            if mention.type in _NAMES and mention.entity and mention.entity not in known:
                met[mention.entity].append((place, index, mention))
    for mentions in met.values():
        place, index, first = mentions[0]
        if len(mentions) >= OFTEN or mentions[-1][0] != place:
            yield first.score, place, index, Doubt(articles[place].id, index, "unknown", first.score)


def _where(each: Doubtful) -> tuple[str, int]:
    return each[3].article, each[3].mention
