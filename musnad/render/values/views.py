"""The views: for each kind of page all that it needs, and nothing of the rest of the archive."""

from __future__ import annotations

from typing import Literal

from musnad.cite.vocabulary import Term
from musnad.model import Article, Claim, ClaimKind, Entity, Mention, MentionType, Modality, Value
from musnad.model.released import Release
from musnad.render.values.common import (
    ArticleRow,
    ContextRow,
    DoubtRow,
    Earlier,
    FigureRow,
    RoleRows,
    Sheet,
    SpeakerRow,
    StatementRow,
    Strand,
    Tally,
    Who,
)
from musnad.render.values.page import View
from musnad.render.values.questions import ProposalRow, QuestionRow
from musnad.render.values.statements import CopyRow, NoteLink, SaidRow
from musnad.render.values.storied import StoryName
from musnad.render.values.stories import StoryRow


class ArticleView(View, frozen=True, kw_only=True):
    """An article with its annotations.

    `speakers`, `ways` and `links` go with `claims`, one each; `copied` are paragraphs others have too,
    `passages` the copied stretches of the text; `warned`: its text is covered until asked for, because of the
    words in `graphic` or by a curator; `elsewhere` are the numbers of other articles by entity;
    `names` are the mentions' entities by id, `candidates` whom else they may mean, `platforms` those of the
    posts, `days` the ISO days that have a page; `strands` join into `trunk`: the way of the text. `named` are
    its names by frequency, `makers` the annotators with the number of their annotations; `headless`: the
    source has no headline, so that `opening` (what the archive calls it) is its first words; `stories` are
    those it belongs to, `beside` articles to compare it with; `earlier`: its older texts, and what only they
    or older marks had.
    """

    template = "article.html"

    article: Article
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    speakers: tuple[Who, ...]
    ways: tuple[tuple[Who, ...], ...]
    links: tuple[NoteLink | None, ...]
    copied: tuple[CopyRow, ...]
    passages: tuple[tuple[int, int], ...]
    warned: bool
    graphic: tuple[str, ...]
    elsewhere: dict[str, int]
    names: dict[str, Who]
    candidates: dict[str, Who]
    platforms: dict[str, Who]
    days: tuple[str, ...]
    outlet: Who | None
    agencies: tuple[Who, ...]
    credit: Who | None
    strands: tuple[Strand, ...]
    trunk: tuple[Who, ...]
    named: tuple[Tally, ...]
    makers: tuple[tuple[str, int], ...]
    headless: bool
    opening: str
    stories: tuple[StoryName, ...]
    beside: tuple[ArticleRow, ...]
    before: ArticleRow | None
    after: ArticleRow | None
    earlier: Earlier = Earlier()


class HomeView(View, frozen=True, kw_only=True):
    """The front page: stories, contested questions, the newest articles, ways in; how many (`counts`)."""

    template = "home.html"

    articles: tuple[ArticleRow, ...]
    stories: tuple[StoryRow, ...]
    questions: tuple[QuestionRow, ...]
    counts: dict[str, int]
    speakers: tuple[Tally, ...]
    sources: tuple[Tally, ...]


class ArticlesView(View, frozen=True, kw_only=True):
    """The list of articles, newest last."""

    template = "articles.html"

    articles: tuple[ArticleRow, ...]
    total: int
    sheet: Sheet


class EntityView(View, frozen=True, kw_only=True):
    """A name: how it is written, where it stands, what it said, what names it, who stands beside it.

    `made`: no authority record has it; it was made from the texts' words. `listed`: nor has one it, but it is
    on the annotators' own lists. `peoples` have it as their country,
    `parts` as their whole; `candidates` are whom else its mentions may mean. `feed` is the address of what is
    new about it, from the site's root.
    """

    template = "entity.html"

    entity: Entity
    who: Who
    titles: tuple[tuple[Who, str | None], ...]
    made: bool
    listed: bool
    source: str | None
    feed: str | None
    country: Who | None
    part_of: Who | None
    peoples: tuple[Who, ...]
    parts: tuple[Who, ...]
    candidates: tuple[Who, ...]
    forms: tuple[tuple[str, int], ...]
    mentions: int
    articles: int
    first: str | None
    last: str | None
    contexts: tuple[ContextRow, ...]
    said: tuple[SaidRow, ...]
    said_total: int
    naming: tuple[StatementRow, ...]
    naming_total: int
    figures: tuple[FigureRow, ...]
    figures_total: int
    beside: tuple[Tally, ...]
    beside_total: int
    sheet: Sheet


class ClaimsView(View, frozen=True, kw_only=True):
    """Who said what: named speakers A-Z, then those no record knows, if there are any (`unnamed`)."""

    template = "claims.html"

    speakers: tuple[SpeakerRow, ...]
    letters: tuple[tuple[str, str], ...]
    total: int
    statements: int
    unnamed: bool
    sheet: Sheet


class UnnamedView(View, frozen=True, kw_only=True):
    """Statements of speakers that no record knows, by the words the texts have for them."""

    template = "unnamed.html"

    roles: tuple[RoleRows, ...]
    total: int
    sheet: Sheet


class SourceView(View, frozen=True, kw_only=True):
    """What came through a source. `feed` is the address of what is new from it, from the site's root."""

    template = "source.html"

    who: Who
    role: Literal["agency", "outlet", "platform"] | None
    entity: str | None
    feed: str | None
    articles: tuple[ArticleRow, ...]
    articles_total: int
    statements: tuple[StatementRow, ...]
    statements_total: int
    sheet: Sheet


class DaySource(Value, frozen=True):
    """A source and the statements of a day that its texts have."""

    who: Who
    rows: tuple[StatementRow, ...]


class DayView(View, frozen=True, kw_only=True):
    """A day: its texts, its statements by source, where texts name it; the days beside it.

    Its statements are those said on it, and those of its texts that tell no day of their own.
    """

    template = "day.html"

    day: str
    articles: tuple[ArticleRow, ...]
    articles_total: int
    statements: tuple[DaySource, ...]
    statements_total: int
    contexts: tuple[ContextRow, ...]
    contexts_total: int
    before: str | None
    after: str | None
    sheet: Sheet


class AboutView(View, frozen=True, kw_only=True):
    """How to read the archive. `types` and the like are the kinds of marks to explain, `releases` all there
    have been."""

    template = "about.html"

    types: tuple[MentionType, ...]
    kinds: tuple[ClaimKind, ...]
    modalities: tuple[Modality, ...]
    releases: tuple[Release, ...] = ()


class ReviewView(View, frozen=True, kw_only=True):
    """What a person should look at, the least sure first; `listed` of all the `total` there are.

    `reasons` are how many there are for each. `proposed` are questions that the machine sees, on the first
    sheet, of `proposed_total`.
    """

    template = "review.html"

    doubts: tuple[DoubtRow, ...]
    total: int
    listed: int
    reasons: tuple[tuple[str, int], ...]
    proposed: tuple[ProposalRow, ...]
    proposed_total: int
    sheet: Sheet


class SearchView(View, frozen=True, kw_only=True):
    """The search page."""

    template = "search.html"


class VocabularyView(View, frozen=True, kw_only=True):
    """The terms of our own that linked data of the archive has."""

    template = "vocabulary.html"

    terms: tuple[Term, ...]


class CompareView(View, frozen=True, kw_only=True):
    """The page that compares articles; the archive's newest stories lead to some."""

    template = "compare.html"

    stories: tuple[StoryRow, ...]
