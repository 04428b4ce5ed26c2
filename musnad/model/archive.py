"""The archive: all articles and annotations, and the indexes that join them."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from musnad.model.annotations import Annotations
from musnad.model.article import Article
from musnad.model.entity import Entity
from musnad.model.links import Copied, Link, Measure, Proposal, Question
from musnad.model.value import Value


class Appearance(Value, frozen=True):
    """A mention seen from the archive: the article's id, and the mention's index in its annotations."""

    article: str
    mention: int


class Statement(Value, frozen=True):
    """A claim seen from the archive: the article's id, and the claim's index in its annotations."""

    article: str
    claim: int


class Doubt(Value, frozen=True):
    """A mention that a person should look at, and why.

    «several»: more than one entity fits (the mention's `candidates`); «unknown»: no record knows the name;
    «unsure»: the mark's score is low. `mention` is its index in the annotations of the article, `score` how
    sure it is: the mark's own score, shared among its candidates where there are several.
    """

    article: str
    mention: int
    reason: Literal["several", "unknown", "unsure"]
    score: float = 1.0


class Story(Value, frozen=True):
    """What several articles tell of one event; an article may belong to several stories.

    A `fixed` one is a curator's: it has `title` and `about` by interface language, the `questions` it is
    about (ids, the first leads), its file's `path`, and in `lines` where each article and question stands
    there. One that the machine proposes has only what it is joined by. `articles` are ids in reading order,
    `when` is an EDTF date or interval, `entities` are the ids of the names that tell it from other stories,
    the most telling first.
    """

    id: str
    articles: tuple[str, ...]
    fixed: bool = False
    title: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    when: str | None = None
    entities: tuple[str, ...] = ()
    path: str = ""
    lines: dict[str, int] = field(default_factory=dict)


class Archive(Value, frozen=True):
    """Everything the pages, the search and the exports are made of; read-only.

    `articles` are in reading order (date, then id). Index keys: `appearances` and `statements_by` by
    entity id; `unnamed` by the words of a speaker no record knows («» for an unspecified one); `days` by
    ISO day; `sources` by authority id or name, each with the ids of the articles it carried.
    `review` lists what to look at, the least sure first.

    `claims` says where each claim is, by its id. `links` are by claim id, each under both its claims,
    contradictions first; `renderings`, by claim id, are all claims that are one statement, itself included,
    the earliest first, where there is more than one. `copied` are by article id, each under both articles.
    `measures` are of figures that several articles give, `lone` of people that one article alone counts.
    `stories` are those that curators have fixed, then those that the machine proposes, each in order of time.
    """

    articles: tuple[Article, ...]
    annotations: dict[str, Annotations]
    entities: dict[str, Entity]
    appearances: dict[str, tuple[Appearance, ...]]
    statements_by: dict[str, tuple[Statement, ...]]
    unnamed: dict[str, tuple[Statement, ...]]
    days: dict[str, tuple[Appearance, ...]]
    sources: dict[str, tuple[str, ...]]
    review: tuple[Doubt, ...] = ()
    claims: dict[str, Statement] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    renderings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    copied: dict[str, tuple[Copied, ...]] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    lone: tuple[Measure, ...] = ()
    questions: tuple[Question, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    stories: tuple[Story, ...] = ()
