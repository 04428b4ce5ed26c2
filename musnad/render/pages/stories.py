"""Views of stories: each with what its texts say beside each other, and the list of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from musnad import address
from musnad.config import Config
from musnad.model import Archive, Link, Position, Question, Story
from musnad.render.pages.measures import places
from musnad.render.pages.questions import Questions
from musnad.render.parts import curating
from musnad.render.parts.matrix import Matrix
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.storied import Storied
from musnad.render.values.common import RecordLines
from musnad.render.values.page import Planned
from musnad.render.values.questions import Dispute
from musnad.render.values.stories import (
    StoriesView,
    StoryView,
)

_FIRST = "stories/index.html"
_ON_SHEET = 50  # stories in the list
_BESIDE = 6  # texts beside each other, at most
_TEXTS = 24  # texts on a sheet
_AGREED = 40  # of what several texts say, on a sheet
_UNHELD = 60  # contradictions on a sheet


class Stories:
    """Makes the views of an archive's stories."""

    def __init__(
        self, archive: Archive, names: Names, rows: Rows, questions: Questions, storied: Storied
    ) -> None:
        self._archive = archive
        self._rows = rows
        self._questions = questions
        self._storied = storied
        self._asked = {question.id: question for question in archive.questions}
        self._matrix = Matrix(archive, names, rows, storied, places(archive))

    def views(self, story: Story, config: Config) -> Iterator[Planned]:
        """A story's page; in sheets where it has more texts or contradictions than a page can hold."""
        mine = self._claims_of(story.articles)
        asked = [_only(self._asked[key], mine) for key in self._storied.questions(story)]
        disputes = self._storied.disputes(story)
        held = self._matrix.held(story, asked, disputes)
        unheld = sorted(self._unheld(disputes, asked), key=lambda link: (-link.score, link.a, link.b))
        views = tuple(self._questions.view(question, config) for question in asked)
        name = self._storied.name(story)
        lengths = (
            -(-len(story.articles) // _TEXTS),
            -(-len(held.agreed) // _AGREED),
            -(-len(unheld) // _UNHELD),
        )
        for sheet in sheets(address.story(story.id), *lengths, size=1):
            texts = cut(story.articles, sheet, _TEXTS)
            yield (
                sheet.address,
                StoryView(
                    site=config,
                    name=name,
                    about=story.about,
                    asked=self._matrix.asked(texts, held),
                    counted=self._matrix.counted(texts, held),
                    beside=len(story.articles) <= _BESIDE,
                    questions=views if sheet.number == 1 else (),
                    unheld=tuple(map(self._dispute, cut(unheld, sheet, _UNHELD))),
                    unheld_total=len(unheld),
                    texts=tuple(map(self._rows.article, texts)),
                    texts_total=len(story.articles),
                    rivals=self._at_odds(disputes, texts),
                    statements=sum(len(self._archive.annotations[key].claims) for key in story.articles),
                    asked_total=len(asked),
                    agreed=tuple(map(self._matrix.agreed, cut(held.agreed, sheet, _AGREED))),
                    agreed_total=len(held.agreed),
                    counted_total=len(held.counted),
                    disputes=len(disputes),
                    lines=None if story.fixed else self._lines(story),
                    sheet=sheet,
                ),
            )

    def _at_odds(self, disputes: Iterable[Link], texts: Sequence[str]) -> tuple[str, ...]:
        """The two of some texts that contradict each other most, else the first and the last."""
        if not texts:
            return ()
        place = {key: number for number, key in enumerate(texts)}
        met: Counter[tuple[int, int]] = Counter()
        for link in disputes:
            one, other = (place.get(self._archive.claims[key].article) for key in (link.a, link.b))
            if one is not None and other is not None:
                met[min(one, other), max(one, other)] += 1
        first, last = min(met, key=lambda pair: (-met[pair], pair), default=(0, len(texts) - 1))
        return texts[first], texts[last]

    def _claims_of(self, articles: Iterable[str]) -> set[str]:
        return {claim.id for key in articles for claim in self._archive.annotations[key].claims}

    def _unheld(self, disputes: Iterable[Link], asked: Iterable[Question]) -> Iterator[Link]:
        """The contradictions of which no question holds both statements."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for question in asked:
            for position in self._asked[question.id].positions:
                for claim in position.claims:
                    held[self._storied.eldest(claim)].add(question.id)
        for link in disputes:
            if not held[self._storied.eldest(link.a)] & held[self._storied.eldest(link.b)]:
                yield link

    def _dispute(self, link: Link) -> Dispute:
        one, other = (self._rows.statement(self._archive.claims[key]) for key in (link.a, link.b))
        return Dispute(link.relation, one, other, (0, 1), link.reason, link.by, link.score)

    def _lines(self, story: Story) -> RecordLines:
        rows = (self._rows.article(key) for key in story.articles)
        return curating.story(story.id, [(row.id, row.title) for row in rows])


def plan_stories(archive: Archive, config: Config, stories: Stories, storied: Storied) -> Iterator[Planned]:
    """A page for every story, and the list of them."""
    for story in archive.stories:
        yield from stories.views(story, config)
    ordered = newest(archive)
    for sheet in sheets(_FIRST, len(ordered), size=_ON_SHEET):
        yield (
            sheet.address,
            StoriesView(
                site=config,
                stories=tuple(map(storied.row, cut(ordered, sheet, _ON_SHEET))),
                fixed=sum(story.fixed for story in ordered),
                proposed=sum(not story.fixed for story in ordered),
                sheet=sheet,
            ),
        )


def newest(archive: Archive) -> list[Story]:
    """The stories as they are listed: those fixed, then those proposed, of each the newest first."""
    backwards = archive.stories[::-1]
    return [story for story in backwards if story.fixed] + [story for story in backwards if not story.fixed]


def _only(question: Question, claims: set[str]) -> Question:
    """A question with only these statements; all its positions stay, so that each keeps its shape."""
    positions = (
        Position(position.name, tuple(claim for claim in position.claims if claim in claims))
        for position in question.positions
    )
    return structs.replace(question, positions=tuple(positions))
