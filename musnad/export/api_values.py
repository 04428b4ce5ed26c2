"""What the archive's JSON API answers with: the archive's own values, each with where its page is.

Their fields and what is said here of them are the API's description too (`openapi`). All fields are always
written; one that has nothing is null, or empty. Addresses are absolute where the archive's own is known, else
relative to the file that they stand in.
"""

from __future__ import annotations

from typing import Literal

from musnad import model
from musnad.model import Mention, Position, Value
from musnad.model.released import Release


class Link(model.Link, frozen=True, kw_only=True):
    """How a statement stands to the statement `other` of the article `article`; it is itself `a` or `b`.

    Of `updates`, `a` is the later account. `reason` is a code and the words that it rests on, `score` the
    probability that the link is right, `by` the rule that drew it, or a curator. `origin`: both texts have
    their words from this agency (entity's id or name), so that they do not confirm each other.
    """

    other: str
    article: str


class Statement(model.Claim, frozen=True, kw_only=True):
    """What the article `article`, published on `date` (EDTF), says that somebody said; its `page`.

    `content` are its words, `cue` the word that tells of the saying, `source` the words for who speaks.
    `speaker` said it, `via` are those it came through, from the speaker towards the article, without its
    publisher; each is an entity's id or a name in the text's words, and both are null where nobody is named.
    `said` is when (EDTF), as far as the text tells. `one` is the same for all statements that are one, told
    in several articles: the id of the earliest. `score` is the probability that the mark is right.
    """

    article: str
    date: str | None
    page: str
    one: str
    links: tuple[Link, ...]


class Named(Value, frozen=True):
    """An entity as it is called, with its page if it has one."""

    type: model.NameType
    name_ar: str
    name_en: str | None
    page: str | None


class Article(model.Article, frozen=True, kw_only=True):
    """An article: where it is from, its text, what stands in the text. Answers `articles/<id>.json`.

    Offsets count Unicode code points of `text`. `blocks` are its paragraphs, each with the part of a report
    that it is (`zone`). `outlet`, `agencies` and `credit` (whom the text says it was taken from) are ids of
    entities, or names. Dates are EDTF. `mentions` are names, dates and figures, in order. `names` are the
    entities that stand here, by id. `page` is its page, `raw` the file it was made from, as it came.
    """

    page: str
    raw: str | None
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    names: dict[str, Named]


class ArticleRow(Value, frozen=True):
    """An article in a list: `file` is its own answer, `page` its page; how many mentions and statements."""

    id: str
    title: str
    date_published: str | None
    language: str
    outlet: str | None
    agencies: tuple[str, ...]
    url: str | None
    mentions: int
    statements: int
    file: str
    page: str


class Entity(model.Entity, frozen=True, kw_only=True):
    """Who or what a name means: the record, and where the archive has it. Ids without a record begin `n-`.

    `articles` are the ids of those that name it, `statements` of what it said, `carried` of the articles that
    came through it. `mentions`: how often it is named. `titles` were held `during` an EDTF interval.
    """

    page: str
    mentions: int
    articles: tuple[str, ...]
    statements: tuple[str, ...]
    carried: tuple[str, ...]


class Story(Value, frozen=True):
    """What articles tell of one event. `fixed` by a curator, else proposed by the program.

    `articles` are ids in reading order, `when` is an EDTF date or interval; `entities` tell it from others,
    `questions` are those it is about. `title` and `about` are a curator's, by language.
    """

    id: str
    page: str
    fixed: bool
    title: dict[str, str]
    about: dict[str, str]
    when: str | None
    articles: tuple[str, ...]
    entities: tuple[str, ...]
    questions: tuple[str, ...]


class Question(Value, frozen=True):
    """A contested question, and the statements that give each of its answers. Words are by language."""

    id: str
    page: str
    question: dict[str, str]
    about: dict[str, str]
    positions: tuple[Position, ...]


class Articles(Value, frozen=True):
    """A part of the list of articles, in reading order (date, then id); `next` is the part after it."""

    items: tuple[ArticleRow, ...]
    next: str | None


class Statements(Value, frozen=True):
    """A part of the list of statements, by id; `next` is the part after it."""

    items: tuple[Statement, ...]
    next: str | None


class Entities(Value, frozen=True):
    """A part of the list of entities, by id; `next` is the part after it."""

    items: tuple[Entity, ...]
    next: str | None


class Stories(Value, frozen=True):
    """A part of the list of stories, curators' first; `next` is the part after it."""

    items: tuple[Story, ...]
    next: str | None


class Questions(Value, frozen=True):
    """A part of the list of contested questions; `next` is the part after it."""

    items: tuple[Question, ...]
    next: str | None


class Part(Value, frozen=True):
    """A part of a list: its file, how many it has, the ids of its first and last."""

    file: str
    count: int
    first: str
    last: str


class List(Value, frozen=True):
    """A list: how many it has, and the parts it is cut into."""

    count: int
    parts: tuple[Part, ...]


class Index(Value, frozen=True):
    """What the archive is, and which lists it has. Answers `index.json`.

    `version` is this API's: within one, fields may be added, and none is taken away or means another thing.
    `url` is where the archive is hosted, `license` the licence of what the archive itself adds to the texts,
    `release` the latest, null before the first. `description` is this description. `title` and `about` are by
    language.
    """

    version: Literal["1"]
    title: dict[str, str]
    about: dict[str, str]
    url: str | None
    license: str | None
    release: Release | None
    page: str
    description: str
    articles: List
    statements: List
    entities: List
    stories: List
    questions: List
